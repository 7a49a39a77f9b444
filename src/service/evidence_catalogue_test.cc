#include "service/evidence_catalogue.h"

#include <gmock/gmock.h>

#include <string>
#include <variant>
#include <vector>

#include "document/read.h"
#include "support/evidence_fixture.h"

namespace kaoping::service {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class CatalogueTest : public EvidenceFixture {
 protected:
  CatalogueTest() : scheme_(Publish()) {}

  std::string Cited(std::string_view text, std::vector<std::string> tasks, std::string name = "") {
    EvidenceDraft draft = Draft();
    draft.details.name = std::move(name);
    std::vector<CitationTarget> cited;
    for (std::string& task : tasks) {
      cited.push_back({scheme_, CitedKind::kTask, std::move(task)});
    }
    return Add(Contact(), "a.txt", text, draft, cited)->id;
  }
  std::vector<std::string> Ids(std::string_view scheme) {
    std::vector<std::string> ids;
    const auto catalogue = *ListCatalogue(Appraiser(), kUnit, scheme);
    for (const CatalogueRow& row : catalogue.rows) ids.push_back(row.item.id);
    return ids;
  }

  std::string scheme_;
};

TEST_F(CatalogueTest, StandsInTheOrderOfTheScheme) {
  const std::string loose = Cited("一", {});
  const std::string late = Cited("二", {"2.1", "1.2"});
  const std::string early = Cited("三", {"1.1"});
  EXPECT_THAT(Ids(scheme_), ElementsAre(early, late));
  EXPECT_THAT(Ids(""), ElementsAre(early, late, loose));
  const auto catalogue = *ListCatalogue(Appraiser(), kUnit, scheme_);
  EXPECT_THAT(catalogue.rows[1].places, ElementsAre("1.2", "2.1"));
  EXPECT_THAT(catalogue.scheme_title, HasSubstr("2017年度考评任务分解表"));
  EXPECT_THAT(ListCatalogue(Appraiser(), kUnit, "")->rows[0].places,
              ElementsAre(HasSubstr("》1.1")));
}

TEST_F(CatalogueTest, IsOfOneUnitThatIsNamed) {
  Cited("一", {"1.1"});
  EXPECT_THAT(ListCatalogue(Appraiser(), "财政局", "")->rows, IsEmpty());
  EXPECT_EQ(CodeOf(ListCatalogue(Appraiser(), " ", "")), "field-missing");
  EXPECT_EQ(CodeOf(ListCatalogue(Appraiser(), kUnit, "2099")), "scheme-not-found");
  EXPECT_EQ(CodeOf(ListCatalogue(Contact(), "财政局", "")), "outside-reach");
}

TEST_F(CatalogueTest, WorkbookHasTheColumnsOfCatalogues) {
  const std::string id = Cited("一", {"1.1"}, "=HYPERLINK(\"http://a\",\"纪要\")");
  Cited("二", {"1.2"}, "https://a.example/");
  ASSERT_TRUE(ReviewEvidence(Reviewer(), id, 0, EvidenceStatus::kPartly, "只认第一页"));
  EvidenceDraft draft = Draft();
  draft.details.name = "内部文件";
  draft.details.location = "机要室";
  draft.details.formed = Date::Parse("2017-01-05");
  ASSERT_TRUE(RegisterPaper(Contact(), draft, {"机登3号", "", std::nullopt},
                            std::vector{CitationTarget{scheme_, CitedKind::kTask, "2.1"}}));
  const auto bytes = WriteCatalogue(*ListCatalogue(Appraiser(), kUnit, scheme_));
  ASSERT_TRUE(bytes) << bytes.error().message.zh;
  const auto read = document::ReadDocument("目录.xlsx", *bytes);
  ASSERT_TRUE(read) << read.error().message.zh;
  EXPECT_THAT(read->unknown_results, IsEmpty()) << "no formula";
  std::vector<std::vector<std::string>> rows;
  for (const document::Block& block : read->blocks) {
    const auto* const table = std::get_if<document::Table>(&block);
    if (table == nullptr) continue;
    for (int row = 1; row <= table->rows; ++row) {
      auto& cells = rows.emplace_back(static_cast<std::size_t>(table->columns));
      for (const document::Cell& cell : table->CellsOf(row)) {
        cells[static_cast<std::size_t>(cell.column) - 1] = cell.Text();
      }
    }
  }
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_THAT(std::get<document::Paragraph>(read->blocks.at(0)).text,
              HasSubstr("示范市商业局佐证材料目录（示范市商业局2017年度"));
  EXPECT_THAT(rows[0], ElementsAre("序号", "指标编号", "材料名称", "文号/编号", "形成日期",
                                   "形成单位", "页数", "份数", "原件/复印件", "是否公开（网址）",
                                   "存放位置", "上传人", "上传日期", "SM3", "状态", "采信理由"));
  EXPECT_EQ(rows[1][0], "1");
  EXPECT_EQ(rows[1][1], "1.1");
  EXPECT_EQ(rows[1][2], "=HYPERLINK(\"http://a\",\"纪要\")");
  EXPECT_EQ(rows[1][13].size(), 64U);
  EXPECT_EQ(rows[1][14], "部分采信");
  EXPECT_EQ(rows[1][15], "只认第一页");
  EXPECT_EQ(rows[2][2], "https://a.example/");
  EXPECT_EQ(rows[2][14], "待审");
  EXPECT_EQ(rows[3][3], "机登3号");
  EXPECT_EQ(rows[3][12], "2017-06-01（补）");
  EXPECT_EQ(rows[3][13], "登记件");
}

}  // namespace
}  // namespace kaoping::service
