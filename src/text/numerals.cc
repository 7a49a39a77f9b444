#include "text/numerals.h"

#include <cstdint>
#include <string>

namespace kaoping {
namespace {

constexpr std::u32string_view kChineseDigits = U"〇一二三四五六七八九";

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

// 0 to 9, or -1.
int ChineseDigit(char32_t c) {
  switch (c) {
    case U'零':
    case U'○':
      return 0;
    case U'两':
      return 2;
    default:
      break;
  }
  const auto found = kChineseDigits.find(c);
  return found == std::u32string_view::npos ? -1 : static_cast<int>(found);
}

// 十 → 10, 百 → 100, 千 → 1000, or 0.
std::int64_t SmallUnit(char32_t c) {
  switch (c) {
    case U'十':
      return 10;
    case U'百':
      return 100;
    case U'千':
      return 1000;
    default:
      return 0;
  }
}

std::int64_t LargeUnit(char32_t c) {
  if (c == U'万') return 10'000;
  if (c == U'亿') return 100'000'000;
  return 0;
}

std::optional<Numeral> FromDigits(const std::string& digits, std::size_t length, bool damaged) {
  const auto value = Decimal::Parse(digits);
  Numeral numeral;
  numeral.length = static_cast<int>(length);
  numeral.damaged = damaged;
  numeral.doubtful = !value.has_value();
  if (value) numeral.value = *value;
  return numeral;
}

// The point of a figure, as written or damaged: ". 。 · ， 、" and a blank, between digits.
bool IsDamagedPoint(char32_t c) {
  return c == U'。' || c == U'·' || c == U'，' || c == U'、' || c == U' ' || c == U'．';
}

std::optional<Numeral> ReadArabic(std::u32string_view text) {
  std::string digits;
  std::size_t i = 0;
  const auto take_digits = [&] {
    while (i < text.size() && IsDigit(text[i])) digits += static_cast<char>(text[i++]);
  };
  take_digits();
  while (!digits.empty() && i + 3 < text.size() && text[i] == U',' && IsDigit(text[i + 1]) &&
         IsDigit(text[i + 2]) && IsDigit(text[i + 3])) {
    ++i;
    take_digits();
  }
  if (i + 1 < text.size() && IsDigit(text[i + 1])) {
    if (text[i] == U'.') {
      ++i;
      digits += digits.empty() ? "0." : ".";
      take_digits();
      return FromDigits(digits, i, false);
    }
    // Only after a single zero is a broken point the one sensible reading.
    if (digits == "0" && IsDamagedPoint(text[i])) {
      ++i;
      digits += '.';
      take_digits();
      return FromDigits(digits, i, true);
    }
    if (!digits.empty() && text[i] == U' ') {
      ++i;
      take_digits();
      Numeral numeral;
      numeral.length = static_cast<int>(i);
      numeral.doubtful = true;
      return numeral;
    }
  }
  if (digits.empty()) return std::nullopt;
  // A leading zero (05) was meant for something else.
  return FromDigits(digits, i, digits.size() > 1 && digits[0] == '0');
}

// 1.2万: the unit after an Arabic figure multiplies it.
void TakeLargeUnit(std::u32string_view text, Numeral& numeral) {
  const auto next = static_cast<std::size_t>(numeral.length);
  if (numeral.doubtful || next >= text.size() || LargeUnit(text[next]) == 0) return;
  const auto value = Multiply(numeral.value, Decimal::FromInt(LargeUnit(text[next])));
  numeral.doubtful = !value.has_value();
  if (value) numeral.value = *value;
  ++numeral.length;
}

std::optional<Numeral> ReadChinese(std::u32string_view text) {
  if (!text.empty() && text[0] == U'廿') {
    const int digit = text.size() > 1 ? ChineseDigit(text[1]) : -1;
    Numeral numeral;
    numeral.value = Decimal::FromInt(20 + (digit > 0 ? digit : 0));
    numeral.length = digit > 0 ? 2 : 1;
    return numeral;
  }
  std::int64_t total = 0;    // 亿 and 万 groups that are complete
  std::int64_t section = 0;  // below 万
  std::int64_t digit = -1;
  std::int64_t last_unit = 0;
  std::size_t i = 0;
  for (; i < text.size() && i < 24; ++i) {
    if (const int d = ChineseDigit(text[i]); d >= 0) {
      // 二〇一七 is a year, 一二 a pair: a digit after a digit ends the number, but for 零.
      if (digit > 0) break;
      digit = d;
    } else if (const std::int64_t unit = SmallUnit(text[i]); unit != 0) {
      if (digit < 0 && (unit != 10 || last_unit != 0)) break;
      section += (digit < 0 ? 1 : digit) * unit;
      digit = -1;
      last_unit = unit;
    } else if (const std::int64_t large = LargeUnit(text[i]);
               large != 0 && (digit > 0 || section > 0)) {
      total += (section + (digit > 0 ? digit : 0)) * large;
      section = 0;
      digit = -1;
      last_unit = 0;
    } else {
      break;
    }
  }
  if (i == 0) return std::nullopt;
  Numeral numeral;
  numeral.length = static_cast<int>(i);
  const std::int64_t whole = total + section + (digit > 0 ? digit : 0);
  numeral.value = Decimal::FromInt(whole);
  if (i + 1 < text.size() && text[i] == U'点' && ChineseDigit(text[i + 1]) >= 0) {
    std::string digits = std::to_string(whole) + ".";
    for (++i; i < text.size() && ChineseDigit(text[i]) >= 0; ++i) {
      digits += static_cast<char>('0' + ChineseDigit(text[i]));
    }
    return FromDigits(digits, i, false);
  }
  // 一百五 is spoken for 150, and is written by some for 105.
  if (digit > 0 && last_unit >= 100 && text[i - 2] != U'零' && text[i - 2] != U'〇') {
    numeral.doubtful = true;
  }
  return numeral;
}

}  // namespace

std::optional<Numeral> ReadNumeral(std::u32string_view text) {
  if (text.empty()) return std::nullopt;
  if (IsDigit(text[0]) || text[0] == U'.') {
    auto numeral = ReadArabic(text);
    if (numeral) TakeLargeUnit(text, *numeral);
    return numeral;
  }
  return ReadChinese(text);
}

}  // namespace kaoping
