#include "notice/issuers.h"

#include <gmock/gmock.h>

#include "document/read.h"

namespace kaoping::notice {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kTable =
    "项目\t内容\t责任处室\t评分标准\n组织领导\t健全机构\t办公室\t不健全的扣1分\n";
// In .html what is a table here is one there; in .txt paragraphs of words alone are enough.
const std::string kHtmlTable =
    "<table><tr><th>项目<th>内容<th>责任处室<th>评分标准<tr><td>组织领导<td>健全机构<td>办公室"
    "<td>不健全的扣1分</table>";

Parts PartsOf(const std::string& file, const std::string& content) {
  const auto document = document::ReadDocument(file, content);
  EXPECT_TRUE(document) << document.error().message.zh;
  const Result<Notice> notice = ReadNotice(*document);
  EXPECT_TRUE(notice) << notice.error().message.zh;
  return notice ? notice->parts : Parts{};
}

std::vector<std::string> Issuers(const Parts& parts) {
  std::vector<std::string> issuers;
  if (!parts.issuer.text.empty()) issuers.push_back(parts.issuer.text);
  for (const PlacedText& other : parts.co_issuers) issuers.push_back(other.text);
  return issuers;
}

// Of a notice with these lines over its title, and with these below its text.
std::vector<std::string> IssuersOf(const std::string& above, const std::string& below) {
  const Parts parts =
      PartsOf("通知.txt", above + "关于做好考评工作的通知\n各处室：\n现将有关事项通知如下。\n" +
                              below + "附件\n考评表\n" + kTable);
  EXPECT_EQ(parts.title.text, "关于做好考评工作的通知") << above;
  EXPECT_EQ(parts.addressees.size(), 1U) << above;
  return Issuers(parts);
}

std::vector<std::string> Heading(const std::string& head) {
  const std::vector<std::string> issuers = IssuersOf(head + "某司发〔2018〕7号\n", "");
  EXPECT_EQ(IssuersOf(head, ""), issuers) << head;  // without a number too
  return issuers;
}

TEST(Issuers, OneMayHeadThePaper) {
  EXPECT_THAT(Heading("某市司法局文件\n"), ElementsAre("某市司法局"));
  EXPECT_THAT(Heading("特急\n某 市 司 法 局 文 件\n"), ElementsAre("某市司法局"));
  EXPECT_THAT(Heading("某市司法局\n文件\n"), ElementsAre("某市司法局"));
  EXPECT_THAT(Heading("某市经济开发区文件\n"), ElementsAre("某市经济开发区"));
  EXPECT_THAT(Heading("某市商务局\n办公室文件\n"), ElementsAre("某市商务局办公室"));
  EXPECT_THAT(Heading("特急\n某市依法治市\n领导小组办公室文件\n"),
              ElementsAre("某市依法治市领导小组办公室"));
}

TEST(Issuers, SeveralOverEachOtherHeadThePaperTogether) {
  EXPECT_THAT(Heading("某市司法局\n某市财政局\n文件\n"), ElementsAre("某市司法局", "某市财政局"));
  EXPECT_THAT(Heading("某市司法局\n某市财政局文件\n"), ElementsAre("某市司法局", "某市财政局"));
  EXPECT_THAT(Heading("甲局\n乙局\n文件\n"), ElementsAre("甲局", "乙局"));
  EXPECT_THAT(Heading("特急\n中共某市委办公室\n某市人民政府\n办公室\n文件\n"),
              ElementsAre("中共某市委办公室", "某市人民政府办公室"));
}

TEST(Issuers, TheWordBesideThemMayStandInAnyOfTheirLines) {
  for (const char* head :
       {"某市司法局\t文件\n某市财政局\n某市商务局\n", "某市司法局\n某市财政局 文件\n某市商务局\n",
        "某市司法局\n某市财政局\n文件\n某市商务局\n"}) {
    EXPECT_THAT(Heading(head), ElementsAre("某市司法局", "某市财政局", "某市商务局")) << head;
  }
}

TEST(Issuers, BlanksPartWholeNamesOfOneLineOnly) {
  EXPECT_THAT(Heading("某市司法局　某市财政局文件\n"), ElementsAre("某市司法局", "某市财政局"));
  EXPECT_THAT(Heading("中共某市委　　某市人民政府　文件\n"),
              ElementsAre("中共某市委", "某市人民政府"));
  EXPECT_THAT(Heading("某市司法局 办公室文件\n"), ElementsAre("某市司法局办公室"));
  EXPECT_THAT(Heading("某市 司法局文件\n"), ElementsAre("某市司法局"));
}

TEST(Issuers, SeveralSignTogether) {
  for (const char* signatures :
       {"某市司法局\n某市财政局\n2018年3月5日\n", "某市司法局　　　　某市财政局\n2018年3月5日\n",
        "某市司法局\t某市财政局\n二〇一八年三月五日\n"}) {
    EXPECT_THAT(IssuersOf("", signatures), ElementsAre("某市司法局", "某市财政局")) << signatures;
    EXPECT_THAT(IssuersOf("某司发〔2018〕7号\n", signatures),
                ElementsAre("某市司法局", "某市财政局"));
  }
  EXPECT_THAT(IssuersOf("", "甲市司法局　甲市财政局\n甲市商务局\n2018年3月5日\n"),
              ElementsAre("甲市司法局", "甲市财政局", "甲市商务局"));
  EXPECT_THAT(IssuersOf("", "某市司法局　　2018年3月5日\n"), ElementsAre("某市司法局"));
}

TEST(Issuers, TheLeadingOneMayHeadAloneWhatSeveralSign) {
  EXPECT_THAT(IssuersOf("中共某市委文件\n某发〔2018〕7号\n",
                        "中共某市委员会\n某市人民政府\n2018年3月5日\n"),
              ElementsAre("中共某市委", "某市人民政府"));
  // Who signs is another than who heads: what that means is not said.
  EXPECT_THAT(
      IssuersOf("某市商务局文件\n某发〔2018〕7号\n", "某市司法局\n某市财政局\n2018年3月5日\n"),
      ElementsAre("某市商务局"));
}

TEST(Issuers, ALetterheadMayLackTheWord) {
  EXPECT_THAT(IssuersOf("某市司法局\n某市财政局\n某司函〔2018〕7号\n", ""),
              ElementsAre("某市司法局", "某市财政局"));
}

TEST(Issuers, WhatIsNoNameIsNone) {
  EXPECT_THAT(IssuersOf("", "请各处室报送办公室\n1.办公室\n2018年3月5日\n"), IsEmpty());
  EXPECT_THAT(IssuersOf("", "各处室\n2018年3月5日\n"), IsEmpty());
  EXPECT_THAT(IssuersOf("", "责任单位\n2018年3月5日\n"), IsEmpty());
  EXPECT_THAT(IssuersOf("内部资料\n00001\n某市司法局文件\n某司发〔2018〕7号\n", ""),
              ElementsAre("某市司法局"));
}

TEST(Issuers, EachHasItsPlace) {
  const Parts parts =
      PartsOf("通知.txt", "某市司法局\n某市财政局\n文件\n关于考评的通知\n各处室：\n" + kTable);
  EXPECT_EQ(parts.issuer.place, (Place{1, 0, 0, 0}));
  ASSERT_EQ(parts.co_issuers.size(), 1U);
  EXPECT_EQ(parts.co_issuers[0].place, (Place{2, 0, 0, 0}));
}

TEST(Issuers, ALetterheadMayBeSetAsATable) {
  const std::string rest = "<p>某司发〔2018〕7号<p>关于考评的通知<p>各处室：" + kHtmlTable;
  for (const char* head : {"<table><tr><td>某市司法局<td rowspan=2>文件<tr><td>某市财政局</table>",
                           "<table><tr><td><p>某市司法局<p>某市财政局<td>文件</table>"}) {
    EXPECT_THAT(Issuers(PartsOf("通知.html", head + rest)), ElementsAre("某市司法局", "某市财政局"))
        << head;
  }
}

}  // namespace
}  // namespace kaoping::notice
