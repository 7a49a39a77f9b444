// Sheets as offices fill them: titles and sections that nobody merged over the table.

#include <gmock/gmock.h>

#include <algorithm>

#include "notice/notice.h"

namespace kaoping::notice {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string kTitle = "金湖市2024年度政府信息公开工作考核标准";

using Rows = std::vector<std::vector<std::string>>;

// What the reader makes of a sheet with these rows: an empty place has no cell, and nothing is
// merged.
document::Table SheetOf(const Rows& rows) {
  document::Table table;
  table.number = 1;
  for (const std::vector<std::string>& row : rows) {
    ++table.rows;
    int column = 0;
    for (const std::string& text : row) {
      ++column;
      if (!text.empty()) table.cells.push_back({table.rows, column, 1, 1, {text}});
    }
    table.columns = std::max(table.columns, column);
  }
  return table;
}

const Rows kTasks = {{"组织领导", "4分", "明确分管领导。（未明确的扣2分）"},
                     {"工作制度", "6分", "建立审查、发布制度。（每缺一项制度扣2分）"},
                     {"二、公开平台（15分）"},
                     {"网站栏目", "10分", "栏目设置规范。（栏目空白的，每个扣2分）"},
                     {"查阅场所", "5分", "设立查阅点。（未设立的不得分）"}};

Notice ReadSheet(const std::vector<std::string>& above, Rows rows) {
  rows.insert(rows.end(), kTasks.begin(), kTasks.end());
  document::Document document{"考评表.xlsx", {}};
  int number = 0;
  for (const std::string& line : above) {
    document.blocks.push_back(document::Paragraph{++number, line});
  }
  document.blocks.push_back(SheetOf(rows));
  const Result<Notice> notice = ReadNotice(document);
  EXPECT_TRUE(notice) << notice.error().message.zh;
  return notice ? *notice : Notice{};
}

std::vector<std::string> Sections(const Notice& notice) {
  std::vector<std::string> sections;
  for (const Section& section : notice.table.sections) {
    sections.push_back(section.title.text + ":" + std::to_string(section.rows.size()));
  }
  return sections;
}

TEST(Sheet, ANumberedLineAboveATableWithoutAHeadIsTheFirstSection) {
  const Notice notice = ReadSheet({kTitle, "一、机制建设（10分）"}, {});
  EXPECT_EQ(notice.table.title.text, kTitle);
  EXPECT_THAT(Sections(notice), ElementsAre("一、机制建设（10分）:2", "二、公开平台（15分）:2"));
  EXPECT_EQ(notice.table.sections[0].base->ToString(), "10");
  EXPECT_EQ(notice.table.sections[0].title.place, (Place{2, 0, 0, 0}));
}

TEST(Sheet, ATitleWithAUnitBesideItIsNoTask) {
  const Notice notice = ReadSheet({}, {{kTitle, "", "单位：分"}, {"一、机制建设（10分）"}});
  EXPECT_EQ(notice.table.title.text, kTitle);
  EXPECT_EQ(notice.table.title.place, (Place{0, 1, 1, 1}));
  EXPECT_THAT(Sections(notice), ElementsAre("一、机制建设（10分）:2", "二、公开平台（15分）:2"));
  EXPECT_EQ(ReadSheet({}, {{"2024年考核表", "", "单位：分"}}).table.title.text, "2024年考核表");
}

TEST(Sheet, LabelsAboveTheTasksAreNone) {
  const Notice notice =
      ReadSheet({kTitle}, {{"填报单位：", "", "2024年3月5日"}, {"一、机制建设（10分）"}});
  EXPECT_EQ(notice.table.title.text, kTitle);
  EXPECT_THAT(Sections(notice), ElementsAre("一、机制建设（10分）:2", "二、公开平台（15分）:2"));
}

TEST(Sheet, WhatLooksLikeALabelOrTitleMayBeATask) {
  for (const std::vector<std::string>& task : Rows{{"学习：", "制度", "每季度学习。"},
                                                   {"学习：", "", "每季度学习。（少一次扣1分）"},
                                                   {"学习：", "3分"},
                                                   {"学习：集中学习3分"},
                                                   {"共性指标", "", "见附件"},
                                                   {"一、学习", "", "每季度学习，少一次扣1分。"}}) {
    EXPECT_THAT(Sections(ReadSheet({kTitle}, {task})),
                ElementsAre(kTitle + ":3", "二、公开平台（15分）:2"))
        << task[0];
  }
}

TEST(Sheet, ANumberedTitleInTheFirstRowOpensASection) {
  EXPECT_THAT(Sections(ReadSheet({kTitle}, {{"一、政府信息公开工作考核标准"}})),
              ElementsAre("一、政府信息公开工作考核标准:2", "二、公开平台（15分）:2"));
}

TEST(Sheet, ALineAboveATableIsNoSectionWhereNoneIsNumbered) {
  EXPECT_THAT(Sections(ReadSheet({"附件", kTitle, "机制建设"}, {})),
              ElementsAre(kTitle + ":2", "二、公开平台（15分）:2"));
}

TEST(Sheet, ALoneLineThatGivesPointsIsATaskOfTheItemAbove) {
  const Notice notice =
      ReadSheet({kTitle}, {{"一、会议", "3分", "少一次扣1分"}, {"二、每迟到一次扣1分"}});
  const std::vector<Row>& rows = notice.table.sections.at(0).rows;
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[1].base->shared_row, 0);
}

TEST(Sheet, TheTitleMayStandAboveAHeadWithAUnitBesideIt) {
  const Notice notice = ReadSheet({}, {{kTitle, "", "单位：分"}, {"项目", "分值", "评分标准"}});
  EXPECT_EQ(notice.table.title.text, kTitle);
}

TEST(Sheet, FormulasWithoutAResultAreToldOnceForEachTable) {
  document::Document document{"2024年考评表.xlsx", {SheetOf(kTasks)}};
  document.unknown_results = {{{}, "A1"}, {{0, 1, 2, 2}, "C5"}, {{0, 1, 4, 2}, "C7"}};
  const Result<Notice> notice = ReadNotice(document);
  ASSERT_TRUE(notice);
  std::vector<Diagnostic> told;
  for (const Diagnostic& diagnostic : notice->diagnostics) {
    if (diagnostic.code == "formula-without-result") told.push_back(diagnostic);
  }
  ASSERT_EQ(told.size(), 2U);
  EXPECT_THAT(told[0].message.zh, HasSubstr("A1（共 1 个）"));
  EXPECT_THAT(told[1].message.zh, HasSubstr("C5、C7（共 2 个）"));
  EXPECT_EQ(told[1].place, (Place{0, 1, 2, 2}));
}

// 共性指标 is short, and ends like a title.
TEST(Sheet, AShortTitleAcrossATableWithoutAHeadOpensASection) {
  document::Table table = SheetOf({{"共性指标"}, kTasks[0], kTasks[1]});
  table.cells[0].column_span = 3;
  const Result<Notice> notice = ReadNotice({"2024年考评表.xlsx", {table}});
  ASSERT_TRUE(notice);
  EXPECT_THAT(Sections(*notice), ElementsAre("共性指标:2"));
}

}  // namespace
}  // namespace kaoping::notice
