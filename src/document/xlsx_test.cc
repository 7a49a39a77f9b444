#include <gmock/gmock.h>

#include <charconv>
#include <string>
#include <vector>

#include "document/cell_format.h"
#include "document/office_files_test.h"
#include "document/read.h"

namespace kaoping::document {
namespace {

using ::testing::ElementsAre;

Document Read(const std::string& bytes) {
  const Result<Document> document = ReadDocument("考评表.xlsx", bytes);
  EXPECT_TRUE(document) << document.error().message.zh;
  return document ? *document : Document{};
}

// The paragraphs; a table is “[表]”.
std::vector<std::string> Texts(const std::string& bytes) {
  std::vector<std::string> texts;
  for (const Block& block : Read(bytes).blocks) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    texts.push_back(paragraph == nullptr ? "[表]" : paragraph->text);
  }
  return texts;
}

// The first table.
Table FirstTable(const std::string& bytes) {
  for (const Block& block : Read(bytes).blocks) {
    if (const auto* table = std::get_if<Table>(&block)) return *table;
  }
  ADD_FAILURE() << "no table";
  return {};
}

std::string Data(const std::string& rows, const std::string& merges = "") {
  return "<sheetData>" + rows + "</sheetData><mergeCells>" + merges + "</mergeCells>";
}
std::string Row(const std::string& cells, const std::string& attributes = "") {
  return "<row " + attributes + ">" + cells + "</row>";
}
std::string Merged(const std::string& range) { return "<mergeCell ref=\"" + range + "\"/>"; }

// ---- Cells --------------------------------------------------------------------------------------

// The places and names of formulas without a result.
std::vector<std::string> UnknownResults(const std::string& bytes) {
  std::vector<std::string> results;
  for (const UnknownResult& result : Read(bytes).unknown_results) {
    const Place& place = result.place;
    results.push_back(
        fmt::format("{} t{}r{}c{}", result.name, place.table, place.row, place.column));
  }
  return results;
}

TEST(Xlsx, FormulasWithoutAResultAreTold) {
  // What Excel, openpyxl and a careless program write; then the results that are there.
  const std::string sheet = Data(
      Row(C("B2", "项目") + C("D2", "得分"), "r=\"2\"") +
      Row(C("B4", "甲") + "<c r=\"D4\"><f>SUM(A1:A2)</f></c>", "r=\"4\"") +
      Row(C("B5", "乙") + "<c r=\"C5\"><f>1+1</f><v/></c>" + "<c r=\"AB5\" t=\"str\"><f>A1</f></c>",
          "r=\"5\"") +
      Row(C("B6", "丙") + "<c r=\"C6\" t=\"str\"><f>\"\"</f><v></v></c>"
                          "<c r=\"D6\"><f>1+1</f><v>2</v></c>"
                          "<c r=\"E6\"/>",
          "r=\"6\""));
  EXPECT_THAT(UnknownResults(MakeXlsx({{"Sheet1", sheet}})),
              ElementsAre("D4 t1r2c2", "C5 t1r3c1", "AB5 t1r3c2"));
  EXPECT_THAT(UnknownResults(MakeXlsx({{"甲", sheet}, {"乙", sheet}})).back(), "AB5 t2r3c2");
  const std::string lines = Data(Row(C("A1", "考评通知")) + Row("<c r=\"A2\"><f>A1</f></c>"));
  EXPECT_THAT(UnknownResults(MakeXlsx({{"Sheet1", lines}})), ElementsAre("A2 t0r0c0"));
}

TEST(Xlsx, FormulasBeyondTheMostAreNotCounted) {
  std::string rows = Row(C("A1", "甲") + C("B1", "乙"));
  for (int i = 0; i <= kMostUnknownResults; ++i) rows += Row("<c><f>A1</f></c>");
  EXPECT_EQ(UnknownResults(MakeXlsx({{"Sheet1", Data(rows)}})).size(),
            static_cast<std::size_t>(kMostUnknownResults));
}

TEST(Xlsx, EveryKindOfCellIsReadAsItIsShown) {
  const std::string strings =
      "<si><t>共享</t></si><si><r><t>富</t></r><r><t xml:space=\"preserve\"> 文本</t></r>"
      "<rPh><t>フリガナ</t></rPh></si><si><t>一_x000D_\n二_x005F_</t></si>";
  const Table table = FirstTable(MakeXlsx(
      {{"表", Data(Row("<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>") +
                   Row("<c t=\"str\"><f>A1</f><v>公式</v></c><c t=\"b\"><v>1</v></c>"
                       "<c t=\"e\"><v>#N/A</v></c>") +
                   Row("<c><v>1.5000000000000001</v></c><c><v>0.30000000000000004</v></c>"
                       "<c><v>20170503</v></c>") +
                   Row("<c><f>SUM(A1)</f></c><c "
                       "t=\"d\"><v>2017-05-03T00:00:00</v></c><c><v>-0</v></c>"))}},
      strings));
  EXPECT_EQ(table.Find(1, 1)->Text(), "共享");
  EXPECT_EQ(table.Find(1, 2)->Text(), "富 文本");
  EXPECT_THAT(table.Find(1, 3)->paragraphs, ElementsAre("一", "二_"));
  EXPECT_EQ(table.Find(2, 1)->Text(), "公式");
  EXPECT_EQ(table.Find(2, 2)->Text(), "TRUE");
  EXPECT_EQ(table.Find(2, 3)->Text(), "#N/A");
  EXPECT_EQ(table.Find(3, 1)->Text(), "1.5");
  EXPECT_EQ(table.Find(3, 2)->Text(), "0.3");
  EXPECT_EQ(table.Find(3, 3)->Text(), "20170503");
  EXPECT_EQ(table.Find(4, 1), nullptr);  // a formula without a result
  EXPECT_EQ(table.Find(4, 2)->Text(), "2017-05-03");
  EXPECT_EQ(table.Find(4, 3)->Text(), "0");
}

// Most are not computed, since they are written as they are shown.
TEST(Xlsx, NumbersAreShownAlikeHoweverTheyAreWritten) {
  std::string row;
  std::vector<double> numbers = {0, 1, -1, 10, 100, 0.5, -0.25, 1e-4, 12345.678, 99999999999999};
  for (int i = 0; i < 300; ++i) numbers.push_back((i * 7919 % 100'000 - 50'000) / 8.0);
  for (const double number : numbers) {
    for (const char* form : {"{}", "{:.3f}", "{:.16g}", "{:.3e}", "0{}", "{}.", "{}0"}) {
      row += "<c><v>" + fmt::format(fmt::runtime(form), number) + "</v></c>";
    }
  }
  const Table table = FirstTable(MakeXlsx({{"表", Data(Row(row))}}));
  int column = 0;
  for (const double number : numbers) {
    for (const char* form : {"{}", "{:.3f}", "{:.16g}", "{:.3e}", "0{}", "{}.", "{}0"}) {
      const std::string written = fmt::format(fmt::runtime(form), number);
      double read = 0;
      const auto [end, error] =
          std::from_chars(written.data(), written.data() + written.size(), read);
      EXPECT_EQ(error, std::errc());
      EXPECT_EQ(table.Find(1, ++column)->Text(), ShortestDecimal(read)) << written;
    }
  }
}

TEST(Xlsx, NumbersAreWrittenByTheirFormat) {
  const std::string styles =
      "<numFmts><numFmt numFmtId=\"164\" "
      "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
      "<numFmt numFmtId=\"165\" formatCode=\"0&quot;分&quot;\"/></numFmts>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
      "<xf numFmtId=\"165\"/></cellXfs>";
  const std::string row =
      Row("<c s=\"1\"><v>0.95</v></c><c s=\"2\"><v>42858</v></c>"
          "<c s=\"3\"><v>42858</v></c><c s=\"4\"><v>5</v></c>");
  const Table table = FirstTable(MakeXlsx({{"表", Data(row)}}, "", styles));
  EXPECT_EQ(table.Find(1, 1)->Text(), "95%");
  EXPECT_EQ(table.Find(1, 2)->Text(), "2017-05-03");
  EXPECT_EQ(table.Find(1, 3)->Text(), "2017-05-03");
  EXPECT_EQ(table.Find(1, 4)->Text(), "5分");
  const Table since_1904 =
      FirstTable(MakeXlsx({{"表", Data(row)}}, "", styles, "<workbookPr date1904=\"1\"/>"));
  EXPECT_EQ(since_1904.Find(1, 2)->Text(), "2021-05-04");
}

TEST(CellFormat, TellsDaysMonthsAndTimesApart) {
  const auto write = [](const char* code, double value) {
    return CellFormat::FromCode(code).Write(value, false);
  };
  EXPECT_EQ(write("yyyy\"年\"m\"月\"", 42858), "2017-05");
  EXPECT_EQ(write("m/d", 42858), "2017-05-03");
  EXPECT_EQ(write("[$-804]yyyy-mm-dd;@", 42858), "2017-05-03");
  EXPECT_EQ(write("yyyy-m-d h:mm", 42858.5), "2017-05-03 12:00");
  EXPECT_EQ(write("h:mm:ss", 42858.75), "18:00:00");
  EXPECT_EQ(write("[h]:mm", 1.5), "36:00");
  EXPECT_EQ(write("yyyy-m-d", 1), "1900-01-01");
  EXPECT_EQ(write("yyyy-m-d", 61), "1900-03-01");
  EXPECT_EQ(write("yyyy-m-d", 2958465), "9999-12-31");
  EXPECT_EQ(write("yyyy-m-d", -1), "-1");
  EXPECT_EQ(write("yyyy-m-d", 1e300), "1e+300");
  EXPECT_EQ(write("yyyy-m-d h:mm", 42857.999999), "2017-05-03 00:00");
}

TEST(CellFormat, KeepsEveryDigitAndTheWordsOfTheFormat) {
  const auto write = [](const char* code, double value) {
    return CellFormat::FromCode(code).Write(value, false);
  };
  EXPECT_EQ(write("0%", 0.955), "95.5%");
  EXPECT_EQ(write("0.00%", 0.07), "7%");
  EXPECT_EQ(write("General", 12), "12");
  EXPECT_EQ(write("General\"次\"", 12), "12次");
  EXPECT_EQ(write("_ * #,##0.00_ ;_ * -#,##0.00_ ", 1234.5), "1234.5");
  EXPECT_EQ(write("0.00E+00", 1234.5), "1234.5");
  EXPECT_EQ(write("[Red]0.0\\分", -2), "-2分");
  EXPECT_EQ(write("[$¥-804]#,##0", 3), "¥3");
  EXPECT_EQ(write("\"", 3), "3");
  EXPECT_EQ(write("@", 3), "3");
  EXPECT_EQ(ShortestDecimal(0.00001), "0.00001");
  EXPECT_EQ(ShortestDecimal(123456789012), "123456789012");
}

// ---- Places and spans ---------------------------------------------------------------------------

TEST(Xlsx, MergedCellsHaveTheirSpansAndCoverWhatIsBelow) {
  const Table table = FirstTable(
      MakeXlsx({{"表", Data(Row(C("B2", "项目") + C("C2", "内容") + C("D2", "标准"), "r=\"2\"") +
                                Row(C("B3", "领导") + C("C3", "甲") + C("D3", "扣1分"), "r=\"3\"") +
                                Row(C("B4", "盖住") + C("C4", "乙") + C("D4", "扣2分"), "r=\"4\"") +
                                Row(C("C6", "宽") + C("D6", "盖住"), "r=\"6\""),
                            Merged("B3:B4") + Merged("C6:D6") + Merged("B3:C3") + Merged("x"))}}));
  EXPECT_EQ(table.rows, 4);
  EXPECT_EQ(table.columns, 3);
  EXPECT_EQ(*table.Find(2, 1), (Cell{2, 1, 2, 1, {"领导"}}));
  EXPECT_EQ(table.Find(3, 1), nullptr);
  EXPECT_EQ(table.Find(3, 2)->Text(), "乙");
  EXPECT_EQ(*table.Find(4, 2), (Cell{4, 2, 1, 2, {"宽"}}));
}

TEST(Xlsx, TitlesAreParagraphsAboveTheTable) {
  const std::string sheet =
      Data(Row(C("A1", "附件1"), "r=\"1\"") + Row(C("A2", "考评表\n（试行）"), "r=\"2\"") +
               Row(C("A4", "项目") + C("B4", "标准"), "r=\"4\"") +
               Row(C("A5", "一") + C("B5", "扣1分"), "r=\"5\"") + Row(C("B6", "扣2分"), "r=\"6\"") +
               Row(C("A7", "注：按季度考评。"), "r=\"7\""),
           Merged("A2:B2") + Merged("A7:B7"));
  EXPECT_THAT(Texts(MakeXlsx({{"表", sheet}})), ElementsAre("附件1", "考评表", "（试行）", "[表]"));
  const Table table = FirstTable(MakeXlsx({{"表", sheet}}));
  EXPECT_EQ(table.rows, 4);
  EXPECT_EQ(*table.Find(4, 1), (Cell{4, 1, 1, 2, {"注：按季度考评。"}}));
}

TEST(Xlsx, SeveralSheetsBeginWithTheirNames) {
  const std::string table = Data(Row(C("A1", "甲") + C("B1", "乙")));
  EXPECT_THAT(Texts(MakeXlsx({{"一季度", table},
                              {"空", Data("")},
                              {"Sheet3", table},
                              {"藏", table, "state=\"hidden\""},
                              {"更藏", table, "state=\"veryHidden\""}})),
              ElementsAre("一季度", "[表]", "[表]"));
  EXPECT_THAT(Texts(MakeXlsx({{"只有一张", table}})), ElementsAre("[表]"));
}

TEST(Xlsx, HiddenRowsAndColumnsAreWordsOfTheNotice) {
  const Table table = FirstTable(
      MakeXlsx({{"表", "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>" +
                           Data(Row(C("A1", "甲") + C("B1", "乙")) +
                                Row(C("A2", "丙") + C("B2", "丁"), "r=\"2\" hidden=\"1\""))}}));
  EXPECT_EQ(table.Find(2, 2)->Text(), "丁");
}

TEST(Xlsx, CellsOutOfOrderAreSortedAndTheFirstOfTwoCounts) {
  const Table table = FirstTable(
      MakeXlsx({{"表", Data(Row(C("B2", "丁") + C("A2", "丙"), "r=\"2\"") +
                            Row(C("A1", "甲") + C("B1", "乙") + C("A1", "又"), "r=\"1\""))}}));
  EXPECT_EQ(table.rows, 2);
  EXPECT_EQ(table.Find(1, 1)->Text(), "甲");
  EXPECT_EQ(table.Find(2, 2)->Text(), "丁");
}

}  // namespace
}  // namespace kaoping::document
