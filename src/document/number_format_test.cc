#include "document/number_format.h"

#include <gtest/gtest.h>

namespace kaoping::document {
namespace {

TEST(NumberFormat, ChineseNumbersAreWrittenAsTheyAreRead) {
  EXPECT_EQ(FormatNumber("chineseCounting", 0), "〇");
  EXPECT_EQ(FormatNumber("chineseCounting", 7), "七");
  EXPECT_EQ(FormatNumber("chineseCounting", 10), "十");
  EXPECT_EQ(FormatNumber("chineseCounting", 12), "十二");
  EXPECT_EQ(FormatNumber("chineseCountingThousand", 20), "二十");
  EXPECT_EQ(FormatNumber("chineseCountingThousand", 110), "一百一十");
  EXPECT_EQ(FormatNumber("chineseCountingThousand", 105), "一百〇五");
  EXPECT_EQ(FormatNumber("chineseCountingThousand", 1012), "一千〇一十二");
  EXPECT_EQ(FormatNumber("chineseCountingThousand", 2006), "二千〇六");
  EXPECT_EQ(FormatNumber("chineseCountingThousand", 10'000), "一万");
  EXPECT_EQ(FormatNumber("chineseCountingThousand", 120'305), "十二万〇三百〇五");
  EXPECT_EQ(FormatNumber("chineseLegalSimplified", 12), "壹拾贰");
  EXPECT_EQ(FormatNumber("ideographDigital", 2017), "二〇一七");
}

TEST(NumberFormat, SeriesEndInFigures) {
  EXPECT_EQ(FormatNumber("decimalEnclosedCircle", 12), "⑫");
  EXPECT_EQ(FormatNumber("decimalEnclosedCircleChinese", 21), "21");
  EXPECT_EQ(FormatNumber("decimalEnclosedParen", 3), "⑶");
  EXPECT_EQ(FormatNumber("ideographTraditional", 10), "癸");
  EXPECT_EQ(FormatNumber("ideographTraditional", 11), "11");
  EXPECT_EQ(FormatNumber("ideographZodiac", 12), "亥");
}

TEST(NumberFormat, LettersAndRomanNumbers) {
  EXPECT_EQ(FormatNumber("lowerLetter", 26), "z");
  EXPECT_EQ(FormatNumber("upperLetter", 28), "BB");
  EXPECT_EQ(FormatNumber("upperRoman", 1994), "MCMXCIV");
  EXPECT_EQ(FormatNumber("lowerRoman", 4000), "4000");
  EXPECT_EQ(FormatNumber("decimalZero", 5), "05");
  EXPECT_EQ(FormatNumber("decimalFullWidth", 10), "１０");
  EXPECT_EQ(FormatNumber("none", 3), "");
  EXPECT_EQ(FormatNumber("something new", 3), "3");
}

}  // namespace
}  // namespace kaoping::document
