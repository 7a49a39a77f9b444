// .ofd files: made of their parts, and made to harm.

#include <fmt/core.h>
#include <gmock/gmock.h>

#include <string>

#include "document/blocks_test.h"
#include "document/read.h"
#include "support/zip_file.h"

namespace kaoping::document {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const char* const kMain =
    "<ofd:OFD xmlns:ofd='o'><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
    "</ofd:DocBody></ofd:OFD>";

// A document of one page of 200 by 300 mm that uses the template, at /Doc_0/T/t.xml.
std::string DocumentXml(const std::string& pages = "<ofd:Page ID='1' BaseLoc='P/0.xml'/>") {
  return "<ofd:Document xmlns:ofd='o'><ofd:CommonData><ofd:PageArea>"
         "<ofd:PhysicalBox>0 0 200 300</ofd:PhysicalBox></ofd:PageArea>"
         "<ofd:TemplatePage ID='9' BaseLoc='/Doc_0/T/t.xml'/></ofd:CommonData><ofd:Pages>" +
         pages + "</ofd:Pages></ofd:Document>";
}

std::string PageXml(const std::string& objects, const std::string& before = "") {
  return "<ofd:Page xmlns:ofd='o'>" + before + "<ofd:Content><ofd:Layer>" + objects +
         "</ofd:Layer></ofd:Content></ofd:Page>";
}

std::string MakeOfd(const std::string& page, const std::string& model = PageXml("")) {
  return MakeZip({{"OFD.xml", kMain},
                  {"Doc_0/Document.xml", DocumentXml()},
                  {"Doc_0/P/0.xml", page},
                  {"Doc_0/T/t.xml", model}});
}

// A text of 5 mm whose box begins here.
std::string Text(double x, double y, const std::string& text, const std::string& code = "",
                 const std::string& object = "") {
  return fmt::format(
      "<ofd:TextObject Boundary='{} {} 150 8' Size='5' {}><ofd:TextCode X='0' Y='5' {}>{}"
      "</ofd:TextCode></ofd:TextObject>",
      x, y, object, code, text);
}

std::string Path(const std::string& boundary, const std::string& data,
                 const std::string& object = "") {
  return "<ofd:PathObject Boundary='" + boundary + "' " + object + "><ofd:AbbreviatedData>" + data +
         "</ofd:AbbreviatedData></ofd:PathObject>";
}

std::vector<std::string> BlocksOf(const std::string& bytes, const std::string& name = "通知.ofd") {
  const Result<Document> document = ReadDocument(name, bytes);
  if (document) return InShort(document->blocks);
  EXPECT_THAT(document.error().message.zh, HasSubstr(name));
  EXPECT_THAT(document.error().message.en, HasSubstr(name));
  return {document.error().code};
}

// ---- What a page shows --------------------------------------------------------------------------

TEST(OfdReader, TextsAreReadByTheirPlaces) {
  EXPECT_THAT(BlocksOf(MakeOfd(PageXml(Text(20, 60, "机关各处室：") +
                                       Text(20, 40, "通知&lt;一&gt;", "DeltaX='5 5 2.5 5'")))),
              ElementsAre("段 通知<一>", "段 机关各处室："));
}

TEST(OfdReader, StepsMayBeGroupedAndShowBlanks) {
  EXPECT_THAT(
      BlocksOf(MakeOfd(PageXml(Text(20, 40, "会议记录工作资料", "DeltaX='g 3 5 7.5 g 3 5'")))),
      ElementsAre("段 会议记录 工作资料"));
  EXPECT_THAT(BlocksOf(MakeOfd(PageXml(Text(20, 40, "会议 记录", "DeltaX='5 5 2.5 5'")))),
              ElementsAre("段 会议 记录"));
}

TEST(OfdReader, AMatrixMovesAndScalesWhatStandsInAnObject) {
  // Twice as large: the second text stands behind the first.
  EXPECT_THAT(BlocksOf(MakeOfd(PageXml(Text(20, 40, "甲乙", "DeltaX='5'", "CTM='2 0 0 2 0 0'") +
                                       Text(40, 40, "丙丁", "DeltaX='5'", "CTM='2 0 0 2 0 0'")))),
              ElementsAre("段 甲乙丙丁"));
}

TEST(OfdReader, LinesRuleTables) {
  const std::string rules =
      Path("20 40 0.1 20", "M 0 0 L 0 20") + Path("70 40 0.1 20", "M 0 0 L 0 20") +
      Path("170 40 0.1 20", "M 0 0 L 0 20") +
      Path("20 40 150 20", "M 0 0 L 150 0 M 0 10 L 150 10") +
      // The lowest is filled, as thin as a line.
      Path("20 60 150 0.2", "M 0 0 L 150 0 L 150 0.2 L 0 0.2 C", "Stroke='false' Fill='true'");
  EXPECT_THAT(BlocksOf(MakeOfd(PageXml(rules + Text(21, 41, "项目") + Text(71, 41, "标准") +
                                       Text(21, 51, "述法") + Text(71, 51, "未述法的扣1分")))),
              ElementsAre("表 2×2", "1,1 项目", "1,2 标准", "2,1 述法", "2,2 未述法的扣1分"));
}

TEST(OfdReader, TemplatesStandOnThePagesThatUseThem) {
  const std::string model = PageXml(Text(20, 100, "抄送：各区。"));
  EXPECT_THAT(
      BlocksOf(MakeOfd(PageXml(Text(20, 40, "甲"), "<ofd:Template TemplateID='9'/>"), model)),
      ElementsAre("段 甲", "段 抄送：各区。"));
  EXPECT_THAT(BlocksOf(MakeOfd(PageXml(Text(20, 40, "甲")), model)), ElementsAre("段 甲"));
}

TEST(OfdReader, WhatIsNotShownIsLeftOut) {
  EXPECT_THAT(
      BlocksOf(MakeOfd(PageXml(Text(20, 40, "甲") + Text(20, 80, "乙", "", "Visible='false'") +
                               "<ofd:PageBlock>" + Text(20, 120, "丙") + "</ofd:PageBlock>"))),
      ElementsAre("段 甲", "段 丙"));
}

std::string Unit(const std::string& id, const std::string& objects) {
  return "<ofd:CompositeGraphicUnit ID='" + id + "' Width='100' Height='20'><ofd:Content>" +
         objects + "</ofd:Content></ofd:CompositeGraphicUnit>";
}

std::string ResourcesXml(const std::string& units) {
  return "<ofd:Res xmlns:ofd='o'><ofd:CompositeGraphicUnits>" + units +
         "</ofd:CompositeGraphicUnits></ofd:Res>";
}

// A file whose page has these objects, and its resources these graphics.
std::string OfdWithUnits(const std::string& objects, const std::string& units) {
  std::string document = DocumentXml();
  document.insert(document.find("<ofd:PageArea>"),
                  "<ofd:PublicRes>Public.xml</ofd:PublicRes><ofd:DocumentRes>Res/R.xml"
                  "</ofd:DocumentRes>");
  const std::string before = "<ofd:Template TemplateID='9'/><ofd:PageRes>PageRes.xml</ofd:PageRes>";
  return MakeZip({{"OFD.xml", kMain},
                  {"Doc_0/Document.xml", document},
                  {"Doc_0/P/0.xml", PageXml(objects, before)},
                  {"Doc_0/P/PageRes.xml", ResourcesXml(Unit("101", Text(0, 0, "页")))},
                  {"Doc_0/T/t.xml", PageXml("", "<ofd:PageRes>Res.xml</ofd:PageRes>")},
                  {"Doc_0/T/Res.xml", ResourcesXml(Unit("102", Text(0, 0, "模板")))},
                  {"Doc_0/Public.xml", ResourcesXml(Unit("103", Text(0, 0, "公共")))},
                  {"Doc_0/Res/R.xml", ResourcesXml(units)}});
}

std::string Use(const std::string& id, const std::string& boundary, const std::string& ctm = "") {
  return "<ofd:CompositeObject ResourceID='" + id + "' Boundary='" + boundary + "' CTM='" + ctm +
         "'/>";
}

TEST(OfdReader, CompositeGraphicsAreReadWhereTheyStand) {
  // The second is half as large: it stands right behind the first.
  EXPECT_THAT(BlocksOf(OfdWithUnits(Text(20, 80, "丙") + Use("5", "20 40 100 20") +
                                        Use("6", "30 42.5 100 20", "0.5 0 0 0.5 0 0"),
                                    Unit("5", Text(0, 0, "甲乙", "DeltaX='5'")) +
                                        Unit("6", Text(0, 0, "丁", "", "CTM='2 0 0 2 0 -5'")))),
              ElementsAre("段 甲乙丁", "段 丙"));
  const std::string nested =
      Unit("5", "<ofd:PageBlock>" + Use("6", "10 0 50 10") + "</ofd:PageBlock>");
  EXPECT_THAT(
      BlocksOf(OfdWithUnits(Use("5", "20 40 100 20"), nested + Unit("6", Text(0, 0, "甲")))),
      ElementsAre("段 甲"));
}

TEST(OfdReader, CompositeGraphicsStandInAnyResourcesOfTheFile) {
  EXPECT_THAT(BlocksOf(OfdWithUnits(Use("101", "20 40 100 20") + Use("102", "20 80 100 20") +
                                        Use("103", "20 120 100 20"),
                                    "")),
              ElementsAre("段 页", "段 模板", "段 公共"));
}

TEST(OfdReader, CompositeGraphicsThatAreNotThereOrHoldThemselvesAreDamage) {
  EXPECT_THAT(BlocksOf(OfdWithUnits(Text(20, 40, "甲") + Use("7", "0 0 9 9"), "")),
              ElementsAre("file-damaged"));
  EXPECT_THAT(
      BlocksOf(OfdWithUnits(Text(20, 40, "甲") + Use("5", "0 0 9 9"),
                            Unit("5", Use("6", "0 0 9 9")) + Unit("6", Use("5", "0 0 9 9")))),
      ElementsAre("file-damaged"));
  // Resources of no use are not looked at.
  EXPECT_THAT(BlocksOf(OfdWithUnits(Text(20, 40, "甲"), "<")), ElementsAre("段 甲"));
}

std::string Times(int n, const std::string& what) {
  std::string all;
  for (int i = 0; i < n; ++i) all += what;
  return all;
}

TEST(OfdReader, CompositeGraphicsCountEachTimeTheyAreDrawn) {
  std::string units;
  for (int id = 1; id < 12; ++id) {
    units += Unit(std::to_string(id), Times(10, Use(std::to_string(id + 1), "0 0 9 9")));
  }
  EXPECT_THAT(BlocksOf(OfdWithUnits(Use("1", "0 0 9 9"), units + Unit("12", ""))),
              ElementsAre("file-unpacked-too-large"));
  const std::string large = Unit("1", "<ofd:Note>" + std::string(1 << 20, 'x') + "</ofd:Note>");
  EXPECT_THAT(BlocksOf(OfdWithUnits(Times(250, Use("1", "0 0 9 9")), large)),
              ElementsAre("file-unpacked-too-large"));
  // A mark in each row of a long table.
  EXPECT_THAT(BlocksOf(OfdWithUnits(Text(20, 40, "甲") + Times(30'000, Use("1", "0 0 9 9")),
                                    Unit("1", Path("0 0 9 9", "M 0 0 L 1 1")))),
              ElementsAre("段 甲"));
}

TEST(OfdReader, IsKnownWithoutAnExtension) {
  EXPECT_THAT(BlocksOf(MakeOfd(PageXml(Text(20, 40, "甲"))), "标准输入"), ElementsAre("段 甲"));
}

// ---- Refusals -----------------------------------------------------------------------------------

TEST(OfdReader, APictureOfAPageIsAScan) {
  const std::string picture = "<ofd:ImageObject Boundary='0 0 200 290' ResourceID='3'/>";
  EXPECT_THAT(BlocksOf(MakeOfd(PageXml(picture))), ElementsAre("file-scanned"));
  const std::string small = "<ofd:ImageObject Boundary='0 0 20 29' ResourceID='3'/>";
  EXPECT_THAT(BlocksOf(OfdWithUnits(Use("5", "0 0 200 290"), Unit("5", small))),
              ElementsAre("file-empty"));
  EXPECT_THAT(BlocksOf(OfdWithUnits(Use("5", "0 0 200 290", "10 0 0 10 0 0"), Unit("5", small))),
              ElementsAre("file-scanned"));
  EXPECT_THAT(BlocksOf(MakeOfd(PageXml(""))), ElementsAre("file-empty"));
}

TEST(OfdReader, APasswordIsNamed) {
  EXPECT_THAT(BlocksOf(MakeZip({{"OFD.xml", kMain}, {"Encryptions.xml", "<a/>"}})),
              ElementsAre("file-encrypted"));
}

TEST(OfdReader, MissingPartsAreDamage) {
  EXPECT_THAT(BlocksOf(MakeZip({{"OFD.xml", "<OFD/>"}})), ElementsAre("file-damaged"));
  EXPECT_THAT(BlocksOf(MakeZip({{"OFD.xml", kMain}})), ElementsAre("file-damaged"));
  EXPECT_THAT(BlocksOf(MakeZip({{"OFD.xml", kMain}, {"Doc_0/Document.xml", DocumentXml()}})),
              ElementsAre("file-damaged"));
  EXPECT_THAT(BlocksOf(MakeOfd(PageXml("", "<ofd:Template TemplateID='8'/>"))),
              ElementsAre("file-damaged"));
  const std::string whole = MakeOfd(PageXml(Text(20, 40, "甲")));
  for (std::size_t size = 4; size < whole.size(); size += 13) {
    EXPECT_THAT(BlocksOf(whole.substr(0, size)), ElementsAre("file-damaged")) << size;
  }
}

TEST(OfdReader, AnotherKindOfFileIsNamed) {
  const std::string ofd = MakeOfd(PageXml(Text(20, 40, "甲")));
  for (const char* const name : {"通知.docx", "通知.xlsx", "通知.pdf", "通知.txt", "通知.html"}) {
    EXPECT_THAT(BlocksOf(ofd, name), ElementsAre("file-mislabelled")) << name;
    EXPECT_THAT(ReadDocument(name, ofd).error().message.zh, HasSubstr("改成 .ofd"));
  }
  EXPECT_THAT(BlocksOf("只是文本"), ElementsAre("file-mislabelled"));
  EXPECT_THAT(BlocksOf(MakeZip({{"甲.txt", "考评"}})), ElementsAre("file-damaged"));
}

TEST(OfdReader, NothingOutsideTheFileIsRead) {
  EXPECT_THAT(BlocksOf(MakeZip({{"OFD.xml", kMain},
                                {"Doc_0/Document.xml",
                                 DocumentXml("<ofd:Page BaseLoc='../../../etc/passwd'/>")}})),
              ElementsAre("file-damaged"));
  EXPECT_THAT(BlocksOf(MakeOfd("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>" +
                               PageXml(Text(20, 40, "&b;")))),
              ElementsAre("file-damaged"));
}

TEST(OfdReader, PagesThatRepeatThemselvesAreCounted) {
  std::string pages;
  for (int i = 0; i < 2'001; ++i) pages += "<ofd:Page BaseLoc='P/0.xml'/>";
  EXPECT_THAT(BlocksOf(MakeZip({{"OFD.xml", kMain},
                                {"Doc_0/Document.xml", DocumentXml(pages)},
                                {"Doc_0/P/0.xml", PageXml(Text(20, 40, "甲"))}})),
              ElementsAre("file-unpacked-too-large"));
  std::string uses;
  for (int i = 0; i < 2'000; ++i) uses += "<ofd:Template TemplateID='9'/>";
  std::string texts;
  for (int i = 0; i < 2'000; ++i) texts += Text(20, 40, "甲");
  EXPECT_THAT(BlocksOf(MakeOfd(PageXml("", uses), PageXml(texts))),
              ElementsAre("file-unpacked-too-large"));
}

TEST(OfdReader, AbsurdNumbersDoNoHarm) {
  EXPECT_THAT(
      BlocksOf(MakeOfd(PageXml(
          Text(20, 40, "甲乙", "DeltaX='g 99999999999 1e300'") +
          Text(20, 80, "丙", "DeltaX='g g g'", "CTM='nan 0 0 inf 1e999 0'") +
          "<ofd:TextObject Size='-5'><ofd:TextCode>丁</ofd:TextCode></ofd:TextObject>" +
          Path("0 0", "M L 1 B 1 2 3 C Q M 5 5 L 5 900000000000000") + Text(20, 200, "戊")))),
      ElementsAre("段 甲", "段 丙", "段 戊"));
}

}  // namespace
}  // namespace kaoping::document
