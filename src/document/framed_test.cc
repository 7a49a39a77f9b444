// Tables drawn with lines in text files.

#include <gmock/gmock.h>

#include <string>

#include "document/builder.h"
#include "document/read.h"

namespace kaoping::document {
namespace {

using ::testing::ElementsAre;

// The blocks in short: “段 words”, or “表 rows×columns” and “row,column[rows×columns] words” of
// each cell, which tells its spans only if it has any.
std::vector<std::string> BlocksOf(const std::string& text) {
  const Result<Document> document = ReadDocument("表.txt", text);
  if (!document) return {document.error().code};
  std::vector<std::string> blocks;
  for (const Block& block : document->blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      blocks.push_back("段 " + paragraph->text);
      continue;
    }
    const Table& table = std::get<Table>(block);
    blocks.push_back("表 " + std::to_string(table.rows) + "×" + std::to_string(table.columns));
    for (const Cell& cell : table.cells) {
      std::string words = std::to_string(cell.row) + "," + std::to_string(cell.column);
      if (cell.row_span * cell.column_span > 1) {
        words += "[" + std::to_string(cell.row_span) + "×" + std::to_string(cell.column_span) + "]";
      }
      blocks.push_back(words + " " + cell.Text());
    }
  }
  return blocks;
}

TEST(FramedTable, LinesBetweenRulesAreOneRow) {
  EXPECT_THAT(BlocksOf("考评表\n"
                       "┌──┬──┐\n"
                       "│项目│标准│\n"
                       "├──┼──┤\n"
                       "│法治│按时│\n"
                       "│宣传│报送│\n"
                       "│　　│材料│\n"
                       "└──┴──┘\n"
                       "注：按年考核\n"),
              ElementsAre("段 考评表", "表 2×2", "1,1 项目", "1,2 标准", "2,1 法治宣传",
                          "2,2 按时报送材料", "段 注：按年考核"));
}

TEST(FramedTable, ARuleOverSomeColumnsEndsOnlyTheirCells) {
  EXPECT_THAT(BlocksOf("┌──┬──┬───┐\n"
                       "│项目│标准│分值　│\n"
                       "├──┼──┼───┤\n"
                       "│法治│按时│５分　│\n"
                       "│宣传├──┼───┤\n"
                       "│　　│完整│３分　│\n"
                       "└──┴──┴───┘\n"),
              ElementsAre("表 3×3", "1,1 项目", "1,2 标准", "1,3 分值", "2,1[2×1] 法治宣传",
                          "2,2 按时", "2,3 ５分", "3,2 完整", "3,3 ３分"));
}

TEST(FramedTable, ACellOverABorderSpansColumns) {
  EXPECT_THAT(BlocksOf("┏━━━━━━┓\n"
                       "┃　考　评　表┃\n"
                       "┣━━┳━━━┫\n"
                       "┃项目┃标准　┃\n"
                       "┗━━┻━━━┛\n"),
              ElementsAre("表 2×2", "1,1[1×2] 考　评　表", "2,1 项目", "2,2 标准"));
}

TEST(FramedTable, VerticalTextIsJoined) {
  EXPECT_THAT(BlocksOf("╔═╦══╗\n"
                       "║法║一　║\n"
                       "║治║　　║\n"
                       "║建╠══╣\n"
                       "║设║二　║\n"
                       "╚═╩══╝\n"),
              ElementsAre("表 2×2", "1,1[2×1] 法治建设", "1,2 一", "2,2 二"));
}

TEST(FramedTable, StrokesAreAsWideAsMakesLinesMeet) {
  EXPECT_THAT(BlocksOf("┌──────┬────┐\n"
                       "│“a”   │ 1分│\n"
                       "│      ├────┤\n"
                       "│      │ 2分│\n"
                       "└──────┴────┘\n"),
              ElementsAre("表 2×2", "1,1[2×1] “a”", "1,2 1分", "2,2 2分"));
  EXPECT_THAT(BlocksOf("  ┌──────┬────┐\n"
                       "  │“a” │ 1分│\n"
                       "  │      ├────┤\n"
                       "  │      │ 2分│\n"
                       "  └──────┴────┘\n"),
              ElementsAre("表 2×2", "1,1[2×1] “a”", "1,2 1分", "2,2 2分"));
}

TEST(FramedTable, BordersThatDoNotMeetAreTakenInOrder) {
  EXPECT_THAT(BlocksOf("┌──┬──┐\n"
                       "│项目名称│标准│\n"
                       "├──┼──┤\n"
                       "│法治│按时报送材料│\n"
                       "└──┴──┘\n"),
              ElementsAre("表 2×2", "1,1 项目名称", "1,2 标准", "2,1 法治", "2,2 按时报送材料"));
}

TEST(FramedTable, PlusAndBarsAreAFrame) {
  EXPECT_THAT(
      BlocksOf("+------+----+\n"
               "|考评表     |\n"
               "+------+----+\n"
               "| 3+2  | 乙 |\n"
               "| a|b  +----+\n"
               "|      | -- |\n"
               "+======+====+\n"
               "|其他\n"),
      ElementsAre("表 3×2", "1,1[1×2] 考评表", "2,1[2×1] 3+2a|b", "2,2 乙", "3,2 --", "段 |其他"));
}

TEST(FramedTable, RulesThatFollowAtOnceAreOne) {
  EXPECT_THAT(BlocksOf("┌──┬──┐\n"
                       "│项目│标准│\n"
                       "├──┼──┤\n"
                       "├──┼──┤\n"
                       "│一　│二　│\n"
                       "├──┼──┤\n"
                       "└──┴──┘\n"),
              ElementsAre("表 2×2", "1,1 项目", "1,2 标准", "2,1 一", "2,2 二"));
}

TEST(FramedTable, AFrameAroundOneCellIsLeftOut) {
  EXPECT_THAT(BlocksOf("┌──┐\n│注：│\n│二　│\n└──┘\n"), ElementsAre("段 注：", "段 二"));
}

TEST(FramedTable, WhatIsNoFrameStaysText) {
  EXPECT_THAT(BlocksOf("┌──┬──┐\n│项目│标准│\n"), ElementsAre("段 ┌──┬──┐", "段 │项目│标准│"));
  EXPECT_THAT(BlocksOf("┌──┐\n│甲乙│丙│\n└──┘\n"),
              ElementsAre("段 ┌──┐", "段 │甲乙│丙│", "段 └──┘"));
  EXPECT_THAT(BlocksOf("┌──┐\n│甲乙│右边\n└──┘\n"),
              ElementsAre("段 ┌──┐", "段 │甲乙│右边", "段 └──┘"));
  EXPECT_THAT(BlocksOf("+---\n| a\n+-+-+\n3+2\n"),
              ElementsAre("段 +---", "段 | a", "段 +-+-+", "段 3+2"));
  EXPECT_THAT(BlocksOf("┌──┬──┐\n├──┼──┤\n└──┴──┘\n"),
              ElementsAre("段 ┌──┬──┐", "段 ├──┼──┤", "段 └──┴──┘"));
}

TEST(FramedTable, ARuleUnderAPartOfACellIsNoFrame) {
  EXPECT_THAT(BlocksOf("┌──┬──┐\n│甲乙丙　　│\n├──┤　　│\n└──┴──┘\n"),
              ElementsAre("段 ┌──┬──┐", "段 │甲乙丙　　│", "段 ├──┤　　│", "段 └──┴──┘"));
}

TEST(FramedTable, ManyBrokenFramesTakeNoLongerThanText) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "┌─┐\n+-+\n+-+\n";
  EXPECT_EQ(BlocksOf(text).size(), 300'000U);
}

TEST(FramedTable, TheLimitsHold) {
  std::string rule = "+";
  std::string line = "|";
  for (int i = 0; i < 1'000; ++i) {
    rule += "-+";
    line += "a|";
  }
  std::string text = rule + "\n";
  for (int i = 0; i < 501; ++i) text.append(line).append("\n").append(rule).append("\n");
  EXPECT_THAT(BlocksOf(text), ElementsAre("file-too-many-parts"));

  std::string cell = "┌─┬─┐\n";
  for (std::size_t i = 0; i < kLongestCell / 3; ++i) cell += "│甲│　│\n";
  EXPECT_THAT(BlocksOf(cell + "└─┴─┘\n"),
              ElementsAre("表 1×2", testing::StartsWith("1,1 甲甲"), "1,2 "));
  EXPECT_THAT(BlocksOf(cell + "│甲│　│\n└─┴─┘\n"), ElementsAre("file-cell-too-long"));
}

}  // namespace
}  // namespace kaoping::document
