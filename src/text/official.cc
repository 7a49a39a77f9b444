#include "text/official.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "text/blank.h"

namespace kaoping {
namespace {

constexpr std::u32string_view kOpening = U"〔［[（(【﹝";
constexpr std::u32string_view kClosing = U"〕］]）)】﹞";
constexpr std::u32string_view kZeros = U"〇零○◯ＯOΟО0０";
constexpr std::u32string_view kChineseDigits = U"一二三四五六七八九";

bool IsIn(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

// The Arabic digit, of either width; -1 if it is none.
int ArabicDigit(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= U'０' && c <= U'９') return static_cast<int>(c - U'０');
  return -1;
}

bool IsHan(char32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF); }

// Reads from a text, remembering how far it came. A failed step leaves it where it was.
class Cursor {
 public:
  Cursor(std::u32string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }

  bool Take(char32_t c) { return TakeOneOf(std::u32string_view(&c, 1)) != 0; }

  // The character taken, or 0.
  char32_t TakeOneOf(std::u32string_view set) {
    if (at_ >= text_.size() || !IsIn(set, text_[at_])) return 0;
    return text_[at_++];
  }

  void SkipBlanks() {
    while (at_ < text_.size() && IsBlank(text_[at_])) ++at_;
  }

  // Between `least` and `most` Arabic digits, as many as there are.
  std::optional<int> TakeFigure(int least, int most) {
    int value = 0;
    int count = 0;
    std::size_t at = at_;
    for (; at < text_.size() && ArabicDigit(text_[at]) >= 0; ++at, ++count) {
      if (count == most) return std::nullopt;
      value = value * 10 + ArabicDigit(text_[at]);
    }
    if (count < least) return std::nullopt;
    at_ = at;
    return value;
  }

  // 二〇一七: four digits one by one.
  std::optional<int> TakeChineseYear() {
    if (at_ + 4 > text_.size()) return std::nullopt;
    int value = 0;
    for (std::size_t i = at_; i < at_ + 4; ++i) {
      const auto digit = kChineseDigits.find(text_[i]);
      const bool zero = IsIn(kZeros, text_[i]);
      if (!zero && digit == std::u32string_view::npos) return std::nullopt;
      value = value * 10 + (zero ? 0 : static_cast<int>(digit) + 1);
    }
    at_ += 4;
    return value;
  }

  // 五, 十, 十二, 三十一: a month or a day.
  std::optional<int> TakeChineseNumber() {
    const int tens = TakeChineseDigit();
    if (!Take(U'十')) {
      if (tens < 0) return std::nullopt;
      return tens;
    }
    const int ones = TakeChineseDigit();
    return (tens < 0 ? 1 : tens) * 10 + (ones < 0 ? 0 : ones);
  }

 private:
  int TakeChineseDigit() {
    if (at_ >= text_.size()) return -1;
    const auto digit = kChineseDigits.find(text_[at_]);
    if (digit == std::u32string_view::npos) return -1;
    ++at_;
    return static_cast<int>(digit) + 1;
  }

  std::u32string_view text_;
  std::size_t at_;
};

// 2017年5月3日, 2017-5-3, 2017.5.3, 2017/5/3.
std::optional<Date> TakeArabicDate(Cursor& cursor) {
  const auto year = cursor.TakeFigure(4, 4);
  cursor.SkipBlanks();
  const char32_t mark = cursor.TakeOneOf(U"年-./．－");
  cursor.SkipBlanks();
  const auto month = cursor.TakeFigure(1, 2);
  cursor.SkipBlanks();
  if (!year || mark == 0 || !month || !cursor.Take(mark == U'年' ? U'月' : mark)) {
    return std::nullopt;
  }
  cursor.SkipBlanks();
  const auto day = cursor.TakeFigure(1, 2);
  cursor.SkipBlanks();
  if (!day || (mark == U'年' && !cursor.Take(U'日'))) return std::nullopt;
  return Date::FromYmd(*year, *month, *day);
}

std::optional<Date> TakeChineseDate(Cursor& cursor) {
  const auto year = cursor.TakeChineseYear();
  cursor.SkipBlanks();
  if (!year || !cursor.Take(U'年')) return std::nullopt;
  cursor.SkipBlanks();
  const auto month = cursor.TakeChineseNumber();
  cursor.SkipBlanks();
  if (!month || !cursor.Take(U'月')) return std::nullopt;
  cursor.SkipBlanks();
  const auto day = cursor.TakeChineseNumber();
  cursor.SkipBlanks();
  if (!day || !cursor.Take(U'日')) return std::nullopt;
  return Date::FromYmd(*year, *month, *day);
}

Span MakeSpan(std::size_t begin, std::size_t end) {
  return {static_cast<int>(begin), static_cast<int>(end)};
}

// 〔2017〕81号 from its opening bracket on; `begin` is where the issuer's letters start.
std::optional<DocumentNumber> TakeDocumentNumber(std::u32string_view text, std::size_t begin,
                                                 std::size_t bracket) {
  Cursor cursor(text, bracket);
  const char32_t open = cursor.TakeOneOf(kOpening);
  auto year = cursor.TakeFigure(4, 4);
  if (!year) year = cursor.TakeChineseYear();
  const char32_t close = cursor.TakeOneOf(kClosing);
  if (open == 0 || !year || close == 0) return std::nullopt;
  cursor.SkipBlanks();
  cursor.Take(U'第');
  const auto number = cursor.TakeFigure(1, 6);
  cursor.SkipBlanks();
  if (!number || !cursor.Take(U'号')) return std::nullopt;
  DocumentNumber found;
  found.text = fmt::format(
      "{}〔{}〕{}号", JoinTorn(EncodeUtf8(text.substr(begin, bracket - begin))), *year, *number);
  found.as_set = found.text == EncodeUtf8(text.substr(begin, cursor.at() - begin));
  found.year = *year;
  found.span = MakeSpan(begin, cursor.at());
  return found;
}

}  // namespace

std::optional<WrittenDate> FindDate(std::string_view utf8) {
  const std::u32string text = DecodeUtf8(utf8);
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    // 12017年: a year does not start in the middle of a figure.
    if (begin > 0 && ArabicDigit(text[begin - 1]) >= 0) continue;
    Cursor arabic(text, begin);
    if (const auto date = TakeArabicDate(arabic)) return {{*date, MakeSpan(begin, arabic.at())}};
    Cursor chinese(text, begin);
    if (const auto date = TakeChineseDate(chinese)) return {{*date, MakeSpan(begin, chinese.at())}};
  }
  return std::nullopt;
}

std::optional<DocumentNumber> FindDocumentNumber(std::string_view utf8) {
  const std::u32string text = DecodeUtf8(utf8);
  for (std::size_t bracket = 0; bracket < text.size(); ++bracket) {
    if (!IsIn(kOpening, text[bracket])) continue;
    std::size_t begin = bracket;
    while (begin > 0 && (IsHan(text[begin - 1]) || IsBlank(text[begin - 1]))) --begin;
    while (begin < bracket && IsBlank(text[begin])) ++begin;
    if (begin == bracket) continue;  // a number needs its issuer's letters
    if (auto number = TakeDocumentNumber(text, begin, bracket)) return number;
  }
  return std::nullopt;
}

std::optional<int> FindYear(std::string_view utf8) {
  const std::u32string text = DecodeUtf8(utf8);
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (begin > 0 && ArabicDigit(text[begin - 1]) >= 0) continue;
    Cursor arabic(text, begin);
    auto year = arabic.TakeFigure(4, 4);
    bool named = year && arabic.Take(U'年');
    if (year && !named && begin > 0) {
      named = IsIn(kOpening, text[begin - 1]) && arabic.TakeOneOf(kClosing) != 0;
    }
    if (!named) {
      Cursor chinese(text, begin);
      year = chinese.TakeChineseYear();
      named = year && chinese.Take(U'年');
      if (year && !named && begin > 0) {
        named = IsIn(kOpening, text[begin - 1]) && chinese.TakeOneOf(kClosing) != 0;
      }
    }
    if (named && *year >= 1900 && *year <= 2199) return year;
  }
  return std::nullopt;
}

}  // namespace kaoping
