#include <gmock/gmock.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "document/builder.h"
#include "document/decode.h"
#include "document/office_files_test.h"
#include "document/read.h"
#include "document/text_reader.h"

namespace kaoping::document {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using namespace std::string_literals;

// The code of the refusal, having checked that both languages name the file; "" if it is read.
std::string Refused(std::string_view file_name, std::string_view bytes) {
  const Result<Document> document = ReadDocument(file_name, bytes);
  if (document) return "";
  EXPECT_THAT(document.error().message.zh, HasSubstr(std::string(file_name)));
  EXPECT_THAT(document.error().message.en, HasSubstr(std::string(file_name)));
  return document.error().code;
}

const Paragraph& ParagraphAt(const Document& document, std::size_t index) {
  return std::get<Paragraph>(document.blocks.at(index));
}
const Table& TableAt(const Document& document, std::size_t index) {
  return std::get<Table>(document.blocks.at(index));
}

// ---- Decoding -----------------------------------------------------------------------------------

TEST(Decode, EveryEncodingGivesTheSameText) {
  EXPECT_EQ(*DecodeText("a.txt", "考评\n"), "考评\n");
  EXPECT_EQ(*DecodeText("a.txt", "\xEF\xBB\xBF考评\n"), "考评\n");
  EXPECT_EQ(*DecodeText("a.txt", "\xBF\xBC\xC6\xC0\n"), "考评\n");                 // GB18030
  EXPECT_EQ(*DecodeText("a.txt", "\xFF\xFE\x03\x80\xC4\x8B\x0A\x00"s), "考评\n");  // UTF-16
  EXPECT_EQ(*DecodeText("a.txt", "\xFE\xFF\x80\x03\x8B\xC4\x00\x0A"s), "考评\n");
}

TEST(Decode, Gb18030HasFourByteCharacters) {
  EXPECT_EQ(*DecodeText("a.txt", "\xD6\xD0\x95\x32\x82\x36"), "中𠀀");
}

TEST(Decode, EveryLineEndBecomesOne) {
  EXPECT_EQ(*DecodeText("a.txt", "一\r\n二\r三\n四\x1A"), "一\n二\n三\n四");
}

TEST(Decode, WhatNoEncodingFitsIsRefusedWithItsLine) {
  const auto damaged = DecodeText("a.txt", "南通市商务局\n法治建设\xE5\x8D");
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().code, "file-encoding");
  EXPECT_THAT(damaged.error().message.zh, HasSubstr("第 2 行"));

  // One letter less: GB18030 would make 鍗棜甯傚晢… of all that follows.
  EXPECT_EQ(DecodeText("a.txt", "南\x9A市商务局法治建设任务").error().code, "file-encoding");

  const auto neither = DecodeText("a.txt", "\xBF\xBC\n\xC6\xC0\xFF\xFF\n");
  ASSERT_FALSE(neither);
  EXPECT_EQ(neither.error().code, "file-encoding");
  EXPECT_THAT(neither.error().message.en, HasSubstr("nor GB18030 (see line 2)"));

  EXPECT_EQ(DecodeText("a.txt", "\xEF\xBB\xBF\xBF\xBC\xC6\xC0").error().code, "file-encoding");
  EXPECT_EQ(DecodeText("a.txt", "\xFF\xFE\x03\x80\xC4"s).error().code, "file-encoding");
}

TEST(Decode, WhatIsNoTextIsRefused) {
  EXPECT_EQ(DecodeText("a.txt", "考评\0办法"s).error().code, "file-not-text");
  EXPECT_EQ(DecodeText("a.txt", "考评\x01").error().code, "file-not-text");
  const auto archive = DecodeText("a.txt", "PK\x03\x04rest");
  ASSERT_FALSE(archive);
  EXPECT_EQ(archive.error().code, "file-not-text");
  EXPECT_THAT(archive.error().message.zh, HasSubstr("Word"));
}

TEST(Decode, AFileWithoutWordsIsEmpty) {
  EXPECT_EQ(DecodeText("a.txt", "").error().code, "file-empty");
  EXPECT_EQ(DecodeText("a.txt", " \t\r\n\u3000\n").error().code, "file-empty");
}

// ---- Text ---------------------------------------------------------------------------------------

TEST(TextReader, LinesAreParagraphsAndBlankOnesAreNot) {
  const auto document = ReadDocument("folder/a.txt", "\n　　第一段 \n\n\t第二段\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->file_name, "a.txt");
  EXPECT_THAT(document->blocks,
              ElementsAre(Block(Paragraph{1, "第一段"}), Block(Paragraph{2, "第二段"})));
}

TEST(TextReader, LinesWithTabsAreATableThatBlankLinesDoNotEnd) {
  const auto document = ReadDocument("a.txt", "标题\n项目\t内容\n一\t甲\n\n\n\t乙\n结尾\n");
  ASSERT_TRUE(document);
  ASSERT_EQ(document->blocks.size(), 3U);
  const Table& table = TableAt(*document, 1);
  EXPECT_EQ(table.number, 1);
  EXPECT_EQ(table.rows, 3);
  EXPECT_EQ(table.columns, 2);
  EXPECT_EQ(table.Find(2, 2)->Text(), "甲");
  EXPECT_TRUE(table.Find(3, 1)->IsEmpty());
  EXPECT_EQ(table.Find(3, 2)->Text(), "乙");
  EXPECT_EQ(table.PlaceOf(*table.Find(3, 2)), (Place{0, 1, 3, 2}));
  EXPECT_EQ(table.Find(4, 1), nullptr);
  EXPECT_EQ(ParagraphAt(*document, 2).number, 2);
}

TEST(TextReader, OneLineWithATabIsNoTable) {
  const auto document = ReadDocument("a.txt", "南通市商务局办公室\t2017年5月3日印发\n正文\n");
  ASSERT_TRUE(document);
  EXPECT_EQ(ParagraphAt(*document, 0).text, "南通市商务局办公室\t2017年5月3日印发");
  EXPECT_EQ(ParagraphAt(*document, 1).text, "正文");
}

TEST(TextReader, TagsPartTheParagraphsOfACell) {
  const auto document =
      ReadDocument("a.txt", "项目\t内容\n加分\t<p>1.甲。</p> <P>2.乙<br/>丙</P>\n");
  ASSERT_TRUE(document);
  EXPECT_THAT(TableAt(*document, 0).Find(2, 2)->paragraphs, ElementsAre("1.甲。", "2.乙", "丙"));
}

TEST(TextReader, EmptyCellsAndShortRowsStayAsTheyAre) {
  const auto document = ReadDocument("a.txt", "甲\t乙\t丙\n\t丁\t\n戊\t己\n");
  ASSERT_TRUE(document);
  const Table& table = TableAt(*document, 0);
  EXPECT_THAT(table.Find(2, 1)->paragraphs, IsEmpty());
  EXPECT_THAT(table.Find(2, 3)->paragraphs, IsEmpty());
  EXPECT_EQ(table.Find(3, 3), nullptr);
}

// ---- Limits and refusals ------------------------------------------------------------------------

TEST(ReadDocument, UnknownExtensionsAreRefusedByName) {
  EXPECT_EQ(Refused("通知.ceb", "考评"), "file-type");
  EXPECT_THAT(ReadDocument("通知.ceb", "考评").error().message.zh, HasSubstr(".txt 或 .tsv"));
  for (const char* name : {"通知.doc", "通知.WPS", "表.xls", "表.et", "通知.rtf", "表.ods"}) {
    EXPECT_EQ(Refused(name, "\xD0\xCF\x11\xE0"), "file-type");
    EXPECT_THAT(ReadDocument(name, "").error().message.zh, HasSubstr("另存为 .docx 或 .xlsx"));
  }
}

TEST(ReadDocument, WithoutAnExtensionTheBytesTell) {
  EXPECT_EQ(Refused("标准输入", "考评"), "");
  EXPECT_EQ(Refused("标准输入", MakeDocx(P("考评"))), "");
  EXPECT_EQ(Refused("标准输入", MakeZip({{"甲", "乙"}})), "file-type");
}

TEST(ReadDocument, TooManyPartsAreRefused) {
  std::string lines;
  for (int i = 0; i <= kMostParts; ++i) lines += "a\n";
  EXPECT_EQ(Refused("a.txt", lines), "file-too-many-parts");
  EXPECT_EQ(Refused("a.txt", "a\tb\n" + std::string(kMostParts + 1, '\t') + "b\n"),
            "file-too-many-parts");
}

TEST(ReadDocument, ACellLongerThanAnyIsRefusedByItsPlace) {
  const std::string table = "项目\t内容\n一\t" + std::string(kLongestCell + 1, 'x') + "\n";
  EXPECT_EQ(Refused("a.txt", table), "file-cell-too-long");
  EXPECT_THAT(ReadDocument("a.txt", table).error().message.zh, HasSubstr("第 2 行第 2 列"));
}

TEST(ReadDocument, AFileNameThatCannotBeShownIsNotShown) {
  EXPECT_THAT(ReadDocument("\xFF\xFE.pdf", "考评").error().message.zh, HasSubstr("“?.pdf”"));
}

class LoadFileTest : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove(path_); }
  const std::string path_ = testing::TempDir() + "kaoping_load_file_test.txt";
};

TEST_F(LoadFileTest, GivesTheBytes) {
  std::ofstream(path_, std::ios::binary) << "考评\r\n";
  EXPECT_EQ(*LoadFile(path_), "考评\r\n");
}

TEST_F(LoadFileTest, ALargeFileIsRefused) {
  std::ofstream(path_) << "a";
  std::filesystem::resize_file(path_, 100'000'000);
  EXPECT_EQ(LoadFile(path_).error().code, "file-too-large");
  EXPECT_THAT(LoadFile(path_).error().message.zh, HasSubstr("32 MB"));
}

TEST(LoadFile, WhatIsNoFileIsRefused) {
  EXPECT_EQ(LoadFile("/nowhere/通知.txt").error().code, "file-missing");
  EXPECT_EQ(LoadFile("/nowhere/通知.txt").error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(LoadFile(testing::TempDir()).error().code, "file-unreadable");
}

TEST(LoadFile, AnEndlessStreamIsCutOff) {
  EXPECT_EQ(LoadFile("/dev/zero").error().code, "file-too-large");
  std::istringstream stream("考评");
  EXPECT_EQ(*LoadStream(stream, "-"), "考评");
}

}  // namespace
}  // namespace kaoping::document
