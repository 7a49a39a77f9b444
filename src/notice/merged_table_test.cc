// Tables whose cells are merged, as Word files and workbooks tell.

#include <gmock/gmock.h>

#include <algorithm>

#include "notice/text_notice_test.h"

namespace kaoping::notice {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A cell merged over some columns and rows; “.” is a place that another one covers.
struct Merged {
  std::string text = "";
  int columns = 1;
  int rows = 1;
};
document::Table TableWith(const std::vector<std::vector<Merged>>& rows) {
  document::Table table;
  table.number = 1;
  for (const std::vector<Merged>& row : rows) {
    ++table.rows;
    int column = 0;
    for (const Merged& cell : row) {
      ++column;
      if (cell.text == ".") continue;
      std::vector<std::string> paragraphs;
      if (!cell.text.empty()) paragraphs.push_back(cell.text);
      table.cells.push_back({table.rows, column, cell.rows, cell.columns, paragraphs});
    }
    table.columns = std::max(table.columns, column);
  }
  return table;
}
Notice NoticeWith(const std::vector<std::vector<Merged>>& rows) {
  const Result<Notice> notice = ReadNotice({"表.docx", {TableWith(rows)}});
  EXPECT_TRUE(notice) << notice.error().message.zh;
  return notice ? *notice : Notice{};
}
std::vector<std::string> Roles(const Notice& notice) {
  std::vector<std::string> roles;
  for (const Column& column : notice.table.columns) {
    roles.push_back(std::to_string(column.number) + column.heading + ":" + ToString(column.role));
  }
  return roles;
}

TEST(MergedTable, AHeadMayHaveTwoRows) {
  const Notice notice = NoticeWith({
      {{"项目", 1, 2}, {"内容", 1, 2}, {"分数", 2}, {"."}, {"评分标准", 1, 2}, {"责任", 2}, {"."}},
      {{"."}, {"."}, {"标准分"}, {"自评分"}, {"."}, {"牵头单位"}, {"某某"}},
      {{"组织领导", 1, 2}, {"建机构"}, {"5"}, {""}, {"没有的扣1分"}, {"办公室"}, {"各处室"}},
      {{"."}, {"开会"}, {"3"}, {""}, {"少一次扣1分"}, {"办公室"}, {"各处室"}},
  });
  EXPECT_THAT(Roles(notice),
              ElementsAre("1项目:section", "2内容:content", "3标准分:base", "4自评分:ignored",
                          "5评分标准:criterion", "6牵头单位:office", "7某某:office"));
  ASSERT_EQ(notice.table.sections.size(), 1U);
  ASSERT_EQ(notice.table.sections[0].rows.size(), 2U);
  EXPECT_EQ(notice.table.sections[0].rows[1].base->points->ToString(), "3");
  EXPECT_THAT(notice.diagnostics, IsEmpty());
}

TEST(MergedTable, AHeadingOverSeveralColumnsNamesEachOfThem) {
  const Notice notice = NoticeWith({
      {{"考核项目", 2}, {"."}, {"评分标准", 2}, {"."}},
      {{"组织领导"}, {"建机构"}, {"没有的扣1分"}, {"另注"}},
  });
  EXPECT_THAT(Roles(notice), ElementsAre("1考核项目:section", "2考核项目:content",
                                         "3评分标准:criterion", "4评分标准:unknown"));
  EXPECT_EQ(notice.table.sections[0].title.text, "组织领导");
  EXPECT_EQ(notice.table.sections[0].rows[0].content.text, "建机构");
  EXPECT_THAT(Codes(notice), ElementsAre("column-unused"));
}

TEST(MergedTable, ALineAcrossIsTheTitleOfWhatFollows) {
  const Notice notice = NoticeWith({
      {{"序号"}, {"考核内容"}, {"评分标准"}},
      {{"一、基础工作（40分）", 3}, {"."}, {"."}},
      {{"1"}, {"建机构"}, {"没有的扣1分"}},
      {{"二、加分事项", 3}, {"."}, {"."}},
      {{"2"}, {"受表彰"}, {"每次加1分"}},
  });
  ASSERT_EQ(notice.table.sections.size(), 2U);
  EXPECT_EQ(notice.table.sections[0].title.text, "一、基础工作（40分）");
  EXPECT_EQ(notice.table.sections[0].title.place, (Place{0, 1, 2, 1}));
  EXPECT_EQ(notice.table.sections[1].kind, Section::Kind::kBonus);
  EXPECT_EQ(notice.table.sections[1].rows.size(), 1U);
  EXPECT_THAT(notice.diagnostics, IsEmpty());
}

TEST(MergedTable, SectionsWithinAGroupOfBonusesAreBonuses) {
  const Notice notice = NoticeWith({
      {{"项目"}, {"考核内容"}, {"评分标准"}},
      {{"加分项", 3}, {"."}, {"."}},
      {{"表彰"}, {"受表彰"}, {"每次加1分"}},
  });
  ASSERT_EQ(notice.table.sections.size(), 1U);
  EXPECT_EQ(notice.table.sections[0].title.text, "表彰");
  EXPECT_EQ(notice.table.sections[0].kind, Section::Kind::kBonus);
}

TEST(MergedTable, ANumberedDutyBesideAMergedCriterionIsNoTitle) {
  const Notice notice = NoticeWith(
      {{{"内容"}, {"评分标准"}}, {{"一、开会"}, {"少一次扣1分", 1, 2}}, {{"二、学习"}, {"."}}});
  ASSERT_EQ(notice.table.sections.size(), 1U);
  ASSERT_EQ(notice.table.sections[0].rows.size(), 2U);
  EXPECT_EQ(notice.table.sections[0].rows[1].shared_row, 0);
}

TEST(MergedTable, TwoColumnsOfPointsAreTwoCriteriaOfOneItem) {
  const Notice notice = NoticeWith({
      {{"考核内容", 1, 2}, {"分值", 1, 2}, {"评分标准", 2}, {"."}},
      {{"."}, {"."}, {"扣分"}, {"加分"}},
      {{"备案"}, {"10"}, {"未备案每件扣2分"}, {"评为优秀的加1分"}},
      {{"复议"}, {"10"}, {"被撤销每件扣2分"}, {""}},
  });
  const std::vector<Row>& rows = notice.table.sections.at(0).rows;
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].criterion->text.text, "未备案每件扣2分");
  EXPECT_EQ(rows[1].criterion->text.text, "评为优秀的加1分");
  EXPECT_EQ(rows[1].content.text, "备案");
  EXPECT_EQ(rows[1].base->shared_row, 0);
  EXPECT_EQ(rows[2].content.text, "复议");
}

TEST(MergedTable, ALineAcrossThatOnlyNamesDeductionsIsATitle) {
  const Notice notice = NoticeWith({
      {{"项目"}, {"考核内容"}, {"评分标准"}},
      {{"三、倒扣分项（封顶10分）", 3}, {"."}, {"."}},
      {{"通报"}, {"受通报"}, {"每次扣1分"}},
  });
  ASSERT_EQ(notice.table.sections.size(), 1U);
  EXPECT_EQ(notice.table.sections[0].title.text, "通报");
}

TEST(MergedTable, ALineAcrossThatGivesPointsIsACriterionAndARemarkIsTold) {
  const Notice notice = NoticeWith({
      {{"项目"}, {"内容"}, {"评分标准"}},
      {{"组织领导"}, {"建机构"}, {"没有的扣1分"}},
      {{"受到通报批评的，每次扣2分。", 3}, {"."}, {"."}},
      {{"本表由考评办公室负责解释。", 3}, {"."}, {"."}},
  });
  const std::vector<Row>& rows = notice.table.sections.at(0).rows;
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1].criterion->text.text, "受到通报批评的，每次扣2分。");
  EXPECT_THAT(Codes(notice), ElementsAre("remark-row"));
}

TEST(MergedTable, TitleAndImprintMayStandInTables) {
  document::Table imprint =
      TableWith({{{"抄送：市委办公室。", 2}, {"."}}, {{"某市商务局办公室"}, {"2018年5月3日印发"}}});
  imprint.number = 2;
  const Result<Notice> notice =
      ReadNotice({"表.docx",
                  {TableWith({{{"某市2018年度考评表", 3}, {"."}, {"."}},
                              {{"项目"}, {"内容"}, {"评分标准"}},
                              {{"组织领导"}, {"建机构"}, {"没有的扣1分"}}}),
                   imprint}});
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->table.title.text, "某市2018年度考评表");
  EXPECT_EQ(notice->table.title.place, (Place{0, 1, 1, 1}));
  ASSERT_EQ(notice->parts.copies_to.size(), 1U);
  EXPECT_EQ(notice->parts.copies_to[0].text, "市委办公室");
  EXPECT_EQ(notice->parts.printed_by.text, "某市商务局办公室");
  EXPECT_EQ(notice->parts.printed_on->ToString(), "2018-05-03");
}

}  // namespace
}  // namespace kaoping::notice
