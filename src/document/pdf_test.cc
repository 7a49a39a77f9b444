// .pdf files: what poppler's programs tell of them, and files that are refused.

#include "document/pdf_reader.h"

#include <fmt/core.h>
#include <gmock/gmock.h>

#include <cstdint>
#include <string>

#include "document/blocks_test.h"
#include "document/read.h"

namespace kaoping::document {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string kFixture =
    *LoadFile(KAOPING_SOURCE_DIR "/tests/fixtures/documents/nantong-2017.pdf");

std::vector<std::string> BlocksOf(const Result<std::vector<Block>>& blocks) {
  return blocks ? InShort(*blocks) : std::vector<std::string>{blocks.error().code};
}

std::string Refused(const std::string& name, const std::string& bytes) {
  const Result<Document> document = ReadDocument(name, bytes);
  if (document) return "";
  EXPECT_THAT(document.error().message.zh, HasSubstr(name));
  EXPECT_THAT(document.error().message.en, HasSubstr(name));
  return document.error().code;
}

// A page of 200 by 300 points as pdftotext writes it.
std::string Words(const std::string& words) {
  return "<!DOCTYPE html PUBLIC \"a\" \"b\"><html><head><title>&amp;<doc</title></head><body>\n"
         "<doc>\n<page width=\"200.0\" height=\"300.0\">\n<flow><block><line>" +
         words + "</line></block></flow></page>\n</doc>\n</body></html>\n";
}

// A word in a size of ten points that begins here.
std::string Word(double x, double y, const std::string& text, double width) {
  return fmt::format("<word xMin=\"{}\" yMin=\"{}\" xMax=\"{}\" yMax=\"{}\">{}</word>\n", x, y,
                     x + width, y + 13, text);
}

const std::string kFourWords = Words(Word(22, 42, "项目", 20) + Word(46, 42, "标准", 20) +
                                     Word(22, 62, "甲&lt;", 15) + Word(46, 62, "扣1分", 25));

// ---- What the programs tell ---------------------------------------------------------------------

TEST(PdfText, StrokesAndThinFillsRuleATable) {
  // Strokes as pdftocairo draws them, upside down by a matrix; the upright ones are filled.
  const std::string stroke =
      "<path style=\"fill:none;stroke:rgb(0%,0%,0%);\" d=\"M 20 {0} L 180 {0} \" "
      "transform=\"matrix(1,0,0,-1,0,300)\"/>";
  const std::string fill =
      "<path fill=\"rgb(0%, 0%, 0%)\" d=\"M {0} 0 L {1} 0 L {1} 40 L {0} 40 Z M {0} 0 \"/>";
  std::string page;
  for (const int y : {260, 240, 220}) page += fmt::format(fmt::runtime(stroke), y);
  page += "<g transform=\"matrix(1,0,0,1,0,40)\">";
  for (const double x : {20.0, 45.0, 180.0}) page += fmt::format(fmt::runtime(fill), x, x + 0.5);
  page += "</g>";
  const auto expected = ElementsAre("表 2×2", "1,1 项目", "1,2 标准", "2,1 甲<", "2,2 扣1分");
  EXPECT_THAT(BlocksOf(ReadPdfText("表.pdf", kFourWords, "<svg>" + page + "</svg>")), expected);
  EXPECT_THAT(BlocksOf(ReadPdfText("表.pdf", kFourWords,
                                   "<svg><defs><g>" + page + page + "</g></defs><pageSet><page>" +
                                       page + "</page><page/></pageSet></svg>")),
              expected);
}

TEST(PdfText, WhiteLinesAndThoseOfDefinitionsAreNone) {
  const std::string lines =
      "<path style=\"stroke:{0}\" d=\"M 20 40 L 180 40 M 20 60 L 180 60 M 20 80 L 180 80 "
      "M 20 40 L 20 80 M 45 40 L 45 80 M 180 40 L 180 80\"/>";
  const std::string black = fmt::format(fmt::runtime(lines), "rgb(0%,0%,0%)");
  const std::string white = fmt::format(fmt::runtime(lines), "rgb(100%,100%,100%)");
  EXPECT_THAT(BlocksOf(ReadPdfText("表.pdf", kFourWords, "<svg>" + black + "</svg>")).front(),
              "表 2×2");
  for (const std::string& drawing :
       {"<svg>" + white + "</svg>", "<svg><defs>" + black + "</defs></svg>", std::string("<svg"),
        std::string()}) {
    EXPECT_THAT(BlocksOf(ReadPdfText("表.pdf", kFourWords, drawing)).front(), "段 项目 标准");
  }
}

TEST(PdfText, APictureWithoutWordsIsAScan) {
  const std::string picture =
      "<svg><image width=\"1000\" height=\"1500\" transform=\"matrix(0.2,0,0,0.2,0,0)\"/></svg>";
  EXPECT_THAT(BlocksOf(ReadPdfText("表.pdf", Words(""), picture)), ElementsAre("file-scanned"));
  EXPECT_THAT(BlocksOf(ReadPdfText("表.pdf", Words(""), "<svg/>")), ElementsAre("file-empty"));
}

TEST(PdfText, WhatIsCutOffIsDamaged) {
  for (const std::string& words :
       {std::string(), std::string("<doc>"), std::string("</doc><doc>"),
        kFourWords.substr(0, kFourWords.size() / 2), std::string("<doc><page></doc>")}) {
    EXPECT_THAT(BlocksOf(ReadPdfText("表.pdf", words, "")), ElementsAre("file-damaged")) << words;
  }
}

// ---- Whole files --------------------------------------------------------------------------------

TEST(PdfReader, IsKnownWithoutAnExtension) {
  const Result<Document> document = ReadDocument("标准输入", kFixture);
  ASSERT_TRUE(document) << document.error().message.zh;
  EXPECT_EQ(InShort(document->blocks).front(), "段 南通市商务局文件");
}

TEST(PdfReader, APdfUnderAnotherNameIsNamed) {
  for (const char* const name : {"通知.docx", "通知.ofd", "通知.txt", "通知.html"}) {
    EXPECT_EQ(Refused(name, kFixture), "file-mislabelled");
    EXPECT_THAT(ReadDocument(name, kFixture).error().message.zh, HasSubstr("改成 .pdf"));
  }
  EXPECT_EQ(Refused("通知.pdf", "只是文本"), "file-mislabelled");
  EXPECT_EQ(Refused("通知.pdf", ""), "file-mislabelled");
}

TEST(PdfReader, AFileThatIsCutOffIsDamaged) {
  EXPECT_EQ(Refused("通知.pdf", "%PDF-1.7\n"), "file-damaged");
  EXPECT_EQ(Refused("通知.pdf", "%PDF-1.7\n%%EOF\n"), "file-damaged");
  for (const std::size_t part : {2U, 3U, 10U}) {
    EXPECT_EQ(Refused("通知.pdf", kFixture.substr(0, kFixture.size() / part)), "file-damaged");
  }
}

// A page with these resources and contents.
std::string SmallPdf(const std::string& trailer) {
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
         "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
         "trailer<</Root 1 0 R" +
         trailer + ">>\n%%EOF\n";
}

TEST(PdfReader, APageWithoutWordsIsEmpty) {
  EXPECT_EQ(Refused("通知.pdf", SmallPdf("")), "file-empty");
}

// A table of two columns and rows, drawn upright on a page of 400 by 300 points at this place, with
// a page number below it.
std::string DrawnTable(int left, int top) {
  const auto text = [](int x, int y, const char* words) {
    return fmt::format("BT /F 10 Tf {} {} Td ({}) Tj ET ", x, y, words);
  };
  std::string drawing;
  for (int i = 0; i < 3; ++i) {
    const int y = top - 80 * i;
    const int x = left + 150 * i;
    drawing += fmt::format("{} {} m {} {} l S ", left, y, left + 300, y);
    drawing += fmt::format("{} {} m {} {} l S ", x, top, x, top - 160);
  }
  return drawing + text(left + 5, top - 40, "item") + text(left + 155, top - 40, "standard") +
         text(left + 5, top - 120, "task") + text(left + 155, top - 120, "minus") +
         text(left + 150, top - 240, "- 1 -");
}

// A page with these boxes and this drawing.
std::string DrawnPdf(const std::string& boxes, const std::string& drawing) {
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
         "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R" +
         boxes +
         "/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>endobj\n"
         "4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n5 0 obj<</Length " +
         std::to_string(drawing.size()) + ">>stream\n" + drawing +
         "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

std::vector<std::string> BlocksOfPdf(const std::string& boxes, const std::string& drawing) {
  const Result<Document> document = ReadDocument("通知.pdf", DrawnPdf(boxes, drawing));
  return document ? InShort(document->blocks) : std::vector<std::string>{document.error().code};
}

const auto kDrawnTable = ElementsAre("表 2×2", "1,1 item", "1,2 standard", "2,1 task", "2,2 minus");

TEST(PdfReader, PagesMayBeTurned) {
  EXPECT_THAT(BlocksOfPdf("/MediaBox[0 0 400 300]", DrawnTable(50, 270)), kDrawnTable);
  EXPECT_THAT(
      BlocksOfPdf("/MediaBox[0 0 300 400]/Rotate 90", "0 1 -1 0 300 0 cm " + DrawnTable(50, 270)),
      kDrawnTable);
  EXPECT_THAT(
      BlocksOfPdf("/MediaBox[0 0 300 400]/Rotate 270", "0 -1 1 0 0 400 cm " + DrawnTable(50, 270)),
      kDrawnTable);
  EXPECT_THAT(BlocksOfPdf("/MediaBox[0 0 400 300]/Rotate 180",
                          "-1 0 0 -1 400 300 cm " + DrawnTable(50, 270)),
              kDrawnTable);
}

TEST(PdfReader, PagesMayBeginAnywhere) {
  EXPECT_THAT(BlocksOfPdf("/MediaBox[-200 -200 200 100]", DrawnTable(-150, 70)), kDrawnTable);
  EXPECT_THAT(
      BlocksOfPdf("/MediaBox[0 0 200 150]/UserUnit 2", "0.5 0 0 0.5 0 0 cm " + DrawnTable(50, 270)),
      kDrawnTable);
}

TEST(PdfReader, WhatIsCroppedIsNotShown) {
  const std::string outside = "BT /F 10 Tf 110 20 Td (hidden) Tj ET ";
  EXPECT_THAT(BlocksOfPdf("/MediaBox[0 0 600 500]/CropBox[100 100 500 400]",
                          outside + DrawnTable(150, 370)),
              kDrawnTable);
  EXPECT_THAT(BlocksOfPdf("/MediaBox[0 0 600 500]/CropBox[100 100 400 500]/Rotate 90",
                          "0 1 -1 0 400 100 cm " + DrawnTable(50, 270)),
              kDrawnTable);
}

TEST(PdfText, OnlyLinesThatTellATurnTurnAPage) {
  // A word behind the foot of the page as it lies, which is on it once it is turned.
  const std::string words = Words(Word(20, 42, "甲", 10) + Word(250, 42, "乙", 10));
  const auto blocks = [&](const std::string& sizes) {
    return BlocksOf(ReadPdfText("表.pdf", words, "", sizes));
  };
  EXPECT_THAT(blocks("Pages: 1\nPage    1 size:  200 x 300 pts\nPage    1 rot:   90\n"),
              ElementsAre("段 甲 乙"));
  for (const char* const sizes :
       {"", "Page    1 rot:   0\n", "Page    2 rot:   90\n", "Page    0 rot:   90\n",
        "Page 1e9 rot: 90", "Title: Page 1 rot: 90\n", "Page 1 rot:", "Page  rot: 90",
        "Page 1 2 rot: 90", "Page rot: 90", "Title: 甲\nPage 1 rot: 90\nPage    1 rot:   0\n"}) {
    EXPECT_THAT(blocks(sizes), ElementsAre("段 甲")) << sizes;
  }
}

TEST(PdfReader, WhatIsToldMustHoldTogether) {
  const auto read = [](const std::string& told) { return BlocksOf(ReadPdfTold("表.pdf", told)); };
  const std::size_t size = kFourWords.size();
  EXPECT_THAT(read(fmt::format("{} 3\n{}abc", size, kFourWords)),
              ElementsAre("段 项目 标准", "段 甲< 扣1分"));
  for (const std::string& told :
       {std::string(), fmt::format("{}\n{}", size, kFourWords),
        fmt::format("{} 4\n{}abc", size, kFourWords), "99999999999999999999 1\n" + kFourWords,
        "18446744073709551615 2\n" + kFourWords, fmt::format("{} x\n{}", size, kFourWords),
        // Together they are 0.
        fmt::format("{} {}\n{}", size, std::uint64_t{0} - size, kFourWords)}) {
    EXPECT_THAT(read(told), ElementsAre("file-damaged")) << told.substr(0, 20);
  }
}

TEST(PdfReader, APasswordIsNamed) {
  const std::string key(64, 'A');
  EXPECT_EQ(Refused("通知.pdf", SmallPdf("/ID[<" + key.substr(0, 32) + "><" + key.substr(0, 32) +
                                         ">]/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<" +
                                         key + ">/U<" + key + ">>>")),
            "file-encrypted");
}

}  // namespace
}  // namespace kaoping::document
