// Date: a day of the calendar. Timestamp: a moment, in UTC.
//
// The two are kept apart: a deduction happens on a day (Beijing's), the ledger knows it from a
// moment. Neither reads a clock; whoever needs now is given it.

#ifndef KAOPING_BASE_DATE_H_
#define KAOPING_BASE_DATE_H_

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kaoping {

class Date {
 public:
  constexpr Date() = default;  // 1970-01-01
  explicit constexpr Date(std::chrono::sys_days days) : days_(days) {}

  // Nothing if there is no such day. Years 1900 to 2199.
  static std::optional<Date> FromYmd(int year, int month, int day);
  // Reads "2017-05-03" and nothing else.
  static std::optional<Date> Parse(std::string_view text);

  int Year() const;
  int Month() const;  // 1 to 12
  int Day() const;    // 1 to 31
  // 0 Sunday to 6 Saturday.
  int Weekday() const;
  bool IsWeekend() const { return Weekday() == 0 || Weekday() == 6; }

  Date AddDays(int days) const { return Date(days_ + std::chrono::days(days)); }
  // How many days `other` is later: (2017-03-01).DaysUntil(2017-03-04) is 3.
  int DaysUntil(Date other) const { return static_cast<int>((other.days_ - days_).count()); }

  std::string ToString() const;   // "2017-05-03"
  std::string ToChinese() const;  // "2017年5月3日", as GB/T 9704 writes it

  constexpr std::chrono::sys_days days() const { return days_; }
  friend constexpr bool operator==(Date, Date) = default;
  // clang-tidy 14 takes a defaulted <=> for a null pointer. NOLINTNEXTLINE(modernize-use-nullptr)
  friend constexpr auto operator<=>(Date, Date) = default;

 private:
  std::chrono::sys_days days_{};
};

class Timestamp {
 public:
  constexpr Timestamp() = default;
  explicit constexpr Timestamp(std::int64_t micros_since_epoch) : micros_(micros_since_epoch) {}

  // Reads RFC 3339: "2018-01-10T09:30:00+08:00", "…Z", with up to six decimals of a second.
  static std::optional<Timestamp> Parse(std::string_view text);
  // For the edge (main, service) only.
  static Timestamp Now();

  constexpr std::int64_t micros_since_epoch() const { return micros_; }
  // The day in Beijing (UTC+8, without summer time since 1992).
  Date BeijingDay() const;
  std::string ToString() const;   // "2018-01-10T01:30:00.000000Z"; sorts as time does
  std::string ToBeijing() const;  // "2018-01-10 09:30:00"

  friend constexpr bool operator==(Timestamp, Timestamp) = default;
  // clang-tidy 14 takes a defaulted <=> for a null pointer. NOLINTNEXTLINE(modernize-use-nullptr)
  friend constexpr auto operator<=>(Timestamp, Timestamp) = default;

 private:
  std::int64_t micros_ = 0;
};

}  // namespace kaoping

#endif  // KAOPING_BASE_DATE_H_
