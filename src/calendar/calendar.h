// Calendar: which days are worked, by the State Council's yearly arrangement (法定节假日安排).
//
// The arrangement moves weekends about (调休), so it cannot be computed: a year whose table has not
// been added is an error (calendar-missing), never a guess.

#ifndef KAOPING_CALENDAR_CALENDAR_H_
#define KAOPING_CALENDAR_CALENDAR_H_

#include <map>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"

namespace kaoping::calendar {

struct Exception {
  std::string name;  // 春节
  bool off = true;   // false: a weekend day that is worked
  friend bool operator==(const Exception&, const Exception&) = default;
};

// One year's arrangement. Days it does not list are worked from Monday to Friday.
struct HolidayTable {
  int year = 0;
  std::string source;  // the document that says so
  std::map<Date, Exception> days;
  friend bool operator==(const HolidayTable&, const HolidayTable&) = default;
};

// Reads {"year":2017,"source":"…","days":[{"name":"春节","date":"2017-01-27","off":true},…]}.
//
// A table may list days of the December before its year, since arrangements for 元旦 do.
// kInvalid (calendar-unreadable) for what is not that: an unknown or missing field, a day that does
// not exist, stands twice, or belongs to another year; no days at all.
Result<HolidayTable> ReadHolidayTable(std::string_view json);

class Calendar {
 public:
  // kConflict (calendar-conflict), having changed nothing, if the year has another table already
  // or two years' tables disagree on a day. The same table again is no error.
  Status Add(const HolidayTable& table);

  // Each of these returns kNotFound (calendar-missing), naming the year, if it would have to look
  // at a day of a year without a table.
  Result<bool> IsWorkingDay(Date day) const;
  // The last of `days` working days counted from the day after `from`, as deadlines are: 0 gives
  // `from` itself, worked or not. Requires: days >= 0.
  Result<Date> AddWorkingDays(Date from, int days) const;
  // Working days from `from` to `to`, both included; 0 if `to` is earlier.
  Result<int> CountWorkingDays(Date from, Date to) const;

 private:
  // What the tables of the day's year and of the next one say of it; nullptr if nothing.
  const Exception* FindException(Date day) const;

  std::map<int, HolidayTable> tables_;  // by year
};

}  // namespace kaoping::calendar

#endif  // KAOPING_CALENDAR_CALENDAR_H_
