#include "base/date.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace kaoping {
namespace {

Date Day(std::string_view text) { return Date::Parse(text).value(); }

TEST(Date, ReadsADayAndNothingElse) {
  EXPECT_EQ(Day("2017-05-03"), Date::FromYmd(2017, 5, 3));
  EXPECT_EQ(Day("2016-02-29").AddDays(1), Day("2016-03-01"));
  for (const char* text :
       {"", "2017", "2017-5-3", "2017-05-3", "2017-05-031", "2017-05-03 ", " 2017-05-03",
        "2017/05/03", "2017-13-01", "2017-00-01", "2017-02-29", "2017-04-31", "2017-01-00",
        "1900-02-29", "0000-01-01", "1899-12-31", "2200-01-01", "-017-01-01", "2017-+5-03"}) {
    EXPECT_FALSE(Date::Parse(text)) << text;
  }
}

TEST(Date, KnowsItsParts) {
  const Date day = Day("2017-12-31");
  EXPECT_EQ(day.Year(), 2017);
  EXPECT_EQ(day.Month(), 12);
  EXPECT_EQ(day.Day(), 31);
  EXPECT_EQ(day.Weekday(), 0);  // Sunday
  EXPECT_TRUE(day.IsWeekend());
  EXPECT_TRUE(Day("2017-12-30").IsWeekend());
  EXPECT_FALSE(Day("2017-12-29").IsWeekend());
}

TEST(Date, WritesAsOfficialDocumentsDo) {
  EXPECT_EQ(Day("2017-05-03").ToString(), "2017-05-03");
  EXPECT_EQ(Day("2017-05-03").ToChinese(), "2017年5月3日");
}

TEST(Date, CountsDaysBetweenAndBack) {
  EXPECT_EQ(Day("2017-03-01").DaysUntil(Day("2017-03-04")), 3);
  EXPECT_EQ(Day("2017-01-01").DaysUntil(Day("2016-12-31")), -1);
  EXPECT_TRUE(rc::check([] {
    const Date day = Day("1900-01-01").AddDays(*rc::gen::inRange(0, 109'572));
    const int days = *rc::gen::inRange(-400, 400);
    RC_ASSERT(day.DaysUntil(day.AddDays(days)) == days);
    RC_ASSERT(Date::Parse(day.ToString()) == day);
    RC_ASSERT(day.AddDays(7).Weekday() == day.Weekday());
  }));
}

TEST(Timestamp, ReadsRfc3339WithItsOffset) {
  const Timestamp utc = Timestamp::Parse("2018-01-10T01:30:00Z").value();
  EXPECT_EQ(Timestamp::Parse("2018-01-10T09:30:00+08:00"), utc);
  EXPECT_EQ(Timestamp::Parse("2018-01-09t20:00:00-05:30"), utc);
  EXPECT_EQ(Timestamp::Parse("2018-01-10T01:30:00.000000z"), utc);
  EXPECT_EQ(Timestamp::Parse("2018-01-10T01:30:00.5Z")->micros_since_epoch(),
            utc.micros_since_epoch() + 500'000);
  EXPECT_EQ(Timestamp::Parse("1970-01-01T00:00:00Z")->micros_since_epoch(), 0);
}

TEST(Timestamp, RefusesWhatIsNoMoment) {
  for (const char* text :
       {"", "2018-01-10", "2018-01-10T01:30:00", "2018-01-10 01:30:00Z", "2018-01-10T01:30Z",
        "2018-01-10T24:00:00Z", "2018-01-10T01:60:00Z", "2018-01-10T01:30:60Z",
        "2018-02-30T01:30:00Z", "2018-01-10T01:30:00.Z", "2018-01-10T01:30:00.1234567Z",
        "2018-01-10T01:30:00+08", "2018-01-10T01:30:00+0800", "2018-01-10T01:30:00+24:00",
        "2018-01-10T01:30:00+08:60", "2018-01-10T01:30:00Z ", "2018-01-10T1:30:00Z"}) {
    EXPECT_FALSE(Timestamp::Parse(text)) << text;
  }
}

TEST(Timestamp, TheDayIsBeijings) {
  EXPECT_EQ(Timestamp::Parse("2017-12-31T15:59:59Z")->BeijingDay(), Day("2017-12-31"));
  EXPECT_EQ(Timestamp::Parse("2017-12-31T16:00:00Z")->BeijingDay(), Day("2018-01-01"));
  EXPECT_EQ(Timestamp::Parse("2018-01-10T01:30:00Z")->ToBeijing(), "2018-01-10 09:30:00");
  EXPECT_EQ(Timestamp::Parse("1969-12-31T23:59:59Z")->BeijingDay(), Day("1970-01-01"));
}

TEST(Timestamp, WritesWhatSortsAsTimeDoes) {
  EXPECT_EQ(Timestamp::Parse("2018-01-10T09:30:00+08:00")->ToString(),
            "2018-01-10T01:30:00.000000Z");
  EXPECT_TRUE(rc::check([] {
    // 1950 to 2100, before the epoch too.
    const auto any = [] {
      return Timestamp(
          *rc::gen::inRange<std::int64_t>(-631'152'000'000'000, 4'102'444'800'000'000));
    };
    const Timestamp a = any();
    const Timestamp b = any();
    RC_ASSERT(Timestamp::Parse(a.ToString()) == a);
    RC_ASSERT((a < b) == (a.ToString() < b.ToString()));
  }));
}

}  // namespace
}  // namespace kaoping
