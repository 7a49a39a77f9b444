#include <gmock/gmock.h>

#include "document/office_files_test.h"
#include "document/read.h"

namespace kaoping::document {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Document Read(const std::string& bytes) {
  const Result<Document> document = ReadDocument("通知.docx", bytes);
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

// The first table of the document, of which it is the only block.
Table OnlyTable(const std::string& bytes) {
  const Document document = Read(bytes);
  EXPECT_EQ(document.blocks.size(), 1U);
  return std::get<Table>(document.blocks.at(0));
}

std::string R(const std::string& content) { return "<w:r>" + content + "</w:r>"; }
std::string Raw(const std::string& content) { return "<w:p>" + content + "</w:p>"; }

// ---- Paragraphs ---------------------------------------------------------------------------------

TEST(Docx, ParagraphsAndTablesComeInOrder) {
  const Document document =
      Read(MakeDocx(P("　一") + P("") + Tbl(Tr(Tc(P("甲")) + Tc(P("乙")))) + P("二")));
  ASSERT_EQ(document.blocks.size(), 3U);
  EXPECT_EQ(std::get<Paragraph>(document.blocks[0]), (Paragraph{1, "一"}));
  EXPECT_EQ(std::get<Table>(document.blocks[1]).number, 1);
  EXPECT_EQ(std::get<Paragraph>(document.blocks[2]), (Paragraph{2, "二"}));
}

TEST(Docx, RunsAreJoinedAndBreaksPartParagraphs) {
  EXPECT_THAT(
      Texts(MakeDocx(Raw(R("<w:t>扣</w:t><w:t xml:space=\"preserve\"> </w:t><w:t>2分</w:t>") +
                         R("<w:tab/><w:t>甲</w:t><w:noBreakHyphen/><w:t>乙</w:t>"
                           "<w:sym w:char=\"F0FE\"/><w:softHyphen/>") +
                         R("<w:br/><w:t>下一行</w:t><w:footnoteReference w:id=\"2\"/>")))),
      ElementsAre("扣 2分 甲-乙", "下一行"));
}

TEST(Docx, TrackedChangesCountAsAccepted) {
  EXPECT_THAT(Texts(MakeDocx(Raw("<w:ins>" + R("<w:t>扣2分</w:t>") + "</w:ins><w:del>" +
                                 R("<w:delText>扣1分</w:delText>") + "</w:del><w:moveFrom>" +
                                 R("<w:t>走了</w:t>") + "</w:moveFrom><w:moveTo>" +
                                 R("<w:t>来了</w:t>") + "</w:moveTo>"))),
              ElementsAre("扣2分来了"));
}

TEST(Docx, AParagraphWhoseEndWasDeletedGoesOnInTheNext) {
  EXPECT_THAT(Texts(MakeDocx(P("关于印发", "<w:rPr><w:del/></w:rPr>") + P("办法的通知") + P("完"))),
              ElementsAre("关于印发办法的通知", "完"));
  EXPECT_THAT(Texts(MakeDocx(P("最后", "<w:rPr><w:del/></w:rPr>"))), ElementsAre("最后"));
}

TEST(Docx, WrappersAreSeenThroughAndPlaceholdersLeftOut) {
  const std::string control =
      "<w:sdt><w:sdtPr/><w:sdtContent>" + P("控件") + "</w:sdtContent></w:sdt>";
  const std::string placeholder = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" +
                                  R("<w:t>单击此处</w:t>") + "</w:sdtContent></w:sdt>";
  EXPECT_THAT(Texts(MakeDocx(control + Raw(placeholder + "<w:hyperlink>" + R("<w:t>链接</w:t>") +
                                           "</w:hyperlink><w:smartTag>" + R("<w:t>市</w:t>") +
                                           "</w:smartTag>"))),
              ElementsAre("控件", "链接市"));
}

TEST(Docx, OneBranchOfAnAlternativeIsRead) {
  EXPECT_THAT(Texts(MakeDocx(Raw("<mc:AlternateContent><mc:Choice>" + R("<w:t>新</w:t>") +
                                 "</mc:Choice><mc:Fallback>" + R("<w:t>旧</w:t>") +
                                 "</mc:Fallback></mc:AlternateContent>"))),
              ElementsAre("新"));
}

TEST(Docx, FieldsAreTheirResults) {
  const auto mark = [](const std::string& type) {
    return R("<w:fldChar w:fldCharType=\"" + type + "\"/>");
  };
  EXPECT_THAT(
      Texts(MakeDocx(Raw(mark("begin") + R("<w:instrText>IF </w:instrText>") + mark("begin") +
                         R("<w:instrText>PAGE</w:instrText>") + mark("separate") +
                         R("<w:t>内</w:t>") + mark("end") + mark("separate") + R("<w:t>外</w:t>") +
                         mark("end") + "<w:fldSimple>" + R("<w:t>简</w:t>") + "</w:fldSimple>") +
                     Raw(mark("begin") + R("<w:t>没有结束</w:t>")) + P("下一段"))),
      ElementsAre("外简", "下一段"));
}

TEST(Docx, HiddenWordsAreLeftOut) {
  EXPECT_THAT(Texts(MakeDocx(Raw(R("<w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t>") +
                                 R("<w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>看得见</w:t>")))),
              ElementsAre("看得见"));
}

TEST(Docx, ATextBoxFollowsTheParagraphThatHoldsIt) {
  const std::string box = "<w:txbxContent>" + P("框一") + P("框二") + "</w:txbxContent>";
  EXPECT_THAT(Texts(MakeDocx(Raw(R("<w:t>前</w:t>") +
                                 R("<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>" + box +
                                   "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>" +
                                   box + "</w:pict></mc:Fallback></mc:AlternateContent>") +
                                 R("<w:t>后</w:t>")))),
              ElementsAre("前后", "框一", "框二"));
}

TEST(Docx, OtherPrefixesAreTheSameElements) {
  EXPECT_THAT(
      Texts(MakeZip({{"_rels/.rels", Relationships({{"officeDocument", "a.xml"}})},
                     {"a.xml", "<document><body><p><r><t>无前缀</t></r></p></body></document>"}})),
      ElementsAre("无前缀"));
}

// ---- Tables -------------------------------------------------------------------------------------

TEST(Docx, MergedCellsHaveTheirSpans) {
  const Table table = OnlyTable(MakeDocx(
      Tbl(Tr(Tc(P("项目"), "<w:vMerge w:val=\"restart\"/>") +
             Tc(P("宽"), "<w:gridSpan w:val=\"2\"/>")) +
          Tr(Tc(P(""), "<w:vMerge/>") + Tc(P("左")) + Tc(P("右"))) +
          Tr(Tc(P(""), "<w:vMerge w:val=\"continue\"/>") + Tc(P("")) + Tc(P("末"))) +
          Tr(Tc(P("另一"), "<w:vMerge w:val=\"restart\"/>") + Tc(P("甲")) + Tc(P("乙"))))));
  EXPECT_EQ(table.rows, 4);
  EXPECT_EQ(table.columns, 3);
  EXPECT_EQ(*table.Find(1, 1), (Cell{1, 1, 3, 1, {"项目"}}));
  EXPECT_EQ(*table.Find(1, 2), (Cell{1, 2, 1, 2, {"宽"}}));
  EXPECT_EQ(table.Find(2, 1), nullptr);
  EXPECT_EQ(table.Find(2, 3)->Text(), "右");
  EXPECT_TRUE(table.Find(3, 2)->IsEmpty());
  EXPECT_EQ(*table.Find(4, 1), (Cell{4, 1, 1, 1, {"另一"}}));
}

TEST(Docx, RowsMayBeginLaterAndOldFilesMergeSideways) {
  const Table table = OnlyTable(MakeDocx(Tbl(
      Tr(Tc(P("甲")) + Tc(P("乙")) + Tc(P("丙"))) +
      Tr(Tc(P("丁")) + Tc(P("戊")), "<w:gridBefore w:val=\"1\"/>") +
      Tr(Tc(P("己"), "<w:hMerge w:val=\"restart\"/>") + Tc(P(""), "<w:hMerge/>") + Tc(P("庚"))))));
  EXPECT_EQ(table.Find(2, 1), nullptr);
  EXPECT_EQ(table.Find(2, 2)->Text(), "丁");
  EXPECT_EQ(*table.Find(3, 1), (Cell{3, 1, 1, 2, {"己"}}));
  EXPECT_EQ(table.Find(3, 3)->Text(), "庚");
}

TEST(Docx, BordersThatNearlyMeetAreOne) {
  const std::string grid =
      "<w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"90\"/><w:gridCol "
      "w:w=\"3000\"/></w:tblGrid>";
  const Table table =
      OnlyTable(MakeDocx(Tbl(grid + Tr(Tc(P("项目")) + Tc(P("内容"), "<w:gridSpan w:val=\"2\"/>")) +
                             Tr(Tc(P("甲"), "<w:gridSpan w:val=\"2\"/>") + Tc(P("乙"))))));
  EXPECT_EQ(table.columns, 2);
  EXPECT_EQ(*table.Find(1, 2), (Cell{1, 2, 1, 1, {"内容"}}));
  EXPECT_EQ(*table.Find(2, 2), (Cell{2, 2, 1, 1, {"乙"}}));
}

TEST(Docx, ANarrowColumnOfItsOwnStays) {
  const std::string grid = "<w:tblGrid><w:gridCol w:w=\"90\"/><w:gridCol w:w=\"90\"/></w:tblGrid>";
  EXPECT_EQ(OnlyTable(MakeDocx(Tbl(grid + Tr(Tc(P("甲")) + Tc(P("乙")))))).columns, 2);
}

TEST(Docx, RowsAndCellsMayBeWrappedAndDeletedRowsAreGone) {
  const Table table = OnlyTable(MakeDocx(
      Tbl("<w:sdt><w:sdtContent>" +
          Tr(Tc(P("甲")) + "<w:sdt><w:sdtContent>" + Tc(P("乙")) + "</w:sdtContent></w:sdt>") +
          "</w:sdtContent></w:sdt>" + Tr(Tc(P("删")) + Tc(P("删")), "<w:del/>") +
          Tr(Tc(P("丙")) + Tc(P("丁")), "<w:ins/>"))));
  EXPECT_EQ(table.rows, 2);
  EXPECT_EQ(table.Find(1, 2)->Text(), "乙");
  EXPECT_EQ(table.Find(2, 1)->Text(), "丙");
}

TEST(Docx, ANestedTableBelongsToItsCell) {
  const std::string inner = Tbl(Tr(Tc(P("内一")) + Tc(P("内二"))) + Tr(Tc(P("内三"))));
  const Table table = OnlyTable(MakeDocx(Tbl(Tr(Tc(P("前") + inner + P("后")) + Tc(P("旁"))))));
  EXPECT_THAT(table.Find(1, 1)->paragraphs, ElementsAre("前", "内一", "内二", "内三", "后"));
  EXPECT_EQ(table.Find(1, 2)->Text(), "旁");
}

TEST(Docx, ATableOfOneCellIsAFrame) {
  const std::string inner = Tbl(Tr(Tc(P("甲")) + Tc(P("乙"))));
  EXPECT_THAT(Texts(MakeDocx(Tbl(Tr(Tc(P("南通市商务局文件") + inner))))),
              ElementsAre("南通市商务局文件", "[表]"));
}

TEST(Docx, BreaksPartTheParagraphsOfACell) {
  const Table table = OnlyTable(
      MakeDocx(Tbl(Tr(Tc(P("一") + Raw(R("<w:t>二</w:t><w:br/><w:t>三</w:t>"))) + Tc("")))));
  EXPECT_THAT(table.Find(1, 1)->paragraphs, ElementsAre("一", "二", "三"));
  EXPECT_THAT(table.Find(1, 2)->paragraphs, IsEmpty());
}

// ---- Numbers that Word computes -----------------------------------------------------------------

std::string Level(int level, const std::string& format, const std::string& text,
                  const std::string& more = "") {
  return "<w:lvl w:ilvl=\"" + std::to_string(level) +
         "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/><w:lvlText w:val=\"" + text +
         "\"/>" + more + "</w:lvl>";
}
std::string Numbered(const std::string& text, int level = 0, int number = 1) {
  return P(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                     std::to_string(number) + "\"/></w:numPr>");
}
std::string Num(int number, const std::string& overrides = "") {
  return "<w:num w:numId=\"" + std::to_string(number) + "\"><w:abstractNumId w:val=\"7\"/>" +
         overrides + "</w:num>";
}
std::string List(const std::string& levels) {
  return "<w:abstractNum w:abstractNumId=\"7\">" + levels + "</w:abstractNum>";
}

TEST(DocxNumbering, LevelsCountAndRestart) {
  const std::string numbering =
      List(Level(0, "chineseCountingThousand", "%1、") + Level(1, "chineseCounting", "（%2）") +
           Level(2, "decimal", "%3.%2", "<w:isLgl/>")) +
      Num(1);
  EXPECT_THAT(
      Texts(MakeDocx(Numbered("总则") + Numbered("目的", 1) + Numbered("依据", 1) +
                         Numbered("细", 2) + Numbered("办法") + Numbered("对象", 1),
                     numbering)),
      ElementsAre("一、总则", "（一）目的", "（二）依据", "1.2 细", "二、办法", "（一）对象"));
}

TEST(DocxNumbering, ALevelMayNeverRestart) {
  const std::string numbering =
      List(Level(0, "decimal", "%1.") +
           Level(1, "decimalEnclosedCircle", "%2", "<w:lvlRestart w:val=\"0\"/>")) +
      Num(1);
  EXPECT_THAT(
      Texts(MakeDocx(Numbered("甲") + Numbered("子", 1) + Numbered("乙") + Numbered("丑", 1),
                     numbering)),
      ElementsAre("1.甲", "①子", "2.乙", "②丑"));
}

TEST(DocxNumbering, ALevelThatWasSkippedCountsAsBegun) {
  const std::string numbering = List(Level(0, "decimal", "%1.") + Level(1, "decimal", "%1.%2.") +
                                     Level(2, "decimal", "%1.%2.%3.")) +
                                Num(1);
  EXPECT_THAT(Texts(MakeDocx(Numbered("甲", 2) + Numbered("乙", 1) + Numbered("丙"), numbering)),
              ElementsAre("1.1.1.甲", "1.2.乙", "2.丙"));
}

TEST(DocxNumbering, NumbersOfOneListCountOnUnlessTheyStartAnew) {
  const std::string numbering =
      List(Level(0, "upperRoman", "%1.")) + Num(1) + Num(2) +
      Num(3, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>");
  EXPECT_THAT(Texts(MakeDocx(Numbered("甲") + Numbered("乙", 0, 2) + Numbered("丙", 0, 3) +
                                 Numbered("丁", 0, 3),
                             numbering)),
              ElementsAre("I.甲", "II.乙", "V.丙", "VI.丁"));
}

TEST(DocxNumbering, StylesNumberTheirParagraphs) {
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"h1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
      "</w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"h2\"><w:basedOn w:val=\"h1\"/><w:pPr><w:numPr>"
      "<w:ilvl w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"loop\"><w:basedOn w:val=\"loop\"/></w:style>";
  const std::string numbering =
      List(Level(0, "ideographTraditional", "%1、", "<w:pStyle w:val=\"h1\"/>") +
           Level(1, "lowerLetter", "%2)")) +
      Num(1);
  const auto styled = [](const std::string& text, const std::string& style,
                         const std::string& more = "") {
    return P(text, "<w:pStyle w:val=\"" + style + "\"/>" + more);
  };
  EXPECT_THAT(
      Texts(MakeDocx(styled("章", "h1") + styled("节", "h2") +
                         styled("不编号", "h1", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
                         styled("圈", "loop") + styled("章", "h1"),
                     numbering, styles)),
      ElementsAre("甲、章", "a)节", "不编号", "圈", "乙、章"));
}

TEST(DocxNumbering, BulletsAreNoNumbersAndNoNumberRunsIntoTheText) {
  const std::string numbering =
      List(Level(0, "bullet", "\xEF\x82\xB7") + Level(1, "decimal", "%2.")) + Num(1);
  EXPECT_THAT(Texts(MakeDocx(Numbered("点") + Numbered("5分", 1), numbering)),
              ElementsAre("点", "1. 5分"));
}

TEST(DocxNumbering, ANumberAloneFillsACellButNoParagraph) {
  const std::string numbering = List(Level(0, "decimal", "%1")) + Num(1);
  const Table table = OnlyTable(MakeDocx(
      Tbl(Tr(Tc(Numbered("")) + Tc(P("甲"))) + Tr(Tc(Numbered("")) + Tc(P("乙") + Numbered("")))) +
          Numbered(""),
      numbering));
  EXPECT_EQ(table.Find(2, 1)->Text(), "2");
  EXPECT_EQ(table.Find(2, 2)->Text(), "乙");
}

TEST(DocxNumbering, DeletedParagraphsDoNotCount) {
  const std::string numbering = List(Level(0, "decimal", "%1.")) + Num(1);
  const std::string deleted =
      "<w:p><w:pPr><w:numPr><w:numId "
      "w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del>" +
      R("<w:delText>甲</w:delText>") + "</w:del></w:p>";
  EXPECT_THAT(Texts(MakeDocx(deleted + Numbered("乙"), numbering)), ElementsAre("1.乙"));
}

TEST(DocxNumbering, IsWhatLibreOfficeComputes) {
  const std::string fixtures = KAOPING_SOURCE_DIR "/tests/fixtures/documents/";
  const Result<std::string> file = LoadFile(fixtures + "numbered.docx");
  const Result<std::string> expected = LoadFile(fixtures + "numbered.txt");
  ASSERT_TRUE(file && expected);
  std::string lines;
  for (const std::string& text : Texts(*file)) lines += text + "\n";
  EXPECT_EQ(lines, *expected);
}

}  // namespace
}  // namespace kaoping::document
