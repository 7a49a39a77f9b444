// Which tables of a notice are read and what they are called, what a person says of them, and what
// is refused.

#include "notice/notice.h"

#include <gmock/gmock.h>

#include "notice/text_notice_test.h"

namespace kaoping::notice {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string TitleOver(const std::string& above) {
  return ReadText(above + kTable)->table.title.text;
}

TEST(NoticeTable, TheTitleStandsBehindTheAttachmentMarkOrAboveTheTable) {
  EXPECT_EQ(TitleOver("关于考评的通知\n附件1\n2018年度考评表\n填报单位：\n"), "2018年度考评表");
  EXPECT_EQ(TitleOver("关于考评的通知\n附件：\n2018年度任务\n分解表\n（单位：分）\n"),
            "2018年度任务分解表");
  for (const char* mark : {"附件二", "附件２", "某商发〔2018〕7号附件2", "附件2："}) {
    EXPECT_EQ(TitleOver("关于考评的通知\n附件1\n考评办法\n一、总则\n按下表考评。\n" +
                        std::string(mark) + "\n2018年度考评表\n"),
              "2018年度考评表")
        << mark;
  }
  EXPECT_EQ(TitleOver("关于考评的通知\n现通知如下。\n2018年度考评表\n（单位：分）\n"),
            "2018年度考评表");
}

TEST(NoticeTable, WithoutATitleItIsCalledLikeTheAttachmentTheNoticeOrTheFile) {
  EXPECT_EQ(TitleOver("关于考评的通知\n附件：甲表\n内容如下。\n"), "甲表");
  EXPECT_EQ(TitleOver("关于考评的通知\n附件：1.甲表\n2.乙表\n内容如下。\n附件2：乙表\n"), "乙表");
  EXPECT_EQ(TitleOver("关于考评的通知\n内容如下。\n"), "关于考评的通知");
  EXPECT_EQ(TitleOver(""), "通知");
}

TEST(NoticeTable, TablesOfOneAttachmentAreReadTogether) {
  const Result<Notice> notice = ReadText(
      "附件\n2018年度考评表\n一、共性指标\n内容\t评分标准\n甲\t扣1分\n二、加分项（5分）\n内容\t"
      "评分标准\n乙\t每次加1分\n");
  ASSERT_TRUE(notice);
  const std::vector<Section>& sections = notice->table.sections;
  ASSERT_EQ(sections.size(), 2U);
  EXPECT_EQ(sections[0].title.text, "一、共性指标");
  EXPECT_EQ(sections[1].title.text, "二、加分项（5分）");
  EXPECT_EQ(sections[1].base->ToString(), "5");
  EXPECT_EQ(sections[1].rows[0].content.place.table, 2);
}

TEST(NoticeTable, TheLargestTableOfSeveralAttachmentsIsTakenAndTheOthersAreTold) {
  const Result<Notice> notice = ReadText(
      "附件1\n2018年度考评表\n内容\t评分标准\n一\t扣1分\n附件2\n内容\t评分标准\n二\t扣1分\n三\t扣1"
      "分\n"
      "通讯录\n姓名\t电话\n甲\t1\n乙\t2\n丙\t3\n丁\t4\n");
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->table.number, 2);
  EXPECT_THAT(Codes(*notice), ElementsAre("table-unused"));
}

const char* const kStrange =
    "2018年度考评表\n甲栏\t乙栏\t丙栏\n党建\t开会\t少一次扣1分\n党建\t学习\t少一次扣2分\n";

TEST(NoticeHints, ColumnsHoldWhatAPersonSays) {
  Hints hints;
  hints.roles = {{1, Role::kSection}, {2, Role::kContent}, {3, Role::kCriterion}};
  const Result<Notice> notice = ReadText(kStrange, hints);
  ASSERT_TRUE(notice) << notice.error().message.zh;
  EXPECT_EQ(notice->table.columns[2].confidence, 100);
  const Section& section = notice->table.sections.at(0);
  EXPECT_EQ(section.title.text, "党建");
  EXPECT_EQ(section.rows.at(1).criterion->text.text, "少一次扣2分");
}

TEST(NoticeHints, AreWrittenByNumberOrHeading) {
  const Result<Hints> hints = ReadHints(0, {"丙栏=考评标准", "2=content", " 甲栏 = section"});
  ASSERT_TRUE(hints) << hints.error().message.zh;
  const Result<Notice> notice = ReadText(kStrange, *hints);
  ASSERT_TRUE(notice) << notice.error().message.zh;
  EXPECT_EQ(notice->table.sections.at(0).title.text, "党建");
  EXPECT_EQ(notice->table.sections.at(0).rows.size(), 2U);
  for (const char* wrong : {"考评标准", "3=", "3=规则", "=content"}) {
    EXPECT_EQ(ReadHints(0, {wrong}).error().code, "map-unread") << wrong;
  }
  EXPECT_EQ(ReadText(kStrange, *ReadHints(0, {"丁栏=content"})).error().code, "no-such-column");
}

TEST(NoticeHints, AllTablesAreThereToChooseFrom) {
  const Result<Notice> notice = ReadText(
      "附件1\n2018年度考评表\n内容\t评分标准\n一\t扣1分\n二\t扣1分\n通讯录\n姓名\t电话\n甲\t1\n");
  ASSERT_TRUE(notice);
  ASSERT_EQ(notice->tables.size(), 2U);
  EXPECT_TRUE(notice->tables[0].is_taken);
  EXPECT_EQ(notice->tables[0].columns.at(1).role, Role::kCriterion);
  EXPECT_EQ(notice->tables[0].columns.at(1).confidence, 100);
  EXPECT_FALSE(notice->tables[1].is_taken);
  EXPECT_EQ(notice->tables[1].title, "通讯录");
}

TEST(NoticeHints, TheTableIsTheOneThatAPersonNames) {
  Hints hints;
  hints.table = 2;
  const std::string text =
      "附件1\n2018年度考评表\n内容\t评分标准\n一\t扣1分\n二\t扣1分\n附件2\n内容\t评分标准\n三\t扣1"
      "分\n";
  const Result<Notice> notice = ReadText(text, hints);
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->table.sections.at(0).rows.at(0).content.text, "三");
  hints.table = 3;
  EXPECT_EQ(ReadText(text, hints).error().code, "no-such-table");
  hints.table = 1;
  hints.roles = {{9, Role::kBase}};
  EXPECT_EQ(ReadText(text, hints).error().code, "no-such-column");
}

// The code of the refusal, having checked that both languages name the file.
std::string Refused(const std::string& text) {
  const Result<Notice> notice = ReadText(text);
  if (notice) return "";
  EXPECT_EQ(notice.error().kind, ErrorKind::kInvalid);
  EXPECT_THAT(notice.error().message.zh, HasSubstr("“通知.txt”"));
  EXPECT_THAT(notice.error().message.en, HasSubstr("\"通知.txt\""));
  return notice.error().code;
}

TEST(ReadNotice, WhatIsNoAppraisalNoticeIsRefusedByWhatIsMissing) {
  EXPECT_EQ(Refused("今天买菜：\n白菜\n萝卜\n"), "not-a-notice");
  EXPECT_EQ(Refused("某商发〔2018〕7号\n关于放假的通知\n各处室：\n"), "no-table");
  EXPECT_EQ(Refused("关于放假的通知\n姓名\t电话\n甲\t1\n"), "no-criterion-column");
  EXPECT_EQ(Refused("2018年\n项目\t内容\t责任处室\n甲\t一\t办公室\n"), "no-criterion-column");
  EXPECT_THAT(ReadText("2018年\nItem\tTask\nA\tone\n").error().message.zh,
              HasSubstr("（表头：Item、Task）"));
  EXPECT_EQ(Refused("项目\t内容\t评分标准\n合计\t\t100\n"), "no-task");
}

TEST(ReadNotice, TheRefusalOfAHeadSaysWhatWasSeen) {
  EXPECT_THAT(ReadText("项目\t内容\t责任处室\n甲\t一\t办公室\n").error().message.zh,
              HasSubstr("项目、内容、责任处室"));
}

TEST(ReadNotice, ATableWithoutEndIsRefused) {
  std::string rows;
  for (int i = 0; i <= 2'000; ++i) rows += "任务\t扣1分\n";
  EXPECT_EQ(ReadText("2018年\n内容\t评分标准\n" + rows).error().code, "too-many-tasks");
}

TEST(ReadNotice, AListLongerThanAnyIsLeftOutAndTold) {
  std::string offices;
  for (int i = 0; i < 200; ++i) offices += fmt::format("第{}办公室、", i);
  const Result<Notice> notice =
      ReadText("2018年\n内容\t责任处室\t评分标准\n任务\t" + offices + "\t扣1分\n");
  ASSERT_TRUE(notice);
  EXPECT_THAT(notice->table.sections[0].rows[0].offices, IsEmpty());
  EXPECT_THAT(Codes(*notice), ElementsAre("list-too-long"));
}

TEST(ReadNotice, AClassifiedDocumentIsRefused) {
  EXPECT_EQ(Refused("秘 密★1年\n某市商务局文件\n" + kTable), "classified");
  EXPECT_EQ(Refused("000001\n机密\n某市商务局文件\n" + kTable), "classified");
  EXPECT_EQ(Refused("某市商务局文件\n关于做好秘密载体管理的通知\n" + kTable), "");
}

}  // namespace
}  // namespace kaoping::notice
