#include "base/decimal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <limits>

#include "base/check.h"

namespace kaoping {
namespace {

Decimal D(std::string_view text) { return Decimal::Parse(text).value(); }

// Any value whose sums and products stay in range.
rc::Gen<Decimal> AnyDecimal() {
  return rc::gen::map(rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000),
                      &Decimal::FromMillionths);
}

TEST(Decimal, ReadsExactlyTheWrittenFigure) {
  struct {
    const char* text;
    std::int64_t millionths;
  } const cases[] = {
      {"0", 0},
      {"2", 2'000'000},
      {"-0.5", -500'000},
      {"+1.25", 1'250'000},
      {".5", 500'000},
      {"-.000001", -1},
      {"007", 7'000'000},
      {"0.1000000000", 100'000},
      {"-0", 0},
      {"1000000000", 1'000'000'000'000'000},
      {"-1000000000.000000", -1'000'000'000'000'000},
  };
  for (const auto& c : cases) {
    ASSERT_TRUE(Decimal::Parse(c.text)) << c.text;
    EXPECT_EQ(Decimal::Parse(c.text)->millionths(), c.millionths) << c.text;
  }
}

TEST(Decimal, RefusesWhatIsNoExactDecimal) {
  for (const char* text : {"",           "-",
                           "+",          ".",
                           "-.",         "5.",
                           "1e3",        " 1",
                           "1 ",         "1,000",
                           "0x1",        "--1",
                           "+-1",        "1.2.3",
                           "１",         "0。5",
                           "0.0000001",  "1000000000.000001",
                           "1000000001", "99999999999999999999",
                           "nan",        "½"}) {
    EXPECT_FALSE(Decimal::Parse(text)) << text;
  }
}

TEST(Decimal, WritesTheShortestExactForm) {
  for (const char* text : {"0", "2", "-0.5", "10", "100.01", "0.000001", "-1000000000"}) {
    EXPECT_EQ(D(text).ToString(), text);
  }
  EXPECT_EQ(D("-0.0").ToString(), "0");
  EXPECT_EQ(D("1.50").ToString(), "1.5");
}

TEST(Decimal, WritesEveryRepresentableValue) {
  constexpr auto kMax = std::numeric_limits<std::int64_t>::max();
  constexpr auto kMin = std::numeric_limits<std::int64_t>::min();
  EXPECT_EQ(Decimal::FromMillionths(kMax).ToString(), "9223372036854.775807");
  EXPECT_EQ(Decimal::FromMillionths(kMin).ToString(), "-9223372036854.775808");
}

TEST(Decimal, RoundsHalfAwayFromZeroAndPads) {
  struct {
    const char* value;
    int places;
    const char* fixed;
  } const cases[] = {
      {"0.005", 2, "0.01"},  {"0.004999", 2, "0.00"}, {"-0.005", 2, "-0.01"},
      {"-0.004", 2, "0.00"}, {"-0.5", 2, "-0.50"},    {"2.5", 0, "3"},
      {"-2.5", 0, "-3"},     {"2.499999", 0, "2"},    {"9.999999", 5, "10.00000"},
      {"1", 6, "1.000000"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(D(c.value).ToFixed(c.places), c.fixed) << c.value;
    EXPECT_EQ(D(c.value).RoundTo(c.places), D(c.fixed)) << c.value;
  }
  EXPECT_THROW(D("1").RoundTo(7), InternalError);
  EXPECT_THROW(D("1").ToFixed(-1), InternalError);
}

TEST(Decimal, FloorGoesDownOnBothSidesOfZero) {
  EXPECT_EQ(D("2.5").Floor(), 2);
  EXPECT_EQ(D("-2.5").Floor(), -3);
  EXPECT_EQ(D("-2").Floor(), -2);
  EXPECT_EQ(D("-0.000001").Floor(), -1);
}

TEST(Decimal, SumsCheckForOverflow) {
  const Decimal largest = Decimal::FromMillionths(std::numeric_limits<std::int64_t>::max());
  const Decimal smallest = Decimal::FromMillionths(std::numeric_limits<std::int64_t>::min());
  const Decimal tiny = Decimal::FromMillionths(1);
  EXPECT_THROW(largest + tiny, InternalError);
  EXPECT_THROW(smallest - tiny, InternalError);
  EXPECT_THROW(-smallest, InternalError);
  EXPECT_EQ(largest + -tiny + tiny, largest);
}

TEST(Decimal, ProductsAndQuotientsRoundOnceAtAMillionth) {
  EXPECT_EQ(Multiply(D("0.5"), D("3")), D("1.5"));
  EXPECT_EQ(Multiply(D("0.000001"), D("0.5")), D("0.000001"));
  EXPECT_EQ(Multiply(D("-0.000001"), D("0.5")), D("-0.000001"));
  EXPECT_EQ(Multiply(D("0.000001"), D("0.499999")), D("0"));
  EXPECT_EQ(MultiplyDivide(D("5"), D("1"), D("3")), D("1.666667"));
  EXPECT_EQ(MultiplyDivide(D("5"), D("1"), D("-3")), D("-1.666667"));
  // 0.000002 ÷ 3 would be lost if the product were rounded before the quotient.
  EXPECT_EQ(MultiplyDivide(D("0.001"), D("0.002"), D("0.000001")), D("2"));
}

TEST(Decimal, AProductThatDoesNotFitIsNothing) {
  EXPECT_FALSE(Multiply(D("1000000000"), D("1000000000")));
  EXPECT_FALSE(MultiplyDivide(D("1"), D("1"), D("0")));
  EXPECT_FALSE(MultiplyDivide(D("1000000000"), D("1"), D("0.000001")));
}

TEST(Decimal, WholeStepsCountsOnlyFullOnes) {
  EXPECT_EQ(WholeSteps(D("2.5"), D("1")), 2);
  EXPECT_EQ(WholeSteps(D("0.3"), D("0.1")), 3);  // 2 in binary floating point
  EXPECT_EQ(WholeSteps(D("0.999999"), D("1")), 0);
  EXPECT_EQ(WholeSteps(D("-3"), D("1")), 0);
  EXPECT_FALSE(WholeSteps(D("1"), D("0")));
  EXPECT_FALSE(WholeSteps(D("1"), D("-1")));
}

TEST(Decimal, ReadingWhatWasWrittenGivesItBack) {
  EXPECT_TRUE(rc::check([] {
    const Decimal value = *AnyDecimal();
    RC_ASSERT(Decimal::Parse(value.ToString()) == value);
    RC_ASSERT(Decimal::Parse(value.ToFixed(6)) == value);
  }));
}

TEST(Decimal, SumsFormAGroup) {
  EXPECT_TRUE(rc::check([] {
    const Decimal a = *AnyDecimal();
    const Decimal b = *AnyDecimal();
    const Decimal c = *AnyDecimal();
    RC_ASSERT(a + b == b + a);
    RC_ASSERT((a + b) + c == a + (b + c));
    RC_ASSERT(a - b == a + -b);
    RC_ASSERT((a + -a).IsZero());
  }));
}

TEST(Decimal, RoundingMovesByAtMostHalfAUnit) {
  EXPECT_TRUE(rc::check([] {
    const Decimal value = *AnyDecimal();
    const int places = *rc::gen::inRange(0, 7);
    const Decimal rounded = value.RoundTo(places);
    const Decimal moved = rounded < value ? value - rounded : rounded - value;
    Decimal unit = Decimal::FromInt(1);
    for (int i = 0; i < places; ++i) unit = MultiplyDivide(unit, D("1"), D("10")).value();
    RC_ASSERT(moved + moved <= unit);
    RC_ASSERT(rounded.RoundTo(places) == rounded);
    RC_ASSERT((-value).RoundTo(places) == -rounded);
  }));
}

TEST(Decimal, WholeStepsAndTheRestMakeTheAmount) {
  EXPECT_TRUE(rc::check([] {
    const Decimal amount = Decimal::FromMillionths(*rc::gen::inRange<std::int64_t>(0, 100'000'000));
    const Decimal step = Decimal::FromMillionths(*rc::gen::inRange<std::int64_t>(1, 10'000'000));
    const std::int64_t steps = WholeSteps(amount, step).value();
    const Decimal taken = Decimal::FromMillionths(steps * step.millionths());
    RC_ASSERT(taken <= amount);
    RC_ASSERT(amount - taken < step);
  }));
}

}  // namespace
}  // namespace kaoping
