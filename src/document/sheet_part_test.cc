#include "document/sheet_part.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>

namespace kaoping::document {
namespace {

std::string Rows(int count) {
  std::string rows;
  for (int i = 1; i <= count; ++i) {
    rows += fmt::format("<row r=\"{0}\"><c r=\"A{0}\"><v>{0}</v></c></row>", i);
  }
  return rows;
}

std::string Worksheet(const std::string& data) {
  return "<?xml version=\"1.0\"?>\n<worksheet><cols/>" + data + "<mergeCells/></worksheet>";
}

// What its rows say, in order; the code of the error if there is one, behind those read before it.
struct Told {
  std::string words;
  int times = 0;  // that some were given
  std::string code;
};

Told TellRows(const std::string& text) {
  Told told;
  Result<SheetPart> part = SheetPart::Open("表.xlsx", text);
  if (!part) return {"", 0, part.error().code};
  while (true) {
    const Result<pugi::xml_node> data = part->NextRows();
    if (!data) {
      told.code = data.error().code;
      return told;
    }
    if (!*data) return told;
    ++told.times;
    for (const pugi::xml_node& row : data->children()) {
      for (const pugi::xml_node& cell : row.children()) {
        if (LocalName(row) != "row" || LocalName(cell) != "c") continue;
        AppendText(Child(cell, "v"), told.words);
        told.words += ' ';
      }
    }
  }
}

std::string NumbersTo(int last) {
  std::string numbers;
  for (int i = 1; i <= last; ++i) numbers += fmt::format("{} ", i);
  return numbers;
}

TEST(SheetPart, TheRootHasWhatIsAroundTheRows) {
  const Result<SheetPart> part =
      SheetPart::Open("表.xlsx", Worksheet("<sheetData>" + Rows(9) + "</sheetData>"));
  ASSERT_TRUE(part);
  EXPECT_TRUE(Child(part->root(), "cols"));
  EXPECT_TRUE(Child(part->root(), "mergeCells"));
}

TEST(SheetPart, GivesManyRowsAFewAtATime) {
  const Told told = TellRows(Worksheet("<sheetData>" + Rows(10'000) + "</sheetData>"));
  EXPECT_EQ(told.words, NumbersTo(10'000));
  EXPECT_GT(told.times, 3);
  EXPECT_EQ(told.code, "");
}

// What programs do not write can't be cut between rows; it is read at once.
TEST(SheetPart, ReadsWhatItCannotCutAsAWhole) {
  const std::string data = "<sheetData>" + Rows(10'000) + "</sheetData>";
  for (const std::string& text :
       {Worksheet("<!-- </row></sheetData> -->" + data),
        Worksheet("<x><![CDATA[<sheetData></sheetData>]]></x>" + data),
        Worksheet("<?p </sheetData> ?>" + data),
        Worksheet("<sheetData spare=\"\">" + Rows(10'000) + "</sheetData>")}) {
    const Told told = TellRows(text);
    EXPECT_EQ(told.words, NumbersTo(10'000)) << text.substr(0, 100);
    EXPECT_EQ(told.times, 1);
  }
}

TEST(SheetPart, ACommentBeforeTheRootIsNoRow) {
  const std::string root = "<worksheet><sheetData>" + Rows(2) + "</sheetData></worksheet>";
  for (const std::string before : {"", "<!--<sheetData>-->", "\xEF\xBB\xBF<!--<sheetData>-->",
                                   "\xEF\xBB\xBF<?xml version=\"1.0\"?><?a <sheetData>?>"}) {
    const Told told = TellRows(before + root);
    EXPECT_EQ(told.words, "1 2 ") << before;
    EXPECT_EQ(told.code, "") << before;
  }
}

TEST(SheetPart, NoRowsAreNothing) {
  EXPECT_EQ(TellRows(Worksheet("")).times, 0);
  EXPECT_EQ(TellRows(Worksheet("<sheetData/>")).words, "");
  EXPECT_EQ(TellRows(Worksheet("<sheetData></sheetData>")).words, "");
}

TEST(SheetPart, TheFirstRowsCount) {
  const std::string data = "<sheetData>" + Rows(3'000) + "</sheetData>";
  EXPECT_EQ(TellRows(Worksheet(data + "<sheetData><row/></sheetData>")).words, NumbersTo(3'000));
  EXPECT_EQ(TellRows(Worksheet(data + data)).words, NumbersTo(3'000));
}

TEST(SheetPart, DamageBetweenTheRowsIsTold) {
  for (const char* const damage : {"<row>", "</row>", "<row><c></row></c>", "<row r=\"</row>", "<",
                                   "<row><c><v>\xFF</v></c></row>"}) {
    const Told told =
        TellRows(Worksheet("<sheetData>" + Rows(5'000) + damage + Rows(5'000) + "</sheetData>"));
    EXPECT_EQ(told.code, "file-damaged") << damage;
  }
  EXPECT_EQ(TellRows("<worksheet><sheetData>" + Rows(9)).code, "file-damaged");
}

TEST(SheetPart, WhatIsDeepInTheRowsIsPassedOver) {
  std::string deep;
  for (int i = 0; i <= 100'000; ++i) deep += "<a>";
  for (int i = 0; i <= 100'000; ++i) deep += "</a>";
  EXPECT_EQ(TellRows(Worksheet("<sheetData>" + Rows(9) + deep + "</sheetData>")).words,
            NumbersTo(9));
}

TEST(SheetPart, RowsWithTooManyMarksAreNotRead) {
  std::string many = "<sheetData><row>";
  for (std::size_t i = 0; i < kMostMarks; ++i) many += "<c/>";
  EXPECT_EQ(TellRows(Worksheet(many + "</row></sheetData>")).code, "file-unpacked-too-large");
}

// Each byte put out of its place. A remark in front lets the same part be read as a whole.
TEST(SheetPart, DamageNeverMakesOtherWords) {
  const std::string good = Worksheet(
      "<sheetData><row r=\"1\"><c r='A1'><v>甲&lt;</v></c><x:c><v> 乙 </v></x:c></row>\n"
      "<row><c><v>丙\t<b>丁</b>戊</v><v/></c></row></sheetData>");
  EXPECT_EQ(TellRows(good).words, "甲<  乙  丙 戊 ");
  int read = 0;
  int refused = 0;
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (const char byte : {'<', '>', '/', '"', '&', ' ', 'v', '\0', '\xB2'}) {
      std::string text = good;
      text[i] = byte;
      const Told told = TellRows(text);
      const std::size_t root = text.find("<worksheet>");
      if (root == std::string::npos) continue;
      const Told whole = TellRows(text.insert(root, "<!-- -->"));
      if (told.code.empty()) {
        EXPECT_EQ(told.words, whole.words) << text;
        EXPECT_EQ(whole.code, "") << text;
        ++read;
      } else {
        EXPECT_EQ(told.code, "file-damaged") << text;
        ++refused;
      }
    }
  }
  EXPECT_GT(read, 100);
  EXPECT_GT(refused, 100);
}

}  // namespace
}  // namespace kaoping::document
