#include "notice/table.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "notice/text_notice_test.h"

namespace kaoping::notice {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

AppraisalTable TableOf(const std::string& table) {
  const Result<Notice> notice = ReadText("2018年度考评表\n" + table);
  EXPECT_TRUE(notice) << notice.error().message.zh;
  return notice->table;
}

std::vector<Role> RolesOf(const std::string& head) {
  std::vector<Role> roles;
  for (const Column& column : TableOf(head + "\n一\t二\t三\t四\t五\t六\n").columns) {
    roles.push_back(column.role);
  }
  return roles;
}

TEST(NoticeTable, ColumnsAreKnownByTheWordsOfTheHead) {
  using enum Role;
  EXPECT_THAT(RolesOf("序号\t考核项目\t考核内容\t标准分\t评分细则\t备注"),
              ElementsAre(kIgnored, kSection, kContent, kBase, kCriterion, kIgnored));
  EXPECT_THAT(RolesOf("类别\t工作任务\t佐证材料\t牵头单位\t配合单位\t计分办法"),
              ElementsAre(kSection, kContent, kDeliverable, kOffice, kOffice, kCriterion));
  EXPECT_THAT(RolesOf("项目\t考核标准\t扣分标准"), ElementsAre(kSection, kContent, kCriterion));
  EXPECT_THAT(RolesOf("项目\t扣分标准\t考核标准"), ElementsAre(kSection, kCriterion, kContent));
  EXPECT_THAT(RolesOf("考核指标\t考核内容\t分值\t评分标准"),
              ElementsAre(kSection, kContent, kBase, kCriterion));
  EXPECT_THAT(RolesOf("项 目\t内 容\t完成时限\t评 分 标 准"),
              ElementsAre(kSection, kContent, kUnknown, kCriterion));
}

TEST(NoticeTable, AnUnknownColumnIsTold) {
  const Result<Notice> notice =
      ReadText("2018年度考评表\n内容\t完成时限\t评分标准\n健全机构\t6月底\t不健全的扣1分\n");
  ASSERT_TRUE(notice);
  EXPECT_THAT(Codes(*notice), ElementsAre("column-unused"));
  EXPECT_EQ(notice->diagnostics[0].place, (Place{0, 1, 1, 2}));
}

TEST(NoticeTable, SectionsGoOnDownwardOverEmptyAndRepeatedCells) {
  const AppraisalTable table =
      TableOf("项目\t内容\t评分标准\n甲\t一\t扣1分\n\t二\t扣1分\n甲\t三\t扣1分\n乙\t四\t扣1分\n");
  ASSERT_EQ(table.sections.size(), 2U);
  EXPECT_EQ(table.sections[0].rows.size(), 3U);
  EXPECT_EQ(table.sections[1].title.text, "乙");
}

TEST(NoticeTable, WithoutAColumnOfSectionsTheTableIsOne) {
  const AppraisalTable table = TableOf("内容\t评分标准\n一\t扣1分\n二\t扣1分\n");
  ASSERT_EQ(table.sections.size(), 1U);
  EXPECT_EQ(table.sections[0].title.text, "2018年度考评表");
  EXPECT_EQ(table.sections[0].rows.size(), 2U);
}

TEST(NoticeTable, AFirstRowWithoutASectionIsTold) {
  const Result<Notice> notice = ReadText("2018年度考评表\n项目\t内容\t评分标准\n\t一\t扣1分\n");
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->table.sections[0].title.text, "2018年度考评表");
  EXPECT_THAT(Codes(*notice), ElementsAre("section-missing"));
}

TEST(NoticeTable, TheKindOfASectionComesFromItsWords) {
  using enum Section::Kind;
  const AppraisalTable table = TableOf(
      "项目\t内容\t评分标准\n日常工作\t一\t扣1分\n个 性 工作\t二\t视情打分\n加 分 项\t三\t加1分\n"
      "加分扣分项\t四\t扣1分\n结果 运用\t五\t\n");
  std::vector<Section::Kind> kinds;
  for (const Section& section : table.sections) kinds.push_back(section.kind);
  EXPECT_THAT(kinds, ElementsAre(kOrdinary, kIndividual, kBonus, kOrdinary, kUse));
  EXPECT_EQ(table.sections[1].title.text, "个性工作");
}

TEST(NoticeTable, AnEmptyCriterionIsSharedWithTheRowAbove) {
  const Section section =
      TableOf("项目\t内容\t评分标准\n甲\t一\t扣1分\n\t二\t\n\t三\t\n\t四\t扣2分\n").sections[0];
  EXPECT_EQ(section.rows[1].shared_row, 0);
  EXPECT_EQ(section.rows[2].shared_row, 0);
  EXPECT_EQ(section.rows[3].shared_row, std::nullopt);
  EXPECT_EQ(section.rows[3].criterion->text.text, "扣2分");
}

TEST(NoticeTable, ACriterionIsNotSharedOverSections) {
  const Result<Notice> notice =
      ReadText("2018年度考评表\n项目\t内容\t评分标准\n甲\t一\t扣1分\n乙\t二\t\n");
  ASSERT_TRUE(notice);
  const Row& row = notice->table.sections[1].rows[0];
  EXPECT_FALSE(row.criterion);
  EXPECT_FALSE(row.shared_row);
  EXPECT_THAT(Codes(*notice), ElementsAre("criterion-missing"));
}

TEST(NoticeTable, AnEmptyContentIsTheOneAbove) {
  const Section section = TableOf("项目\t内容\t评分标准\n甲\t一\t扣1分\n\t\t扣2分\n").sections[0];
  EXPECT_EQ(section.rows[1].content, (PlacedText{"一", {0, 1, 2, 2}}));
}

TEST(NoticeTable, EmptyDeliverablesAndOfficesStayAbsent) {
  const Section section =
      TableOf("内容\t工作成果\t责任处室\t评分标准\n一\t会议记录\t办公室\t扣1分\n二\t\t\t扣1分\n")
          .sections[0];
  EXPECT_THAT(section.rows[1].deliverables, IsEmpty());
  EXPECT_THAT(section.rows[1].offices, IsEmpty());
}

TEST(NoticeTable, DeliverablesArePartedButNotWithinBrackets) {
  const Section section =
      TableOf(
          "内容\t工作成果\t评分标准\n一\t1.会议记录 2.资料（含附件、清单）、台账；照片\t扣1分\n")
          .sections[0];
  EXPECT_THAT(Texts(section.rows[0].deliverables),
              ElementsAre("会议记录", "资料（含附件、清单）", "台账", "照片"));
}

TEST(NoticeTable, OfficesOfSeveralColumnsAreOneList) {
  const Section section =
      TableOf("内容\t牵头处室\t配合处室\t评分标准\n一\t办公室\t财务处、人事处\t扣1分\n")
          .sections[0];
  EXPECT_THAT(section.rows[0].offices,
              ElementsAre(Office{"办公室", Office::By::kName, Office::Role::kLead},
                          Office{"财务处", Office::By::kName, Office::Role::kSupport},
                          Office{"人事处", Office::By::kName, Office::Role::kSupport}));
}

TEST(NoticeTable, BasePointsGoOnDownward) {
  const Result<Notice> notice = ReadText(
      "2018年度考评表\n内容\t分值\t评分标准\n一\t5分\t扣1分\n二\t\t扣1分\n三\t2.5\t扣1分\n"
      "四\t若干\t扣1分\n");
  ASSERT_TRUE(notice);
  const Section& section = notice->table.sections[0];
  EXPECT_EQ(section.rows[0].base->points, Decimal::FromInt(5));
  EXPECT_EQ(section.rows[1].base->shared_row, 0);
  EXPECT_EQ(section.rows[2].base->points, Decimal::Parse("2.5"));
  EXPECT_FALSE(section.rows[3].base);
  EXPECT_THAT(Codes(*notice), ElementsAre("base-unread"));
}

std::vector<std::string> NumbersAndTexts(const Section& section) {
  std::vector<std::string> found;
  for (const Row& row : section.rows) found.push_back(row.number + "|" + row.criterion->text.text);
  return found;
}

TEST(NoticeTable, NumberedParagraphsOfBonusesAreCriteriaByThemselves) {
  EXPECT_THAT(
      NumbersAndTexts(TableOf("项目\t内容\t标准\n加分\t<p>1.甲加1分。</p><p>（2）乙加2分。</p>\t\n")
                          .sections[0]),
      ElementsAre("1|甲加1分。", "2|乙加2分。"));
  EXPECT_THAT(
      NumbersAndTexts(TableOf("项目\t内容\t标准\n加分\t1.甲加1.5分。2.乙加2分。\t\n").sections[0]),
      ElementsAre("1|甲加1.5分。", "2|乙加2分。"));
  EXPECT_THAT(NumbersAndTexts(
                  TableOf("项目\t内容\t标准\n加分\t<p>甲的，</p><p>加1分。</p>\t\n").sections[0]),
              ElementsAre("|甲的，\n加1分。"));
}

TEST(NoticeTable, TheSpanOfACriterionLeavesItsNumberOut) {
  const Section section = TableOf("项目\t内容\t标准\n加分\t1.甲加1分。2.乙加2分。\t\n").sections[0];
  EXPECT_EQ(section.rows[1].criterion->span, (Span{9, 14}));
  EXPECT_EQ(section.rows[1].criterion->text.place, (Place{0, 1, 2, 2}));
  const Section whole = TableOf("项目\t内容\t标准\n加分\t甲加1分。\t\n").sections[0];
  EXPECT_EQ(whole.rows[0].criterion->span, Span{});
}

TEST(NoticeTable, PartsOfOneItemShareWhatItIsWorth) {
  const Section section =
      TableOf("项目\t内容\t分值\t标准\n加分\t1.甲加1分。2.乙加2分。\t5\t\n").sections[0];
  EXPECT_EQ(section.rows.at(0).base->points, Decimal::FromInt(5));
  EXPECT_EQ(section.rows.at(1).base, (Base{std::nullopt, 0}));
}

TEST(NoticeTable, ADutyThatSaysWhatItIsWorthIsItsOwnCriterion) {
  const Section section =
      TableOf("项目\t内容\t标准\n甲\t机构不健全的扣１分\t\n\t宣传到位\t扣1分\n").sections[0];
  EXPECT_EQ(section.rows[0].criterion->text.text, "机构不健全的扣１分");
  EXPECT_EQ(section.rows[0].content.text, "");
  EXPECT_EQ(section.rows[1].content.text, "宣传到位");
}

TEST(NoticeTable, RepeatedHeadsAndTotalsAreNoTasks) {
  const Result<Notice> notice =
      ReadText("2018年度考评表\n内容\t评分标准\n一\t扣1分\n内容\t评分标准\n二\t扣1分\n合计\t100\n");
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->table.sections[0].rows.size(), 2U);
  EXPECT_THAT(Codes(*notice), ElementsAre("total-row"));
}

TEST(NoticeTable, TheHeadMayStandBelowATitleRow) {
  const AppraisalTable table = TableOf("2018年考评表\t（100分）\n内容\t评分标准\n一\t扣1分\n");
  EXPECT_EQ(table.sections[0].rows.size(), 1U);
  EXPECT_EQ(table.sections[0].rows[0].content.place.row, 3);
}

TEST(NoticeTable, ATotalThatItsPartsDontAddUpToIsTold) {
  const Result<Notice> notice = ReadText(
      "2018年度考评表\n项目\t内容\t分值\t评分标准\n甲\t乙\t5\t扣1分\n丙\t丁\t4\t扣1分\n合计\t\t10\t"
      "\n");
  ASSERT_TRUE(notice);
  EXPECT_THAT(Codes(*notice), ElementsAre("total-row", "total-differs"));
}

TEST(NoticeTable, ARemarkBesideOneRowThatSpeaksOfPointsIsTold) {
  const Result<Notice> notice =
      ReadText("2018年度考评表\n内容\t评分标准\t备注\n甲\t扣1分\t最多扣3分\n乙\t扣1分\t查阅资料\n");
  ASSERT_TRUE(notice);
  EXPECT_THAT(Codes(*notice), ElementsAre("remark-scores"));
}

// Each heading might open a table: what was read in vain is not read again.
TEST(NoticeTable, HeadingsWithoutEndAreNoTable) {
  std::string text = "2018年度考评表\n";
  for (int i = 0; i < 50'000; ++i) text += "内容\n评分标准\n分值\n";
  const Result<Notice> notice = ReadText(text);
  ASSERT_FALSE(notice);
  EXPECT_EQ(notice.error().code, "not-a-notice");
}

TEST(NoticeTable, AColumnOfUnknownUseWithoutAHeadIsToldByItsNumber) {
  const auto notice = ReadText(
      "2018年度考评表\n党建\t每年开会不少于2次\t会议记录\t办公室\t少一次扣1分\n"
      "党建\t建立制度\t制度文本\t法规处\t未建立的扣2分\n");
  ASSERT_TRUE(notice);
  const auto told =
      std::find_if(notice->diagnostics.begin(), notice->diagnostics.end(),
                   [](const Diagnostic& diagnostic) { return diagnostic.code == "column-unused"; });
  ASSERT_NE(told, notice->diagnostics.end());
  EXPECT_THAT(told->message.zh, HasSubstr("第 3 列"));
  EXPECT_EQ(told->place, (Place{0, 1, 1, 3}));
}

}  // namespace
}  // namespace kaoping::notice
