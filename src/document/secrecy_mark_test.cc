#include "document/secrecy_mark.h"

#include <gtest/gtest.h>

namespace kaoping::document {
namespace {

std::string MarkOf(std::string_view line) { return FindSecrecyMark(line).value_or(""); }

TEST(SecrecyMarkTest, GradeBeforeAStarIsAMark) {
  EXPECT_EQ(MarkOf("机密★1年"), "机密★1年");
  EXPECT_EQ(MarkOf("000012　　绝密 ★ 10 年"), "绝密★10年");
  EXPECT_EQ(MarkOf("秘密★"), "秘密★");
  EXPECT_EQ(MarkOf("秘密★长期　　特急"), "秘密★长期");
  EXPECT_EQ(MarkOf("关于情况的通报（机密☆6个月）.docx"), "机密☆6个月");
}

TEST(SecrecyMarkTest, GradeAloneInItsLineIsAMark) {
  EXPECT_EQ(MarkOf("机 密"), "机密");
  EXPECT_EQ(MarkOf("000012 秘密"), "000012秘密");
  EXPECT_EQ(MarkOf("密级：机密级"), "密级：机密级");
  EXPECT_EQ(MarkOf("机密 10年"), "机密10年");
}

TEST(SecrecyMarkTest, WordsAboutSecretsAreNone) {
  for (const char* line : {"", "机密文件管理办法", "保守国家秘密", "涉及商业秘密的，不予公开",
                           "密级：公开", "★★★", "秘密工作人员12年"}) {
    EXPECT_EQ(MarkOf(line), "") << line;
  }
}

Document Paragraphs(int before, const std::string& text) {
  Document document;
  for (int i = 0; i < before; ++i) document.blocks.emplace_back(Paragraph{i + 1, "一段话"});
  document.blocks.emplace_back(Paragraph{before + 1, text});
  return document;
}

TEST(SecrecyMarkTest, OnlyTheTopOfADocumentCounts) {
  EXPECT_EQ(FindSecrecyMark(Paragraphs(0, "机密★1年")), "机密★1年");
  EXPECT_EQ(FindSecrecyMark(Paragraphs(19, "机密★1年")), "机密★1年");
  EXPECT_EQ(FindSecrecyMark(Paragraphs(20, "机密★1年")), std::nullopt);
}

TEST(SecrecyMarkTest, CellsAndLinesAreLookedThrough) {
  Document document;
  Table table;
  table.cells.push_back({1, 1, 1, 1, {"示范市商业局文件"}});
  table.cells.push_back({1, 2, 1, 1, {"份号 12", "特急\n机密★1年"}});
  document.blocks.emplace_back(table);
  EXPECT_EQ(FindSecrecyMark(document), "机密★1年");
}

}  // namespace
}  // namespace kaoping::document
