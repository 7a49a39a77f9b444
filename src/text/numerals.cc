#include "text/numerals.h"

#include <cstdint>
#include <string>

namespace kaoping {
namespace {

constexpr std::u32string_view kChineseDigits = U"〇一二三四五六七八九";
constexpr std::u32string_view kFormalDigits = U"零壹贰叁肆伍陆柒捌玖";

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
  auto found = kChineseDigits.find(c);
  if (found == std::u32string_view::npos) found = kFormalDigits.find(c);
  return found == std::u32string_view::npos ? -1 : static_cast<int>(found);
}

// 十 → 10, 百 → 100, 千 → 1000, or 0.
std::int64_t SmallUnit(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾':
      return 10;
    case U'百':
    case U'佰':
      return 100;
    case U'千':
    case U'仟':
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

// What a point may have been damaged to, between digits.
bool IsDamagedPoint(char32_t c) {
  return std::u32string_view(U"。·，、 ．,：").find(c) != std::u32string_view::npos;
}

Numeral Doubtful(std::size_t length) {
  Numeral numeral;
  numeral.length = static_cast<int>(length);
  numeral.doubtful = true;
  return numeral;
}

// The length of "。5" in "1。5分": digits that belong to the figure before them, since an amount
// cannot open a sentence; 0 if it is no such thing.
std::size_t BrokenTail(std::u32string_view text) {
  if (text.empty() || std::u32string_view(U"。·,").find(text[0]) == std::u32string_view::npos) {
    return 0;
  }
  std::size_t i = 1;
  while (i < text.size() && IsDigit(text[i])) ++i;
  return i > 1 && i < text.size() && text[i] == U'分' ? i : 0;
}

// The length of ".5" in "1.2.5" and of "..5" in "1..5": points too many to tell which was meant; 0
// if there are none.
std::size_t FurtherPoints(std::u32string_view text) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size() && text[i] == U'.';) {
    while (i < text.size() && text[i] == U'.') ++i;
    if (i >= text.size() || !IsDigit(text[i])) break;
    while (i < text.size() && IsDigit(text[i])) ++i;
    end = i;
  }
  return end;
}

std::optional<Numeral> ReadArabic(std::u32string_view text) {
  std::string digits;
  std::size_t i = 0;
  // O.5分: a letter for the nought.
  const bool letter = text.size() > 2 && (text[0] == U'O' || text[0] == U'o') && text[1] == U'.' &&
                      IsDigit(text[2]);
  if (letter) {
    digits = "0";
    i = 1;
  }
  const auto take_digits = [&] {
    while (i < text.size() && IsDigit(text[i])) digits += static_cast<char>(text[i++]);
  };
  take_digits();
  while (!digits.empty() && i + 3 < text.size() && text[i] == U',' && IsDigit(text[i + 1]) &&
         IsDigit(text[i + 2]) && IsDigit(text[i + 3])) {
    ++i;
    take_digits();
  }
  // 0.⏎5分: a line break inside a figure is none.
  if (!digits.empty() && i + 2 < text.size() && IsDigit(text[i + 2]) &&
      (text.substr(i, 2) == U".\n" || text.substr(i, 2) == U"\n.")) {
    i += 2;
    digits += ".";
    take_digits();
    return FromDigits(digits, i, false);
  }
  if (i + 1 < text.size() && IsDigit(text[i + 1])) {
    if (text[i] == U'.') {
      ++i;
      digits += digits.empty() ? "0." : ".";
      take_digits();
      if (const std::size_t more = FurtherPoints(text.substr(i)); more > 0)
        return Doubtful(i + more);
      return FromDigits(digits, i, letter);
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
      return Doubtful(i);
    }
    if (!digits.empty() && BrokenTail(text.substr(i)) > 0) {
      return Doubtful(i + BrokenTail(text.substr(i)));
    }
  }
  if (digits.empty()) return std::nullopt;
  // 6、4.、2分: a point with nothing behind it.
  if (i + 1 < text.size() && text[i] == U'.' &&
      std::u32string_view(U"、，分").find(text[i + 1]) != std::u32string_view::npos) {
    return FromDigits(digits, i + 1, true);
  }
  if (const std::size_t more = FurtherPoints(text.substr(i)); more > 0) return Doubtful(i + more);
  // 05 lost a point or gained a nought: 0.5 and 5 are both possible.
  if (digits.size() > 1 && digits[0] == '0') return Doubtful(i);
  return FromDigits(digits, i, false);
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

// 百分之五, 千分之三, 三分之二, 半数; 半分, 半天.
std::optional<Numeral> ReadFraction(std::u32string_view text) {
  for (const std::u32string_view half : {U"半数", U"一半"}) {
    if (!text.starts_with(half)) continue;
    Numeral numeral;
    numeral.value = Decimal::FromInt(50);
    numeral.length = 2;
    numeral.percent = true;
    return numeral;
  }
  for (const std::u32string_view half : {U"半分", U"半天", U"半小时", U"半个小时", U"半日"}) {
    if (!text.starts_with(half)) continue;
    Numeral numeral;
    numeral.value = Decimal::FromMillionths(Decimal::kScale / 2);
    numeral.length = 1;
    return numeral;
  }
  constexpr std::u32string_view kOf = U"分之";
  const auto of = text.substr(0, 8).find(kOf);
  if (of == std::u32string_view::npos || of == 0) return std::nullopt;
  // 百 and 千 stand for themselves before 分之.
  const auto parts =
      SmallUnit(text[0]) > 0 && of == 1 ? std::optional(Decimal::FromInt(SmallUnit(text[0])))
      : text.starts_with(U"万分之")     ? std::optional(Decimal::FromInt(LargeUnit(text[0])))
                                        : std::nullopt;
  const auto denominator = ReadNumeral(text.substr(0, of));
  if (!parts && (!denominator || denominator->doubtful ||
                 static_cast<std::size_t>(denominator->length) != of)) {
    return std::nullopt;
  }
  const std::u32string_view after = text.substr(of + kOf.size());
  auto numerator = ReadNumeral(after);
  if (!numerator && !after.empty() && after[0] == U'百') {  // 百分之百
    numerator = Numeral{Decimal::FromInt(100), 1, false, false, false};
  }
  if (!numerator) return std::nullopt;
  Numeral numeral = *numerator;
  numeral.length += static_cast<int>(of + kOf.size());
  numeral.percent = true;
  const Decimal whole = parts ? *parts : denominator->value;
  const auto hundredfold = Multiply(numerator->value, Decimal::FromInt(100));
  if (!hundredfold || whole.IsZero()) return Doubtful(static_cast<std::size_t>(numeral.length));
  // Exactly, or not at all: a third is no decimal.
  const std::int64_t millionths = hundredfold->millionths();
  const std::int64_t divisor = whole.millionths() / Decimal::kScale;
  if (divisor <= 0 || whole.millionths() % Decimal::kScale != 0 || millionths % divisor != 0) {
    numeral.doubtful = true;
  } else {
    numeral.value = Decimal::FromMillionths(millionths / divisor);
  }
  return numeral;
}

}  // namespace

std::optional<Numeral> ReadNumeral(std::u32string_view text) {
  if (text.empty()) return std::nullopt;
  if (auto fraction = ReadFraction(text)) return fraction;
  const bool letter = (text[0] == U'O' || text[0] == U'o') && text.substr(1).starts_with(U'.');
  if (IsDigit(text[0]) || text[0] == U'.' || letter) {
    auto numeral = ReadArabic(text);
    if (numeral) TakeLargeUnit(text, *numeral);
    return numeral;
  }
  return ReadChinese(text);
}

std::vector<FoundNumeral> FindNumerals(std::u32string_view text) {
  std::vector<FoundNumeral> found;
  for (std::size_t at = 0; at < text.size();) {
    const auto numeral = ReadNumeral(text.substr(at));
    if (!numeral || numeral->length == 0) {
      ++at;
      continue;
    }
    const std::size_t end = at + static_cast<std::size_t>(numeral->length);
    found.push_back({*numeral, at, end});
    at = end;
  }
  return found;
}

}  // namespace kaoping
