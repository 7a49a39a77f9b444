// The parts of a notice in the forms that offices write them.

#include "notice/parts.h"

#include <gmock/gmock.h>

#include "notice/text_notice_test.h"

namespace kaoping::notice {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// The parts of a notice with a small table between `above` and `below`.
Parts PartsOf(const std::string& above, const std::string& below = "") {
  const Result<Notice> notice = ReadText(above + "\n" + kTable + "\n" + below);
  EXPECT_TRUE(notice);
  return notice->parts;
}

TEST(NoticeParts, ATitleTornOverLinesIsJoined) {
  const Parts parts = PartsOf(
      "某市商务局文件\n某商发〔2018〕7号\n关于印发《某市商务局2018年度\n平安建设考评办法》的 "
      "通知\n各处室：\n");
  EXPECT_EQ(parts.title.text, "关于印发《某市商务局2018年度平安建设考评办法》的通知");
  EXPECT_EQ(parts.title.place, (Place{3, 0, 0, 0}));
  EXPECT_THAT(Texts(parts.addressees), ElementsAre("各处室"));
}

TEST(NoticeParts, TheIssuersLineIsNoPartOfTheTitle) {
  const Parts parts = PartsOf("某市商务局文件\n关于考评的通知\n");
  EXPECT_EQ(parts.issuer.text, "某市商务局");
  EXPECT_EQ(parts.title.text, "关于考评的通知");
}

TEST(NoticeParts, ANumberInAnyFormIsSettledAndTold) {
  const Result<Notice> notice = ReadText("某商发[2018]第007号\n关于考评的通知\n" + kTable);
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->parts.number.text, "某商发〔2018〕7号");
  EXPECT_THAT(Codes(*notice), ElementsAre("number-form"));
  EXPECT_THAT(notice->diagnostics[0].message.zh, HasSubstr("某商发[2018]第007号"));
}

TEST(NoticeParts, ANumberWithinASentenceIsNotTheNoticesOwn) {
  const Parts parts = PartsOf("关于考评的通知\n按照某委〔2018〕3号文件要求，现通知如下。\n");
  EXPECT_EQ(parts.number.text, "");
  EXPECT_EQ(parts.title.text, "关于考评的通知");
}

TEST(NoticeParts, TheIssuerMaySignInsteadOfHeading) {
  const Parts parts = PartsOf(
      "关于做好考评工作的通知\n各处室：\n现将有关事项通知如下。\n某市商务局\n2018年3月5日\n");
  EXPECT_EQ(parts.issuer.text, "某市商务局");
  EXPECT_EQ(parts.issuer.place, (Place{4, 0, 0, 0}));
}

TEST(NoticeParts, CitedDocumentsComeOnceEachInOrder) {
  const Parts parts = PartsOf(
      "关于转发《全市平安建设考核办法》的通知\n各处室：\n"
      "根据《全市平安建设考核办法》（某委〔2018〕3号）和《关于落实〈责任书〉的意见》(某办[2018]9号)"
      "、"
      "《工作要点》（试行）要求，制定本办法。\n");
  ASSERT_EQ(parts.cites.size(), 3U);
  EXPECT_EQ(parts.cites[0].title, "全市平安建设考核办法");
  EXPECT_EQ(parts.cites[1].title, "关于落实〈责任书〉的意见");
  EXPECT_EQ(parts.cites[1].number, "某办〔2018〕9号");
  EXPECT_EQ(parts.cites[2].number, "");
}

TEST(NoticeParts, ACitationGetsItsNumberWhereTheNumberStands) {
  const Parts parts = PartsOf(
      "关于转发《全市平安建设考核办法》的通知\n各处室：\n"
      "根据《全市平安建设考核办法》（某委〔2018〕3号）要求，制定本办法。\n");
  ASSERT_EQ(parts.cites.size(), 1U);
  EXPECT_EQ(parts.cites[0].number, "某委〔2018〕3号");
}

TEST(NoticeParts, WhatTheNoticeIssuesItselfIsNoCitation) {
  const Parts parts = PartsOf(
      "关于印发《2018年任务分解表》的通知\n各处室：\n"
      "现将《2018年任务分解表》印发你们，请对照《责任书》落实。\n附件：1.2018年任务分解表\n"
      "2.名单\n");
  ASSERT_EQ(parts.cites.size(), 1U);
  EXPECT_EQ(parts.cites[0].title, "责任书");
  EXPECT_THAT(Texts(parts.attachments), ElementsAre("2018年任务分解表", "名单"));
}

TEST(NoticeParts, TheImprintIsReadOnOneLineOrTwo) {
  for (const char* imprint :
       {"某市商务局办公室　　2018年3月5日印发\n", "某市商务局办公室\n二〇一八年三月五日 印发\n"}) {
    const Parts parts =
        PartsOf("关于考评的通知\n", std::string("抄送：市委办，市府办。\n") + imprint);
    EXPECT_EQ(parts.printed_by.text, "某市商务局办公室");
    ASSERT_TRUE(parts.printed_on);
    EXPECT_EQ(parts.printed_on->ToString(), "2018-03-05");
    EXPECT_THAT(Texts(parts.copies_to), ElementsAre("市委办", "市府办"));
  }
}

TEST(NoticeParts, WhatIsNotSaidIsAbsent) {
  const Parts parts = PartsOf("2018年度考评表\n");
  EXPECT_EQ(parts, Parts());
}

TEST(NoticeParts, AttachmentsAreListedInEveryForm) {
  for (const char* list : {"附件：1.任务分解表\n2.名单\n", "附件：\n1.任务分解表\n2.名单\n",
                           "附件1：任务分解表\n附件2：名单\n", "附件一：任务分解表\n附件二：名单\n",
                           "附件：1. 任务分解表\n      2. 名单\n"}) {
    const Parts parts = PartsOf("关于考评的通知\n各处室：\n现通知如下。\n" + std::string(list) +
                                "某市商务局\n2018年3月5日\n附件1\n任务分解表");
    EXPECT_THAT(Texts(parts.attachments), ElementsAre("任务分解表", "名单")) << list;
    EXPECT_EQ(parts.issuer.text, "某市商务局") << list;
  }
}

TEST(NoticeParts, TheSignerBesideTheNumberIsNoPartOfIt) {
  const auto notice = ReadText("某商发〔2018〕7号　　签发人：某某\n关于考评的报告\n" + kTable);
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->parts.number.text, "某商发〔2018〕7号");
  EXPECT_THAT(notice->diagnostics, IsEmpty());
}

}  // namespace
}  // namespace kaoping::notice
