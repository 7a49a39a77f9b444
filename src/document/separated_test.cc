// Rows that spreadsheets write as text: .tsv and .csv.

#include <gmock/gmock.h>

#include "document/builder.h"
#include "document/read.h"

namespace kaoping::document {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Paragraph& ParagraphAt(const Document& document, std::size_t index) {
  return std::get<Paragraph>(document.blocks.at(index));
}
const Table& TableAt(const Document& document, std::size_t index) {
  return std::get<Table>(document.blocks.at(index));
}

TEST(SeparatedReader, QuotedCellsOfATsvHoldTabsAndLineBreaks) {
  const auto document = ReadDocument(
      "a.TSV", "标题\n项目\t内容\n\"一\n二\"\t\"说\"\"好\"\"\t话\"\n\"七五\"普法\t丙\n");
  ASSERT_TRUE(document);
  const Table& table = TableAt(*document, 1);
  EXPECT_EQ(table.rows, 3);
  EXPECT_THAT(table.Find(2, 1)->paragraphs, ElementsAre("一", "二"));
  EXPECT_EQ(table.Find(2, 2)->Text(), "说\"好\"\t话");
  EXPECT_EQ(table.Find(3, 1)->Text(), "\"七五\"普法");
}

TEST(SeparatedReader, ACsvHasTitlesAndOneTable) {
  const auto document =
      ReadDocument("a.csv", "考评表,,\r\n项目,内容,分值\r\n一,,5\r\n\r\n,乙,\r\n");
  ASSERT_TRUE(document);
  ASSERT_EQ(document->blocks.size(), 2U);
  EXPECT_EQ(ParagraphAt(*document, 0).text, "考评表");
  const Table& table = TableAt(*document, 1);
  EXPECT_EQ(table.rows, 3);
  EXPECT_EQ(table.columns, 3);
  EXPECT_THAT(table.Find(2, 2)->paragraphs, IsEmpty());
  EXPECT_EQ(table.Find(2, 3)->Text(), "5");
  EXPECT_EQ(table.Find(3, 2)->Text(), "乙");
}

TEST(SeparatedReader, ARowWithItsFirstCellAloneGoesAcross) {
  const auto document = ReadDocument("a.csv", "项目,内容,分值\n加分,,\n一,,5\n,乙,\n抄送：丙,,\n");
  ASSERT_TRUE(document);
  const Table& table = TableAt(*document, 0);
  EXPECT_EQ(table.rows, 5);
  EXPECT_EQ(table.Find(2, 1)->column_span, 3);
  EXPECT_EQ(table.Find(2, 2), nullptr);
  EXPECT_EQ(table.Find(3, 1)->column_span, 1);
  EXPECT_EQ(table.Find(4, 1)->column_span, 1);
  EXPECT_EQ(table.Find(5, 1)->Text(), "抄送：丙");
  EXPECT_EQ(table.Find(5, 1)->column_span, 3);
}

TEST(SeparatedReader, QuotedCellsOfACsvHoldSeparatorsQuotesAndLineBreaks) {
  const auto document =
      ReadDocument("a.csv", "项目,标准\n\"一,二\",\"说\"\"好\"\"\n扣1分\"\n\"\",\"三\"");
  ASSERT_TRUE(document);
  const Table& table = TableAt(*document, 0);
  EXPECT_EQ(table.rows, 3);
  EXPECT_EQ(table.Find(2, 1)->Text(), "一,二");
  EXPECT_THAT(table.Find(2, 2)->paragraphs, ElementsAre("说\"好\"", "扣1分"));
  EXPECT_THAT(table.Find(3, 1)->paragraphs, IsEmpty());
  EXPECT_EQ(table.Find(3, 2)->Text(), "三");
}

TEST(SeparatedReader, TheSeparatorIsTheOneThatDividesMostLinesAlike) {
  for (const char* const text :
       {"项目;分值\n一;1,5\n二;2,5\n", "项目\t分值\n一\t1,5\n二\t2,5\n",
        "sep=;\n项目;分值\n一;1,5\n二;2,5", "项目,分值\n一,\"1,5\"\n二,\"2,5\"\n"}) {
    const auto document = ReadDocument("a.csv", text);
    ASSERT_TRUE(document);
    ASSERT_EQ(document->blocks.size(), 1U) << text;
    EXPECT_EQ(TableAt(*document, 0).columns, 2) << text;
    EXPECT_EQ(TableAt(*document, 0).Find(2, 2)->Text(), "1,5") << text;
  }
}

TEST(SeparatedReader, ACsvMayBeGb18030) {
  const auto document = ReadDocument("a.csv", "\xBF\xBC,\xC6\xC0\n1,2\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(TableAt(*document, 0).Find(1, 2)->Text(), "评");
}

TEST(SeparatedReader, AQuoteThatNeverClosesIsACharacter) {
  const auto document = ReadDocument("a.csv", "项目,标准\n\"一,二\n三,\"四\" 五\n");
  ASSERT_TRUE(document);
  const Table& table = TableAt(*document, 0);
  EXPECT_EQ(table.rows, 3);
  EXPECT_EQ(table.Find(2, 1)->Text(), "\"一");
  EXPECT_EQ(table.Find(2, 2)->Text(), "二");
  EXPECT_EQ(table.Find(3, 2)->Text(), "\"四\" 五");
}

TEST(SeparatedReader, LinesWithoutSeparatorsAreParagraphs) {
  const auto document = ReadDocument("a.csv", "标题\n说明\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(ParagraphAt(*document, 1).text, "说明");
}

TEST(SeparatedReader, WhatHasNoWordsOrTooManyCellsIsRefused) {
  EXPECT_EQ(ReadDocument("a.csv", ",,\n,\"\"\n").error().code, "file-empty");
  EXPECT_EQ(ReadDocument("a.tsv", "\"\"\t\"\"\n").error().code, "file-empty");
  EXPECT_EQ(ReadDocument("a.csv", std::string("a,b\0,", 6)).error().code, "file-not-text");
  EXPECT_EQ(ReadDocument("a.csv", "a,b\n" + std::string(kMostParts + 1, ',') + "b,b").error().code,
            "file-too-many-parts");
  EXPECT_EQ(
      ReadDocument("a.csv", "a,b\n\"" + std::string(kLongestCell + 1, 'x') + "\",c").error().code,
      "file-cell-too-long");
}

TEST(SeparatedReader, QuotesWithoutEndTakeNoLongerThanOthers) {
  std::string text = "a,b\n";
  for (int i = 0; i < 300'000; ++i) text += "\"\"\"x,\"\"x,\"x\n";
  EXPECT_EQ(ReadDocument("a.csv", text).error().code, "file-too-many-parts");
}

}  // namespace
}  // namespace kaoping::document
