#include "text/official.h"

#include <gtest/gtest.h>

namespace kaoping {
namespace {

std::string DateIn(std::string_view text) {
  const auto date = FindDate(text);
  return date ? date->date.ToString() : "";
}

TEST(WrittenDate, OldAndNewFormsAreRead) {
  EXPECT_EQ(DateIn("2017年5月3日印发"), "2017-05-03");
  EXPECT_EQ(DateIn("２０１７年０５月０３日"), "2017-05-03");
  EXPECT_EQ(DateIn("2017 年 5 月 3 日"), "2017-05-03");
  EXPECT_EQ(DateIn("二〇一七年五月三日"), "2017-05-03");
  EXPECT_EQ(DateIn("二○一七年十二月三十一日"), "2017-12-31");
  EXPECT_EQ(DateIn("二O一七年十月二十日"), "2017-10-20");
  EXPECT_EQ(DateIn("二◯一七年十月 二十日"), "2017-10-20");
  EXPECT_EQ(DateIn("截至2017-05-03。"), "2017-05-03");
  EXPECT_EQ(DateIn("2017.5.3"), "2017-05-03");
  EXPECT_EQ(DateIn("2017/5/3"), "2017-05-03");
}

TEST(WrittenDate, WhatIsNoDayIsNoDate) {
  EXPECT_EQ(DateIn("2017年2月30日"), "");
  EXPECT_EQ(DateIn("2017年5月"), "");
  EXPECT_EQ(DateIn("12017年5月3日"), "");
  EXPECT_EQ(DateIn("2017-5.3"), "");
  EXPECT_EQ(DateIn("第2017号"), "");
}

TEST(WrittenDate, SpanCoversTheDateAlone) {
  EXPECT_EQ(FindDate("办公室 2017年5月3日印发")->span, (Span{4, 13}));
}

TEST(DocumentNumber, EveryBracketBecomesTheOfficialOne) {
  for (const char* text :
       {"通商发〔2017〕81号", "通商发[2017]81号", "通商发（2017）81号", "通商发【2017】第81号",
        "通商发(2017)081号", "通商发〔２０１７〕８１号", "通商发﹝2017﹞81号",
        "通商发〔二〇一七〕81号", "通商发 〔2017〕 81 号"}) {
    const auto number = FindDocumentNumber(text);
    ASSERT_TRUE(number) << text;
    EXPECT_EQ(number->text, "通商发〔2017〕81号") << text;
    EXPECT_EQ(number->year, 2017);
    EXPECT_EQ(number->as_set, std::string_view(text) == "通商发〔2017〕81号") << text;
  }
}

TEST(DocumentNumber, IsFoundWithinBrackets) {
  const auto number = FindDocumentNumber("（通综委〔2017〕7号）");
  ASSERT_TRUE(number);
  EXPECT_EQ(number->text, "通综委〔2017〕7号");
  EXPECT_EQ(number->span, (Span{1, 12}));
}

TEST(DocumentNumber, NeedsLettersYearAndNumber) {
  EXPECT_FALSE(FindDocumentNumber("（市商务局）"));
  EXPECT_FALSE(FindDocumentNumber("〔2017〕81号"));
  EXPECT_FALSE(FindDocumentNumber("通商发〔17〕81号"));
  EXPECT_FALSE(FindDocumentNumber("通商发〔2017〕号"));
}

TEST(Year, IsTakenWhereItIsNamedAYear) {
  EXPECT_EQ(FindYear("南通市商务局2017年度法治建设"), 2017);
  EXPECT_EQ(FindYear("二〇一七年度"), 2017);
  EXPECT_EQ(FindYear("通商发〔2017〕81号"), 2017);
  EXPECT_EQ(FindYear("通商发〔二○一七〕81号"), 2017);
  EXPECT_EQ(FindYear("共2017项"), std::nullopt);
  EXPECT_EQ(FindYear("编号12017年"), std::nullopt);
}

}  // namespace
}  // namespace kaoping
