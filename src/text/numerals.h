// Numerals: the numbers that official texts write, 两次 and 0.5 and 百分之五 alike.

#ifndef KAOPING_TEXT_NUMERALS_H_
#define KAOPING_TEXT_NUMERALS_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/decimal.h"

namespace kaoping {

struct Numeral {
  Decimal value;
  int length = 0;         // in characters of the text it was read from
  bool damaged = false;   // a figure with one sensible reading that is not as it was meant (0。5)
  bool doubtful = false;  // several readings, or none: `value` must not be used
  bool percent = false;   // 百分之五, 千分之三: `value` is in hundredths
};

// The numeral that starts at `text`'s first character; nothing if none does. Takes the longest.
//
// Arabic figures with a point or thousands commas (0.5, .5, 12,345); Chinese ones up to 亿 (二十一,
// 一百〇五, 两, 贰, 廿一, 零点五); mixed (1.2万); 百分之五, 千分之三, 万分之一. Damaged figures:
// "0。5", "0，5" and "0 5" before a digit are 0.5 with `damaged`, "4." before no digit is 4; "1。5"
// and "1 5" are `doubtful`, since 15 and 1.5 are both possible, and so are 05, 1.2.5, 一百五 and a
// fraction that is no exact decimal (三分之一). `text` is a shadow (text/shadow.h).
std::optional<Numeral> ReadNumeral(std::u32string_view text);

// A numeral and the characters [begin, end) it takes of the text it stands in.
struct FoundNumeral {
  Numeral numeral;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Every numeral of `text`, a shadow, from left to right; none begins within another.
std::vector<FoundNumeral> FindNumerals(std::u32string_view text);

}  // namespace kaoping

#endif  // KAOPING_TEXT_NUMERALS_H_
