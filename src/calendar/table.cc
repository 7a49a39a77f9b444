#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>

#include "calendar/calendar.h"

namespace kaoping::calendar {
namespace {

using nlohmann::json;

Error Unreadable(Message message) {
  return MakeError(ErrorKind::kInvalid, "calendar-unreadable", std::move(message));
}

Error WrongForm() {
  return Unreadable(
      Say("节假日表应为 {{\"year\":2017,\"source\":\"…\",\"days\":[{{\"name\":\"春节\",\"date\":"
          "\"2017-01-27\",\"off\":true}}]}} 的形式，请按此核对",
          "a holiday table reads {{\"year\":2017,\"source\":\"…\",\"days\":[{{\"name\":\"春节\","
          "\"date\":\"2017-01-27\",\"off\":true}}]}}; compare the file with that"));
}

bool HasExactly(const json& object, std::initializer_list<const char*> fields) {
  return object.is_object() && object.size() == fields.size() &&
         std::all_of(fields.begin(), fields.end(),
                     [&](const char* field) { return object.contains(field); });
}

bool BelongsTo(int year, Date day) {
  return day.Year() == year || (day.Year() == year - 1 && day.Month() == 12);
}

Status ReadDay(const json& entry, HolidayTable& table) {
  if (!HasExactly(entry, {"name", "date", "off"}) || !entry["name"].is_string() ||
      !entry["date"].is_string() || !entry["off"].is_boolean()) {
    return WrongForm();
  }
  const auto written = entry["date"].get<std::string>();
  const auto day = Date::Parse(written);
  if (!day) {
    return Unreadable(Say("{0}年节假日表中的“{1}”不是一个日期，请写成 2017-01-27 的形式",
                          "“{1}” in the holiday table of {0} is no day; write it like 2017-01-27",
                          table.year, written));
  }
  if (!BelongsTo(table.year, *day)) {
    return Unreadable(Say("{0}年节假日表中的{1}不属于这一年，请移到它那一年的表里",
                          "{1} in the holiday table of {0} belongs to another year; move it to "
                          "that year's table",
                          table.year, written));
  }
  const Exception exception{entry["name"].get<std::string>(), entry["off"].get<bool>()};
  if (!table.days.emplace(*day, exception).second) {
    return Unreadable(Say("{0}年节假日表中{1}出现了两次，请删去一处",
                          "{1} stands twice in the holiday table of {0}; remove one", table.year,
                          written));
  }
  return Ok();
}

}  // namespace

Result<HolidayTable> ReadHolidayTable(std::string_view text) {
  const json root = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (root.is_discarded() || !HasExactly(root, {"year", "source", "days"}) ||
      !root["year"].is_number_integer() || !root["source"].is_string() ||
      !root["days"].is_array() || root["days"].empty()) {
    return WrongForm();
  }
  HolidayTable table;
  const auto year = root["year"].get<std::int64_t>();
  if (year < 1900 || year > 2199) return WrongForm();
  table.year = static_cast<int>(year);
  table.source = root["source"].get<std::string>();
  for (const json& entry : root["days"]) KAOPING_TRY_STATUS(ReadDay(entry, table));
  return table;
}

}  // namespace kaoping::calendar
