#include "document/cell_format.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

#include "base/date.h"

namespace kaoping::document {
namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Goes through the first section of a format's code.
class CodeReader {
 public:
  explicit CodeReader(std::string_view code) : rest_(code) {}

  void Read() {
    while (!rest_.empty() && rest_[0] != ';') ReadNext();
  }

  std::string before, after;
  // Each letter of a day or a time that the code has.
  std::string letters;
  bool is_percent = false;
  bool is_duration = false;

 private:
  void ReadNext() {
    const char c = Take();
    switch (c) {
      case '"':
        AddWords(TakeUntil('"'));
        break;
      case '\\':
        AddWords(TakeCharacter());
        break;
      case '_':  // as wide as the next character
      case '*':  // filled up with it
        (void)TakeCharacter();
        break;
      case '[':
        ReadBracket(TakeUntil(']'));
        break;
      case '%':
        is_percent = true;
        break;
      case '0':
      case '#':
      case '?':
        has_figure_ = true;
        break;
      case '.':
      case ',':
      case '@':
        break;
      default:
        ReadOther(c);
    }
  }

  void ReadOther(char c) {
    const char letter = Lower(c);
    constexpr std::string_view kGeneral = "general";
    if (letter == 'g' && StartsWith(kGeneral.substr(1))) {
      rest_.remove_prefix(kGeneral.size() - 1);
      has_figure_ = true;
    } else if (letter == 'e' && !rest_.empty() && (rest_[0] == '+' || rest_[0] == '-')) {
      rest_.remove_prefix(1);  // 0.00E+00
    } else if (letter >= 'a' && letter <= 'z') {
      letters += letter == 'e' ? 'y' : letter;
    } else {
      AddWords(std::string_view(&c, 1));
    }
  }

  // [h] counts hours, [$¥-804] is a currency; colours and conditions say nothing about the text.
  void ReadBracket(std::string_view bracket) {
    if (bracket.starts_with('$')) {
      AddWords(bracket.substr(1, bracket.substr(1).find('-')));
    } else if (!bracket.empty() && std::all_of(bracket.begin(), bracket.end(), [&](char c) {
                 return Lower(c) == Lower(bracket[0]);
               })) {
      letters += Lower(bracket[0]);
      is_duration = true;
    }
  }

  void AddWords(std::string_view words) { (has_figure_ ? after : before) += words; }

  bool StartsWith(std::string_view lower) const {
    const std::string_view front = rest_.substr(0, lower.size());
    return std::equal(front.begin(), front.end(), lower.begin(), lower.end(),
                      [](char a, char b) { return Lower(a) == b; });
  }

  char Take() {
    const char c = rest_[0];
    rest_.remove_prefix(1);
    return c;
  }

  std::string_view TakeUntil(char end) {
    const std::string_view taken = rest_.substr(0, rest_.find(end));
    rest_.remove_prefix(std::min(rest_.size(), taken.size() + 1));
    return taken;
  }

  std::string_view TakeCharacter() {
    std::size_t length = rest_.empty() ? 0 : 1;
    while (length < rest_.size() && (static_cast<unsigned char>(rest_[length]) & 0xC0U) == 0x80) {
      ++length;
    }
    const std::string_view taken = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return taken;
  }

  std::string_view rest_;
  bool has_figure_ = false;
};

struct BuiltinCode {
  int first;
  int last;
  const char* code;
};
constexpr std::array<BuiltinCode, 17> kBuiltins = {{{9, 10, "0%"},
                                                    {14, 16, "yyyy/m/d"},
                                                    {17, 17, "yyyy/m"},
                                                    {18, 18, "h:mm"},
                                                    {19, 19, "h:mm:ss"},
                                                    {20, 20, "h:mm"},
                                                    {21, 21, "h:mm:ss"},
                                                    {22, 22, "yyyy/m/d h:mm"},
                                                    {27, 27, "yyyy/m"},
                                                    {28, 31, "yyyy/m/d"},
                                                    {32, 35, "h:mm:ss"},
                                                    {36, 36, "yyyy/m"},
                                                    {45, 47, "h:mm:ss"},
                                                    {50, 50, "yyyy/m"},
                                                    {51, 54, "yyyy/m/d"},
                                                    {55, 56, "h:mm:ss"},
                                                    {57, 58, "yyyy/m/d"}}};

std::string WriteTime(int seconds, bool with_seconds) {
  const std::string time = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
  return with_seconds ? time + fmt::format(":{:02}", seconds % 60) : time;
}

}  // namespace

std::string ShortestDecimal(double value) {
  constexpr int kDigits = 15;
  constexpr double kTooSmall = 1e-9;
  std::array<char, 64> buffer{};
  const bool is_small = value != 0 && std::abs(value) < 1e-4 && std::abs(value) >= kTooSmall;
  const auto format = is_small ? std::chars_format::fixed : std::chars_format::general;
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format, kDigits);
  std::string text(buffer.data(), error == std::errc() ? end : buffer.data());
  if (is_small) text.erase(text.find_last_not_of('0') + 1);
  return text == "-0" ? "0" : text;
}

CellFormat CellFormat::Builtin(int id) {
  for (const BuiltinCode& builtin : kBuiltins) {
    if (id >= builtin.first && id <= builtin.last) return FromCode(builtin.code);
  }
  return {};
}

CellFormat CellFormat::FromCode(std::string_view code) {
  CodeReader reader(code);
  reader.Read();
  const auto has = [&](char letter) { return reader.letters.find(letter) != std::string::npos; };
  CellFormat format;
  format.before_ = reader.before;
  format.after_ = reader.after;
  format.is_percent_ = reader.is_percent;
  format.is_duration_ = reader.is_duration;
  format.has_year_ = has('y');
  format.has_day_ = has('d');
  format.has_time_ = has('h') || has('s');
  format.has_seconds_ = has('s');
  format.has_month_ = has('m') && (!format.has_time_ || format.has_year_ || format.has_day_);
  return format;
}

bool CellFormat::IsPlain() const {
  return before_.empty() && after_.empty() && !is_percent_ && !has_year_ && !has_month_ &&
         !has_day_ && !has_time_;
}

std::string CellFormat::WriteNumber(double value) const {
  const std::string number =
      is_percent_ ? ShortestDecimal(value * 100) + "%" : ShortestDecimal(value);
  return before_ + number + after_;
}

std::string CellFormat::Write(double value, bool since_1904) const {
  const bool has_date = has_year_ || has_month_ || has_day_;
  if (!has_date && !has_time_) return WriteNumber(value);
  constexpr double kLastDay = 2'958'465;  // 9999-12-31
  if (value < 0 || value > kLastDay) return ShortestDecimal(value);

  constexpr int kSecondsOfDay = 86'400;
  int day = static_cast<int>(value);
  int seconds = static_cast<int>(std::lround((value - day) * kSecondsOfDay));
  if (seconds == kSecondsOfDay) {
    seconds = 0;
    ++day;
  }
  if (!has_date) {
    constexpr int kLongestDuration = 1000;  // days
    if (is_duration_ && day < kLongestDuration) seconds += day * kSecondsOfDay;
    return WriteTime(seconds, has_seconds_);
  }
  // The worksheet's calendar has a 29 February 1900, so that its days before it are one off.
  using namespace std::chrono;
  const sys_days origin = since_1904 ? sys_days(year(1904) / 1 / 1)
                                     : sys_days(year(1899) / 12 / 30) + days(day < 60 ? 1 : 0);
  const std::string date = Date(origin + days(day)).ToString();
  if (has_month_ && !has_day_ && has_year_) return date.substr(0, date.rfind('-'));
  return has_time_ ? date + " " + WriteTime(seconds, has_seconds_) : date;
}

}  // namespace kaoping::document
