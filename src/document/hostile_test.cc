// Word and Excel files that are damaged, or made to harm: each is one sentence, soon.

#include <gmock/gmock.h>

#include "document/builder.h"
#include "document/office_files_test.h"
#include "document/read.h"
#include "document/xml.h"
#include "document/zip.h"

namespace kaoping::document {
namespace {

using ::testing::HasSubstr;

// The code of the refusal, having checked that both languages name the file; "" if it is read.
std::string Refused(const std::string& file_name, const std::string& bytes) {
  const Result<Document> document = ReadDocument(file_name, bytes);
  if (document) return "";
  EXPECT_EQ(document.error().kind, ErrorKind::kInvalid);
  EXPECT_THAT(document.error().message.zh, HasSubstr(file_name));
  EXPECT_THAT(document.error().message.en, HasSubstr(file_name));
  return document.error().code;
}

std::string SmallDocx() {
  return MakeDocx(P("标题") +
                  Tbl(Tr(Tc(P("项目")) + Tc(P("标准"))) + Tr(Tc(P("一")) + Tc(P("扣1分")))));
}
std::string SmallXlsx() {
  return MakeXlsx(
      {{"表", "<sheetData><row>" + C("A1", "项目") + C("B1", "标准") + "</row></sheetData>"}});
}
// An archive whose main part is this.
std::string WithMain(const std::string& xml) {
  return MakeZip(
      {{"_rels/.rels", Relationships({{"officeDocument", "main.xml"}})}, {"main.xml", xml}});
}

// ---- Another kind of file than its name says ----------------------------------------------------

TEST(HostileFile, WhatTheNameHidesIsTold) {
  const std::string old_word =
      std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + std::string(600, 'x');
  EXPECT_EQ(Refused("通知.docx", old_word), "file-mislabelled");
  EXPECT_THAT(ReadDocument("通知.docx", old_word).error().message.zh, HasSubstr("旧版"));
  EXPECT_EQ(Refused("通知.docx", "只是文本"), "file-mislabelled");
  EXPECT_EQ(Refused("通知.docx", ""), "file-mislabelled");
  EXPECT_EQ(Refused("通知.docx", MakeZip({{"甲.txt", "考评"}})), "file-mislabelled");
  EXPECT_THAT(ReadDocument("表.docx", SmallXlsx()).error().message.zh, HasSubstr("改成 .xlsx"));
  EXPECT_THAT(ReadDocument("表.xlsx", SmallDocx()).error().message.zh, HasSubstr("改成 .docx"));
  EXPECT_THAT(ReadDocument("通知.txt", SmallDocx()).error().message.zh, HasSubstr("改成 .docx"));
  EXPECT_THAT(ReadDocument("通知.doc", SmallXlsx()).error().message.zh, HasSubstr("改成 .xlsx"));
  EXPECT_EQ(Refused("通知.docx", WithMain("<presentation/>")), "file-mislabelled");
}

TEST(HostileFile, APasswordIsNamed) {
  using namespace std::string_literals;
  EXPECT_EQ(Refused("通知.docx", MakeZip({{"_rels/.rels", "<a/>"}}, "secret")), "file-encrypted");
  EXPECT_EQ(
      Refused("通知.docx", "\xD0\xCF\x11\xE0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s),
      "file-encrypted");
}

TEST(HostileFile, AFileWithoutWordsIsEmpty) {
  EXPECT_EQ(Refused("通知.docx", MakeDocx(P(" "))), "file-empty");
  EXPECT_EQ(Refused("表.xlsx", MakeXlsx({{"表", "<sheetData/>"}})), "file-empty");
  EXPECT_EQ(Refused("表.xlsx", MakeXlsx({})), "file-empty");
}

// ---- Damaged archives ---------------------------------------------------------------------------

TEST(HostileFile, ATruncatedFileIsDamaged) {
  for (const std::string& file : {SmallDocx(), SmallXlsx()}) {
    for (std::size_t size = 4; size < file.size(); size += 7) {
      EXPECT_EQ(Refused("通知.docx", file.substr(0, size)), "file-damaged") << size;
    }
  }
}

TEST(HostileFile, NoDamagedByteDoesHarm) {
  for (const std::string& name : {std::string("通知.docx"), std::string("表.xlsx")}) {
    const std::string file = name == "表.xlsx" ? SmallXlsx() : SmallDocx();
    for (std::size_t i = 0; i < file.size(); ++i) {
      std::string damaged = file;
      damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
      (void)Refused(name, damaged);
    }
  }
}

TEST(HostileFile, AnEntryNamedTwiceIsDamage) {
  std::string file = MakeZip({{"_rels/.rels", "<a/>"}, {"_rels/.relx", "<a/>"}});
  for (auto at = file.find(".relx"); at != std::string::npos; at = file.find(".relx")) {
    file.replace(at, 5, ".rels");
  }
  EXPECT_EQ(Refused("通知.docx", file), "file-damaged");
  EXPECT_EQ(Refused("通知.docx", MakeZip({{"_rels/.rels", "<a/>"}, {"_RELS/.rels", "<a/>"}})),
            "file-damaged");
}

TEST(HostileFile, AnArchiveThatContradictsItselfIsDamage) {
  std::string file = SmallDocx();
  file.replace(file.find("word/document.xml"), 17, "word/documenx.xml");  // not in its directory
  EXPECT_EQ(Refused("通知.docx", file), "file-damaged");
}

TEST(HostileFile, MissingPartsAreDamage) {
  EXPECT_EQ(Refused("通知.docx",
                    MakeZip({{"_rels/.rels", Relationships({{"officeDocument", "a.xml"}})}})),
            "file-damaged");
  EXPECT_EQ(Refused("通知.docx", WithMain("")), "file-damaged");
  EXPECT_EQ(Refused("通知.docx", WithMain("<document><body>")), "file-damaged");
  EXPECT_EQ(Refused("通知.docx", WithMain("<document>\xC3\x28</document>")), "file-damaged");
  EXPECT_EQ(
      Refused("表.xlsx", WithMain("<workbook><sheets><sheet id=\"rId9\"/></sheets></workbook>")),
      "file-damaged");
  EXPECT_EQ(
      Refused("表.xlsx",
              MakeXlsx({{"表", "<sheetData><row><c t=\"s\"><v>9</v></c></row></sheetData>"}})),
      "file-damaged");
  EXPECT_EQ(
      Refused("表.xlsx",
              MakeXlsx({{"表", "<sheetData><row>" + C("XFE1", "甲") + "</row></sheetData>"}})),
      "file-damaged");
}

// ---- Made to harm -------------------------------------------------------------------------------

TEST(HostileFile, ABombIsNotUnpacked) {
  EXPECT_EQ(Refused("通知.docx", WithMain(std::string(kLargestEntry + 1, ' '))),
            "file-unpacked-too-large");
  EXPECT_EQ(Refused("通知.docx", WithMain(std::string(20 << 20, ' '))), "file-unpacked-too-large");
}

TEST(HostileFile, AnEntryThatLiesAboutItsSizeIsFoundOut) {
  using namespace std::string_literals;
  std::string file = WithMain(std::string(1 << 20, ' '));
  const std::string size = "\x00\x00\x10\x00"s;
  for (auto at = file.find(size); at != std::string::npos; at = file.find(size, at + 4)) {
    file.replace(at, 4, "\xE8\x03\x00\x00"s);
  }
  EXPECT_EQ(Refused("通知.docx", file), "file-damaged");
}

TEST(HostileFile, TooManyEntriesAreRefused) {
  ZipParts parts;
  for (int i = 0; i <= kMostEntries; ++i) parts.emplace_back(std::to_string(i), "");
  EXPECT_EQ(Refused("通知.docx", MakeZip(parts)), "file-unpacked-too-large");
}

TEST(HostileFile, DeepNestingIsRefused) {
  std::string open = "<w:document><w:body>";
  std::string close = "</w:body></w:document>";
  for (int i = 0; i < 100'000; ++i) open += "<w:ins>";
  for (int i = 0; i < 100'000; ++i) close.insert(0, "</w:ins>");
  EXPECT_EQ(Refused("通知.docx", WithMain(open + close)), "file-too-deep");
}

TEST(HostileFile, TooManyElementsAreRefused) {
  std::string body;
  for (std::size_t i = 0; i <= kMostMarks; ++i) body += "<a/>";
  EXPECT_EQ(Refused("通知.docx", WithMain("<document>" + body + "</document>")),
            "file-unpacked-too-large");
}

TEST(HostileFile, EntitiesAreNotFollowed) {
  EXPECT_EQ(Refused("通知.docx",
                    WithMain("<!DOCTYPE d [<!ENTITY a \"考\"><!ENTITY b \"&a;&a;\">"
                             "<!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
                             "<document><body><p><r><t>&b;&c;</t></r></p></body></document>")),
            "file-damaged");
  const auto document = ReadDocument("通知.docx", MakeDocx(P("&lol;&amp;&#xD800;")));
  ASSERT_TRUE(document);
  EXPECT_THAT(std::get<Paragraph>(document->blocks.at(0)).text, HasSubstr("&lol;&"));
}

TEST(HostileFile, NoPartOutsideTheFileIsRead) {
  EXPECT_EQ(
      Refused("通知.docx", MakeZip({{"_rels/.rels",
                                     Relationships({{"officeDocument", "../../../etc/passwd"}})}})),
      "file-damaged");
  const std::string external =
      "<Relationships><Relationship Id=\"rId1\" Type=\"x/officeDocument\" TargetMode=\"External\" "
      "Target=\"http://example.invalid/a.xml\"/></Relationships>";
  EXPECT_EQ(Refused("通知.docx", MakeZip({{"_rels/.rels", external}})), "file-mislabelled");
  // Names that lead out of a folder are only names: nothing is unpacked to disk.
  const std::string file =
      MakeZip({{"_rels/.rels", Relationships({{"officeDocument", "a.xml"}})},
               {"../../../tmp/kaoping", "x"},
               {"a.xml", "<document><body><p><r><t>甲</t></r></p></body></document>"}});
  EXPECT_EQ(Refused("通知.docx", file), "");
}

TEST(HostileFile, PartsThatReferToEachOtherEnd) {
  const std::string file =
      MakeZip({{"_rels/.rels", Relationships({{"officeDocument", "a.xml"}})},
               {"_rels/a.xml.rels", Relationships({{"worksheet", "a.xml"}, {"styles", "a.xml"}})},
               {"a.xml",
                "<workbook><sheets><sheet id=\"rId1\"/><sheet id=\"rId1\"/></sheets></workbook>"}});
  EXPECT_EQ(Refused("表.xlsx", file), "file-empty");
}

TEST(HostileFile, TheSameSheetNamedOftenIsUnpackedOnlySoOften) {
  std::string sheets;
  for (int i = 0; i < 5'000; ++i) sheets += "<sheet id=\"rId1\"/>";
  std::string noise;
  for (unsigned i = 0, x = 1; i < 200'000; ++i) {
    x = x * 1664525 + 1013904223;
    noise += "<!--" + std::to_string(x) + "-->";
  }
  const std::string file =
      MakeZip({{"_rels/.rels", Relationships({{"officeDocument", "a.xml"}})},
               {"_rels/a.xml.rels", Relationships({{"worksheet", "s.xml"}})},
               {"a.xml", "<workbook><sheets>" + sheets + "</sheets></workbook>"},
               {"s.xml", "<worksheet>" + noise + "</worksheet>"}});
  EXPECT_EQ(Refused("表.xlsx", file), "file-unpacked-too-large");
}

TEST(HostileFile, OneLongTextInManyCellsIsRefused) {
  std::string cells;
  for (int i = 0; i < 5'000; ++i) cells += "<c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c>";
  const std::string sheet = "<sheetData><row>" + cells + "</row></sheetData>";
  EXPECT_EQ(Refused("表.xlsx",
                    MakeXlsx({{"表", sheet}}, "<si><t>" + std::string(20'000, 'x') + "</t></si>")),
            "file-unpacked-too-large");
  EXPECT_EQ(Refused("表.xlsx",
                    MakeXlsx({{"表", sheet}}, "<si><t>" + std::string(40'000, 'x') + "</t></si>")),
            "file-cell-too-long");
}

// Rows of two cells each.
std::string Rows(int count) {
  std::string rows;
  for (int i = 0; i < count; ++i) {
    rows += "<row><c><v>" + std::to_string(i) + "</v></c><c><v>2</v></c></row>";
  }
  return "<sheetData>" + rows + "</sheetData>";
}

TEST(HostileFile, TooManyCellsAreRefused) {
  EXPECT_EQ(Refused("表.xlsx", MakeXlsx({{"表", Rows(100'000)}})), "");
  EXPECT_EQ(Refused("表.xlsx", MakeXlsx({{"表", Rows(300'000)}})), "file-too-many-parts");
  std::string cells;
  for (int i = 0; i <= kMostParts; ++i) cells += "<w:tc/>";
  EXPECT_EQ(Refused("通知.docx", MakeDocx(Tbl(Tr(cells) + Tr(Tc(""))))), "file-too-many-parts");
}

TEST(HostileFile, AbsurdSpansAndLevelsStayWithinBounds) {
  EXPECT_THAT(
      Refused(
          "通知.docx",
          MakeDocx(Tbl(Tr(Tc(P("甲"), "<w:gridSpan w:val=\"2147483647\"/>") +
                              Tc(P("乙"), "<w:gridSpan w:val=\"-5\"/>"),
                          "<w:gridBefore w:val=\"2147483647\"/>") +
                       Tr(Tc(P("丙"), "<w:vMerge/>"))) +
                   P("丁", "<w:numPr><w:ilvl w:val=\"99\"/><w:numId w:val=\"-3\"/></w:numPr>"))),
      "");
  std::string merges;
  for (int i = 1; i <= 20'000; ++i)
    merges += "<mergeCell ref=\"A" + std::to_string(i) + ":XFD1048576\"/>";
  EXPECT_EQ(
      Refused("表.xlsx",
              MakeXlsx({{"表", "<sheetData><row r=\"1048576\">" + C("A1048576", "甲") +
                                   C("B1048576", "乙") + "</row><row r=\"1\">" + C("A1", "甲") +
                                   "</row></sheetData><mergeCells>" + merges + "</mergeCells>"}})),
      "");
}

}  // namespace
}  // namespace kaoping::document
