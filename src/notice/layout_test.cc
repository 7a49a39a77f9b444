#include "notice/layout.h"

#include <gmock/gmock.h>

#include "notice/text_notice_test.h"

namespace kaoping::notice {
namespace {

using ::testing::Contains;
using ::testing::Field;
using ::testing::Not;

const auto kTold = Contains(Field(&Diagnostic::code, "layout-remembered"));

TEST(NoticeLayouts, WhatWasSaidOfAHeadHoldsForTheNextTableThatHasIt) {
  const auto first = ReadText("2018年度考评表\n甲栏\t乙栏\t丙栏\n党建\t开会\t少一次扣1分\n",
                              *ReadHints(0, {"甲栏=section", "乙栏=content", "丙栏=criterion"}));
  ASSERT_TRUE(first) << first.error().message.zh;
  ASSERT_EQ(first->corrected.size(), 1U);
  EXPECT_EQ(first->corrected[0].headings, (std::vector<std::string>{"甲栏", "乙栏", "丙栏"}));

  const std::string next = "2019年度考评表\n甲栏\t乙栏\t丙栏\n普法\t宣传\t少一次扣3分\n";
  EXPECT_EQ(ReadText(next).error().code, "no-criterion-column");
  const auto second = ReadText(next, {}, first->corrected);
  ASSERT_TRUE(second) << second.error().message.zh;
  EXPECT_EQ(second->table.sections.at(0).title.text, "普法");
  EXPECT_EQ(second->table.sections.at(0).rows.at(0).criterion->text.text, "少一次扣3分");
  EXPECT_TRUE(second->tables.at(0).is_remembered);
  EXPECT_THAT(second->diagnostics, kTold);
  // Nothing new was said.
  EXPECT_TRUE(second->corrected.empty());
}

TEST(NoticeLayouts, AnotherHeadIsReadByItself) {
  const std::vector<Layout> layouts = {
      {{"内容", "评分标准"}, {Role::kCriterion, Role::kContent}, false}};
  const auto notice =
      ReadText("2018年度考评表\n内容\t评分标准\t备注\n一\t扣1分\t无\n", {}, layouts);
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->table.columns.at(1).role, Role::kCriterion);
  EXPECT_FALSE(notice->tables.at(0).is_remembered);
  EXPECT_THAT(notice->diagnostics, Not(kTold));
}

TEST(NoticeLayouts, HintsGoBeforeWhatIsRemembered) {
  const std::string text = "2018年度考评表\n内容\t评分标准\n一\t扣1分\n";
  const std::vector<Layout> layouts = {
      {{"内容", "评分标准"}, {Role::kSection, Role::kCriterion}, false}};
  const auto notice = ReadText(text, *ReadHints(0, {"1=content"}), layouts);
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->table.columns.at(0).role, Role::kContent);
  ASSERT_EQ(notice->corrected.size(), 1U);
  EXPECT_EQ(notice->corrected[0].roles, (std::vector<Role>{Role::kContent, Role::kCriterion}));
}

TEST(NoticeLayouts, ATableThatWasChosenIsChosenAgain) {
  Hints hints;
  hints.table = 2;
  const auto text = [](const std::string& year) {
    return year +
           "年度考评表\n内容\t评分标准\n一\t扣1分\n二\t扣1分\n附件2\n任务\t评分标准\t"
           "备注\n三\t扣1分\t无\n";
  };
  const auto first = ReadText(text("2018"), hints);
  ASSERT_TRUE(first);
  ASSERT_EQ(first->corrected.size(), 1U);
  const auto second = ReadText(text("2019"), {}, first->corrected);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->table.sections.at(0).rows.at(0).content.text, "三");
  EXPECT_FALSE(second->tables.at(0).is_taken);
}

TEST(NoticeLayouts, NothingIsRememberedThatWouldNotBeKnownAgain) {
  // Saying what is so anyway corrects nothing.
  const std::string plain = "2018年度考评表\n内容\t评分标准\n一\t扣1分\n";
  EXPECT_TRUE(ReadText(plain, *ReadHints(0, {"2=criterion"}))->corrected.empty());
  // A table without a head looks like any other without one.
  const std::string headless = "2018年度考评表\n党建工作按时开展\t少一次扣1分\n普法工作\t少扣2分\n";
  const auto read = ReadText(headless, *ReadHints(0, {"1=section", "2=criterion"}));
  ASSERT_TRUE(read) << read.error().message.zh;
  EXPECT_TRUE(read->corrected.empty());
  // Two tables with one head can't be told by it.
  Hints hints;
  hints.table = 2;
  const auto alike = ReadText(
      "2018年度考评表\n内容\t评分标准\n一\t扣1分\n二\t扣1分\n附件2\n内容\t评分标准\n三\t扣1分\n",
      hints);
  ASSERT_TRUE(alike);
  EXPECT_TRUE(alike->corrected.empty());
}

}  // namespace
}  // namespace kaoping::notice
