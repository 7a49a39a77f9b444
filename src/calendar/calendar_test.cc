#include "calendar/calendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <vector>

#include "base/check.h"

namespace kaoping::calendar {
namespace {

using testing::HasSubstr;

Date Day(const std::string& text) { return Date::Parse(text).value(); }

std::string ReadExample() {
  std::ifstream file(KAOPING_SOURCE_DIR "/examples/nantong-2017/holidays-2017.json");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

Calendar Year2017() {
  Calendar calendar;
  KAOPING_CHECK(calendar.Add(ReadHolidayTable(ReadExample()).value()));
  return calendar;
}

HolidayTable Table(int year, const std::map<Date, Exception>& days) { return {year, "通知", days}; }

TEST(Calendar, TheYear2017Has249WorkingDays) {
  EXPECT_EQ(*Year2017().CountWorkingDays(Day("2017-01-01"), Day("2017-12-31")), 249);
}

TEST(Calendar, CountsTheWorkingDaysOfEachMonth) {
  const Calendar calendar = Year2017();
  std::vector<int> months;
  for (int month = 1; month <= 12; ++month) {
    const Date first = Date::FromYmd(2017, month, 1).value();
    const Date next = month == 12 ? Day("2018-01-01") : Date::FromYmd(2017, month + 1, 1).value();
    months.push_back(*calendar.CountWorkingDays(first, next.AddDays(-1)));
  }
  EXPECT_THAT(months, testing::ElementsAre(19, 19, 23, 19, 21, 22, 21, 23, 22, 17, 22, 21));
}

TEST(Calendar, DeadlinesPassOverHolidaysAndCountDaysWorkedInstead) {
  const Calendar calendar = Year2017();
  struct {
    const char* from;
    int days;
    const char* due;
  } const cases[] = {
      {"2017-01-20", 5, "2017-01-26"},  // Sunday 01-22 is worked
      {"2017-01-26", 5, "2017-02-08"},  // Saturday 02-04 is worked
      {"2017-03-31", 1, "2017-04-01"},  // a Saturday
      {"2017-04-01", 1, "2017-04-05"}, {"2017-05-26", 2, "2017-05-31"},
      {"2017-09-29", 3, "2017-10-10"}, {"2017-09-29", 5, "2017-10-12"},
      {"2017-10-01", 0, "2017-10-01"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(*calendar.AddWorkingDays(Day(c.from), c.days), Day(c.due)) << c.from;
  }
}

TEST(Calendar, SaysOfEachDayWhetherItIsWorked) {
  const Calendar calendar = Year2017();
  EXPECT_FALSE(*calendar.IsWorkingDay(Day("2017-01-27")));  // a Friday off
  EXPECT_TRUE(*calendar.IsWorkingDay(Day("2017-01-22")));   // a Sunday worked
  EXPECT_TRUE(*calendar.IsWorkingDay(Day("2017-03-01")));
  EXPECT_FALSE(*calendar.IsWorkingDay(Day("2017-03-04")));
  EXPECT_EQ(*calendar.CountWorkingDays(Day("2017-03-02"), Day("2017-03-01")), 0);
}

TEST(Calendar, AYearWithoutATableIsAnError) {
  const Calendar calendar = Year2017();
  const auto due = calendar.AddWorkingDays(Day("2017-12-29"), 1);
  ASSERT_FALSE(due);
  EXPECT_EQ(due.error().code, "calendar-missing");
  EXPECT_THAT(due.error().message.zh, HasSubstr("2018年"));
  EXPECT_FALSE(calendar.IsWorkingDay(Day("2016-12-31")));
  EXPECT_FALSE(calendar.CountWorkingDays(Day("2017-12-01"), Day("2018-01-01")));
  EXPECT_TRUE(calendar.AddWorkingDays(Day("2017-12-28"), 1));
}

TEST(Calendar, ADayOfDecemberFollowsTheNextYearsTableToo) {
  Calendar calendar = Year2017();
  EXPECT_FALSE(*calendar.IsWorkingDay(Day("2017-12-30")));
  ASSERT_TRUE(calendar.Add(Table(2018, {{Day("2017-12-30"), {"元旦", false}}})));
  EXPECT_TRUE(*calendar.IsWorkingDay(Day("2017-12-30")));
}

TEST(Calendar, TablesThatDisagreeAreRefusedAndChangeNothing) {
  Calendar calendar = Year2017();
  EXPECT_TRUE(calendar.Add(ReadHolidayTable(ReadExample()).value()));
  const Status another = calendar.Add(Table(2017, {{Day("2017-03-01"), {"某日", true}}}));
  ASSERT_FALSE(another);
  EXPECT_EQ(another.error().code, "calendar-conflict");
  EXPECT_TRUE(*calendar.IsWorkingDay(Day("2017-03-01")));

  ASSERT_TRUE(calendar.Add(Table(2019, {{Day("2018-12-29"), {"元旦", false}}})));
  const Status neighbour = calendar.Add(Table(2018, {{Day("2018-12-29"), {"元旦", true}}}));
  ASSERT_FALSE(neighbour);
  EXPECT_THAT(neighbour.error().message.zh, HasSubstr("2018-12-29"));
  EXPECT_FALSE(calendar.IsWorkingDay(Day("2018-06-01")));
}

TEST(HolidayTable, RefusesWhatIsNoTable) {
  struct {
    const char* json;
    const char* says;
  } const cases[] = {
      {"", "形式"},
      {"[]", "形式"},
      {R"({"year":2017,"days":[]})", "形式"},
      {R"({"year":"2017","source":"甲","days":[]})", "形式"},
      {R"({"year":2017,"source":"甲","days":[]})", "形式"},
      {R"({"year":99,"source":"甲","days":[{"name":"元旦","date":"2017-01-01","off":true}]})",
       "形式"},
      {R"({"year":2017,"source":"甲","days":[{"name":"元旦","date":"2017-01-01"}]})", "形式"},
      {R"({"year":2017,"source":"甲","days":[{"name":"元旦","date":"2017-01-01","off":1}]})",
       "形式"},
      {R"({"year":2017,"source":"甲","papers":[],"days":[{"name":"元旦","date":"2017-01-01","off":true}]})",
       "形式"},
      {R"({"year":2017,"source":"甲","days":[{"name":"元旦","date":"1月1日","off":true}]})",
       "“1月1日”"},
      {R"({"year":2017,"source":"甲","days":[{"name":"元旦","date":"2018-01-01","off":true}]})",
       "2018-01-01不属于这一年"},
      {R"({"year":2017,"source":"甲","days":[{"name":"元旦","date":"2016-11-30","off":true}]})",
       "2016-11-30不属于这一年"},
      {R"({"year":2017,"source":"甲","days":[{"name":"元旦","date":"2017-01-01","off":true},
           {"name":"元旦","date":"2017-01-01","off":false}]})",
       "2017-01-01出现了两次"},
  };
  for (const auto& c : cases) {
    const auto table = ReadHolidayTable(c.json);
    ASSERT_FALSE(table) << c.json;
    EXPECT_EQ(table.error().code, "calendar-unreadable");
    EXPECT_THAT(table.error().message.zh, HasSubstr(c.says));
  }
}

}  // namespace
}  // namespace kaoping::calendar
