#include "base/date.h"

#include <fmt/format.h>

namespace kaoping {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year_month_day;

using Micros = std::chrono::time_point<std::chrono::system_clock, microseconds>;

constexpr hours kBeijingOffset(8);

// Reads exactly `count` digits from the front.
std::optional<int> TakeDigits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool Take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Date> TakeDate(std::string_view& text) {
  const auto year = TakeDigits(text, 4);
  if (!year || !Take(text, '-')) return std::nullopt;
  const auto month = TakeDigits(text, 2);
  if (!month || !Take(text, '-')) return std::nullopt;
  const auto day = TakeDigits(text, 2);
  if (!day) return std::nullopt;
  return Date::FromYmd(*year, *month, *day);
}

// ".5" → 500 000 microseconds; absent → 0; more than six digits → nothing.
std::optional<int> TakeFraction(std::string_view& text) {
  if (!Take(text, '.')) return 0;
  int micros = 0;
  int place = 100'000;
  std::size_t digits = 0;
  for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; ++digits, place /= 10) {
    micros += (text.front() - '0') * place;
    text.remove_prefix(1);
  }
  if (digits == 0 || digits > 6) return std::nullopt;
  return micros;
}

std::optional<minutes> TakeOffset(std::string_view& text) {
  if (Take(text, 'Z') || Take(text, 'z')) return minutes(0);
  const bool west = Take(text, '-');
  if (!west && !Take(text, '+')) return std::nullopt;
  const auto hour = TakeDigits(text, 2);
  if (!hour || *hour > 23 || !Take(text, ':')) return std::nullopt;
  const auto minute = TakeDigits(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  const minutes offset = hours(*hour) + minutes(*minute);
  return west ? -offset : offset;
}

std::string FormatMoment(Micros moment, std::string_view separator, bool with_fraction) {
  const sys_days day = floor<days>(moment);
  const std::chrono::hh_mm_ss time(moment - day);
  std::string text =
      fmt::format("{}{}{:02}:{:02}:{:02}", Date(day).ToString(), separator, time.hours().count(),
                  time.minutes().count(), time.seconds().count());
  if (with_fraction) text += fmt::format(".{:06}", time.subseconds().count());
  return text;
}

}  // namespace

std::optional<Date> Date::FromYmd(int year, int month, int day) {
  if (year < 1900 || year > 2199 || month < 1 || day < 1) return std::nullopt;
  const year_month_day ymd(std::chrono::year(year),
                           std::chrono::month(static_cast<unsigned>(month)),
                           std::chrono::day(static_cast<unsigned>(day)));
  if (!ymd.ok()) return std::nullopt;
  return Date(sys_days(ymd));
}

std::optional<Date> Date::Parse(std::string_view text) {
  const auto date = TakeDate(text);
  return text.empty() ? date : std::nullopt;
}

int Date::Year() const { return static_cast<int>(year_month_day(days_).year()); }
int Date::Month() const {
  return static_cast<int>(static_cast<unsigned>(year_month_day(days_).month()));
}
int Date::Day() const {
  return static_cast<int>(static_cast<unsigned>(year_month_day(days_).day()));
}
int Date::Weekday() const { return static_cast<int>(std::chrono::weekday(days_).c_encoding()); }

std::string Date::ToString() const {
  return fmt::format("{:04}-{:02}-{:02}", Year(), Month(), Day());
}
std::string Date::ToChinese() const { return fmt::format("{}年{}月{}日", Year(), Month(), Day()); }

std::optional<Timestamp> Timestamp::Parse(std::string_view text) {
  const auto date = TakeDate(text);
  if (!date || (!Take(text, 'T') && !Take(text, 't'))) return std::nullopt;
  const auto hour = TakeDigits(text, 2);
  if (!hour || *hour > 23 || !Take(text, ':')) return std::nullopt;
  const auto minute = TakeDigits(text, 2);
  if (!minute || *minute > 59 || !Take(text, ':')) return std::nullopt;
  const auto second = TakeDigits(text, 2);
  if (!second || *second > 59) return std::nullopt;
  const auto fraction = TakeFraction(text);
  if (!fraction) return std::nullopt;
  const auto offset = TakeOffset(text);
  if (!offset || !text.empty()) return std::nullopt;
  const Micros moment = Micros(date->days()) + hours(*hour) + minutes(*minute) + seconds(*second) +
                        microseconds(*fraction) - *offset;
  return Timestamp(moment.time_since_epoch().count());
}

Timestamp Timestamp::Now() {
  return Timestamp(
      floor<microseconds>(std::chrono::system_clock::now()).time_since_epoch().count());
}

Date Timestamp::BeijingDay() const {
  return Date(floor<days>(Micros(microseconds(micros_)) + kBeijingOffset));
}

std::string Timestamp::ToString() const {
  return FormatMoment(Micros(microseconds(micros_)), "T", true) + "Z";
}

std::string Timestamp::ToBeijing() const {
  return FormatMoment(Micros(microseconds(micros_)) + kBeijingOffset, " ", false);
}

}  // namespace kaoping
