#include "calendar/calendar.h"

#include "base/check.h"

namespace kaoping::calendar {

const Exception* Calendar::FindException(Date day) const {
  for (const int year : {day.Year(), day.Year() + 1}) {
    const auto table = tables_.find(year);
    if (table == tables_.end()) continue;
    const auto exception = table->second.days.find(day);
    if (exception != table->second.days.end()) return &exception->second;
  }
  return nullptr;
}

Status Calendar::Add(const HolidayTable& table) {
  const auto known = tables_.find(table.year);
  if (known != tables_.end() && known->second != table) {
    return MakeError(ErrorKind::kConflict, "calendar-conflict",
                     Say("{0}年已有一份不同的节假日表，请与国务院办公厅通知核对，只保留一份",
                         "{0} has another holiday table already; compare both with the State "
                         "Council's notice and keep one",
                         table.year));
  }
  for (const auto& [day, exception] : table.days) {
    const Exception* other = FindException(day);
    if (other != nullptr && other->off != exception.off) {
      return MakeError(ErrorKind::kConflict, "calendar-conflict",
                       Say("{0}年节假日表与相邻年度的表对{1}的安排不一致，请与国务院办公厅通知核对",
                           "the holiday table of {0} and that of the year beside it disagree on "
                           "{1}; compare them with the State Council's notices",
                           table.year, day.ToString()));
    }
  }
  tables_.emplace(table.year, table);
  return Ok();
}

Result<bool> Calendar::IsWorkingDay(Date day) const {
  if (!tables_.contains(day.Year())) {
    return MakeError(ErrorKind::kNotFound, "calendar-missing",
                     Say("没有{0}年的节假日安排，工作日无法计算，请先导入{0}年的节假日表",
                         "there is no holiday table of {0}, so its working days cannot be counted; "
                         "import the table of {0} first",
                         day.Year()));
  }
  const Exception* exception = FindException(day);
  return exception != nullptr ? !exception->off : !day.IsWeekend();
}

Result<Date> Calendar::AddWorkingDays(Date from, int days) const {
  KAOPING_CHECK(days >= 0);
  Date day = from;
  while (days > 0) {
    day = day.AddDays(1);
    KAOPING_TRY(const bool worked, IsWorkingDay(day));
    if (worked) --days;
  }
  return day;
}

Result<int> Calendar::CountWorkingDays(Date from, Date to) const {
  int count = 0;
  for (Date day = from; day <= to; day = day.AddDays(1)) {
    KAOPING_TRY(const bool worked, IsWorkingDay(day));
    if (worked) ++count;
  }
  return count;
}

}  // namespace kaoping::calendar
