#include "document/number_format.h"

#include <array>
#include <cstddef>
#include <span>

#include "base/utf8.h"

namespace kaoping::document {
namespace {

std::string Decimal(int number) { return std::to_string(number); }

// Digits and units of one way to write Chinese numbers.
struct Characters {
  std::array<const char*, 10> digits;
  std::array<const char*, 4> units;  // of one, ten, hundred, thousand
  const char* ten_thousand;
  bool short_ten;  // 十二, not 一十二
};
constexpr Characters kPlain = {{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
                               {"", "十", "百", "千"},
                               "万",
                               true};
constexpr Characters kLegalSimplified = {
    {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"},
    {"", "拾", "佰", "仟"},
    "万",
    false};
constexpr Characters kLegalTraditional = {
    {"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"},
    {"", "拾", "佰", "仟"},
    "萬",
    false};

// Below ten thousand; “” for 0. `inner` if a larger part stands in front.
std::string Thousands(const Characters& characters, int number, bool inner) {
  std::string text;
  bool skipped = inner && number < 1000;
  int divisor = 1000;
  for (std::size_t unit = 4; unit-- > 0; divisor /= 10) {
    const int digit = number / divisor % 10;
    if (digit == 0) {
      skipped = skipped || !text.empty();
      continue;
    }
    if (skipped && (inner || !text.empty())) text += characters.digits[0];
    skipped = false;
    const bool bare_ten = unit == 1 && digit == 1 && text.empty() && characters.short_ten && !inner;
    if (!bare_ten) text += characters.digits[static_cast<std::size_t>(digit)];
    text += characters.units[unit];
  }
  return text;
}

std::string Count(const Characters& characters, int number) {
  if (number == 0) return characters.digits[0];
  if (number >= 100'000'000) return Decimal(number);
  const int high = number / 10'000;
  const int low = number % 10'000;
  if (high == 0) return Thousands(characters, low, false);
  return Thousands(characters, high, false) + characters.ten_thousand +
         (low == 0 ? "" : Thousands(characters, low, true));
}

// 12 → 一二.
std::string Digits(const Characters& characters, int number) {
  std::string text;
  for (const char c : Decimal(number)) text += characters.digits[static_cast<std::size_t>(c - '0')];
  return text;
}

std::string Roman(int number, bool upper) {
  struct Step {
    int value;
    const char* upper;
    const char* lower;
  };
  static constexpr std::array<Step, 13> kSteps = {{{1000, "M", "m"},
                                                   {900, "CM", "cm"},
                                                   {500, "D", "d"},
                                                   {400, "CD", "cd"},
                                                   {100, "C", "c"},
                                                   {90, "XC", "xc"},
                                                   {50, "L", "l"},
                                                   {40, "XL", "xl"},
                                                   {10, "X", "x"},
                                                   {9, "IX", "ix"},
                                                   {5, "V", "v"},
                                                   {4, "IV", "iv"},
                                                   {1, "I", "i"}}};
  if (number < 1 || number > 3999) return Decimal(number);
  std::string text;
  for (const Step& step : kSteps) {
    for (; number >= step.value; number -= step.value) text += upper ? step.upper : step.lower;
  }
  return text;
}

// a, b, …, z, aa, bb, …
std::string Letters(int number, char first) {
  constexpr int kMostRounds = 10;
  if (number < 1 || number > 26 * kMostRounds) return Decimal(number);
  return std::string(static_cast<std::size_t>((number - 1) / 26 + 1),
                     static_cast<char>(first + (number - 1) % 26));
}

// The characters that count from 1 on, one each, from `first`.
std::string FromSeries(int number, char32_t first, int last_number) {
  if (number < 1 || number > last_number) return Decimal(number);
  std::string text;
  AppendUtf8(first + static_cast<char32_t>(number - 1), text);
  return text;
}

std::string Stem(int number, std::u32string_view stems) {
  if (number < 1 || static_cast<std::size_t>(number) > stems.size()) return Decimal(number);
  return EncodeUtf8(stems.substr(static_cast<std::size_t>(number - 1), 1));
}

std::string FullWidth(int number) {
  std::string text;
  for (const char c : Decimal(number)) AppendUtf8(U'０' + static_cast<char32_t>(c - '0'), text);
  return text;
}

std::string Chinese(int number) { return Count(kPlain, number); }
std::string LegalSimplified(int number) { return Count(kLegalSimplified, number); }
std::string LegalTraditional(int number) { return Count(kLegalTraditional, number); }
std::string ChineseDigits(int number) { return Digits(kPlain, number); }
std::string UpperRoman(int number) { return Roman(number, true); }
std::string LowerRoman(int number) { return Roman(number, false); }
std::string UpperLetter(int number) { return Letters(number, 'A'); }
std::string LowerLetter(int number) { return Letters(number, 'a'); }
std::string Circled(int number) { return FromSeries(number, U'①', 20); }
std::string Bracketed(int number) { return FromSeries(number, U'⑴', 20); }
std::string Stopped(int number) { return FromSeries(number, U'⒈', 20); }
std::string ChineseCircled(int number) { return FromSeries(number, U'㊀', 10); }
std::string HeavenlyStem(int number) { return Stem(number, U"甲乙丙丁戊己庚辛壬癸"); }
std::string EarthlyBranch(int number) { return Stem(number, U"子丑寅卯辰巳午未申酉戌亥"); }
std::string TwoDigits(int number) { return (number < 10 ? "0" : "") + Decimal(number); }
std::string Dashed(int number) { return "- " + Decimal(number) + " -"; }
std::string Nothing(int /*number*/) { return ""; }

struct Format {
  std::string_view name;
  std::string (*write)(int number);
};
constexpr std::array<Format, 32> kFormats = {{
    {"chineseCounting", &Chinese},
    {"chineseCountingThousand", &Chinese},
    {"taiwaneseCounting", &Chinese},
    {"taiwaneseCountingThousand", &Chinese},
    {"japaneseCounting", &Chinese},
    {"chineseLegalSimplified", &LegalSimplified},
    {"ideographLegalTraditional", &LegalTraditional},
    {"japaneseLegal", &LegalTraditional},
    {"ideographDigital", &ChineseDigits},
    {"taiwaneseDigital", &ChineseDigits},
    {"japaneseDigitalTenThousand", &ChineseDigits},
    {"ideographTraditional", &HeavenlyStem},
    {"ideographZodiac", &EarthlyBranch},
    {"ideographEnclosedCircle", &ChineseCircled},
    {"decimalEnclosedCircle", &Circled},
    {"decimalEnclosedCircleChinese", &Circled},
    {"decimalEnclosedParen", &Bracketed},
    {"decimalEnclosedFullstop", &Stopped},
    {"decimalFullWidth", &FullWidth},
    {"decimalFullWidth2", &FullWidth},
    {"decimalZero", &TwoDigits},
    {"upperRoman", &UpperRoman},
    {"lowerRoman", &LowerRoman},
    {"upperLetter", &UpperLetter},
    {"lowerLetter", &LowerLetter},
    {"numberInDash", &Dashed},
    {"none", &Nothing},
    {"bullet", &Nothing},
    {"decimal", &Decimal},
    {"decimalHalfWidth", &Decimal},
    {"custom", &Decimal},
    {"", &Decimal},
}};

}  // namespace

std::string FormatNumber(std::string_view format, int number) {
  for (const Format& known : kFormats) {
    if (known.name == format) return known.write(number);
  }
  return Decimal(number);
}

}  // namespace kaoping::document
