#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "text/numerals.h"
#include "text/shadow.h"
#include "text/width.h"

namespace kaoping {
namespace {

std::string ShadowOf(std::string_view text) { return EncodeUtf8(Shadow(text).text()); }

TEST(ShadowTest, SettlesWidthMarksAndBlanks) {
  EXPECT_EQ(ShadowOf("扣０．５分;(每 例)"), "扣0.5分；（每例）");
  EXPECT_EQ(ShadowOf("扣0.5—1分,12,345"), "扣0.5-1分，12,345");
  EXPECT_EQ(ShadowOf("领导 责任\u3000书年"), "领导责任书年");
  EXPECT_EQ(ShadowOf("①②"), "①②");
}

TEST(ShadowTest, KeepsABlankBetweenDigitsAndALineBreak) {
  EXPECT_EQ(ShadowOf("加0 5分\n扣 1 分"), "加0 5分\n扣1分");
}

TEST(ShadowTest, LeadsBackToTheOriginal) {
  const Shadow shadow("扣 １ 分");
  ASSERT_EQ(EncodeUtf8(shadow.text()), "扣1分");
  EXPECT_EQ(shadow.ToOriginal(0, 3), (Span{0, 5}));
  EXPECT_EQ(shadow.ToOriginal(1, 2), (Span{2, 3}));
  EXPECT_EQ(shadow.ToOriginal(3, 3), (Span{5, 5}));
}

struct NumeralCase {
  const char* text;
  const char* value;  // "" for none, "?" for doubtful
  int length;
  bool damaged = false;
};

class NumeralTest : public testing::TestWithParam<NumeralCase> {};

TEST_P(NumeralTest, IsReadAsWritten) {
  const auto& expected = GetParam();
  const auto numeral = ReadNumeral(Shadow(expected.text).text());
  if (std::string_view(expected.value).empty()) {
    EXPECT_FALSE(numeral.has_value());
    return;
  }
  ASSERT_TRUE(numeral.has_value());
  EXPECT_EQ(numeral->length, expected.length);
  EXPECT_EQ(numeral->damaged, expected.damaged);
  EXPECT_EQ(numeral->doubtful, std::string_view(expected.value) == "?");
  if (!numeral->doubtful) {
    EXPECT_EQ(numeral->value.ToString(), expected.value);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, NumeralTest,
    testing::Values(NumeralCase{"两次", "2", 1}, NumeralCase{"２次", "2", 1},
                    NumeralCase{"十", "10", 1}, NumeralCase{"十二次", "12", 2},
                    NumeralCase{"二十一", "21", 3}, NumeralCase{"廿一", "21", 2},
                    NumeralCase{"一百零五", "105", 4}, NumeralCase{"一百〇五", "105", 4},
                    NumeralCase{"一百五", "?", 3}, NumeralCase{"1.2万元", "12000", 4},
                    NumeralCase{"三千五百万元", "35000000", 5}, NumeralCase{"0.5分", "0.5", 3},
                    NumeralCase{".5", "0.5", 2}, NumeralCase{"0。5分", "0.5", 3, true},
                    NumeralCase{"0 5分", "0.5", 3, true}, NumeralCase{"零点五", "0.5", 3},
                    NumeralCase{"12,345", "12345", 6}, NumeralCase{"12、345", "12", 2},
                    NumeralCase{"1 5分", "?", 3}, NumeralCase{"05分", "?", 2},
                    NumeralCase{"1.2.5分", "?", 5}, NumeralCase{"1..5分", "?", 4},
                    NumeralCase{"0.\n25分", "0.25", 5}, NumeralCase{"0\n.5分", "0.5", 4},
                    NumeralCase{"贰次", "2", 1}, NumeralCase{"拾贰次", "12", 2},
                    NumeralCase{"百分之五", "5", 4}, NumeralCase{"千分之三", "0.3", 4},
                    NumeralCase{"万分之一", "0.01", 4}, NumeralCase{"五分之一", "20", 4},
                    NumeralCase{"三分之二", "?", 4}, NumeralCase{"半数以上", "50", 2},
                    NumeralCase{"百分之百", "100", 4}, NumeralCase{"半分", "0.5", 1},
                    NumeralCase{"半天", "0.5", 1}, NumeralCase{"O.5分", "0.5", 3, true},
                    NumeralCase{"OA系统", "", 0}, NumeralCase{"4.、2分", "4", 2, true},
                    NumeralCase{"1。5分", "?", 3}, NumeralCase{"1·5分", "?", 3},
                    NumeralCase{"1。5月前", "1", 1}, NumeralCase{"0,5分", "0.5", 3, true},
                    NumeralCase{"1,5分", "?", 3}, NumeralCase{"每", "", 0},
                    NumeralCase{"", "", 0}));

TEST(FindNumerals, NoneBeginsWithinAnother) {
  const auto found = FindNumerals(U"每12次扣0.5分，少一次");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].numeral.value.ToString(), "12");
  EXPECT_EQ(found[0].begin, 1U);
  EXPECT_EQ(found[0].end, 3U);
  EXPECT_EQ(found[1].numeral.value.ToString(), "0.5");
  EXPECT_EQ(found[2].numeral.value.ToString(), "1");
  EXPECT_EQ(found[2].begin, 11U);
  EXPECT_TRUE(FindNumerals(U"").empty());
}

TEST(WidthTest, CountsColumns) {
  EXPECT_EQ(DisplayWidth("扣1分"), 5);
  EXPECT_EQ(DisplayWidth("“一有”"), 8);
}

}  // namespace
}  // namespace kaoping
