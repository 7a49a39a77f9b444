#include "notice/words.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/blank.h"

namespace kaoping::notice {
namespace {

constexpr std::u32string_view kOpening = U"（(";
constexpr std::u32string_view kClosing = U"）)";
constexpr std::u32string_view kNumberMarks = U".．、)）";
constexpr std::u32string_view kChineseNumerals = U"一二三四五六七八九十";

bool IsIn(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }
bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool IsCircled(char32_t c) { return c >= U'①' && c <= U'⑳'; }

bool IsYearAt(std::u32string_view text, std::size_t at) {
  constexpr std::size_t kDigits = 4;
  const std::u32string_view year = text.substr(at, kDigits + 1);
  return year.size() == kDigits + 1 && std::all_of(year.begin(), year.end() - 1, IsDigit) &&
         year.back() == U'年';
}

}  // namespace

bool ContainsAny(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

std::string_view StartingWord(std::string_view text, Words words) {
  std::string_view longest;
  for (const std::string_view word : words) {
    if (text.starts_with(word) && word.size() > longest.size()) longest = word;
  }
  return longest;
}

std::string_view EndingWord(std::string_view text, Words words) {
  std::string_view longest;
  for (const std::string_view word : words) {
    if (text.ends_with(word) && word.size() > longest.size()) longest = word;
  }
  return longest;
}

LeadingNumber ReadLeadingNumber(std::string_view text) {
  const std::u32string points = DecodeUtf8(text);
  std::size_t i = 0;
  const auto skip_blanks = [&] {
    while (i < points.size() && IsBlank(points[i])) ++i;
  };
  skip_blanks();
  const bool bracketed = i < points.size() && IsIn(kOpening, points[i]);
  if (bracketed) ++i;
  const std::size_t begin = i;
  if (i < points.size() && IsCircled(points[i])) {
    ++i;
  } else {
    while (i < points.size() && IsDigit(points[i])) ++i;
    if (i == begin) {
      while (i < points.size() && IsIn(kChineseNumerals, points[i])) ++i;
    }
    const std::u32string_view marks = bracketed ? kClosing : kNumberMarks;
    if (i == begin || i == points.size() || !IsIn(marks, points[i])) return {};
  }
  LeadingNumber found{EncodeUtf8(std::u32string_view(points).substr(begin, i - begin)), 0};
  const bool circled = IsCircled(points[begin]);
  if (!circled) ++i;
  // 1.5分 is a figure, not the first paragraph; 1.2018年度 is one.
  const bool may_be_figure = !circled && IsDigit(points[begin]) && points[i - 1] == U'.';
  if (may_be_figure && i < points.size() && IsDigit(points[i]) && !IsYearAt(points, i)) return {};
  skip_blanks();
  found.length = static_cast<int>(i);
  return found;
}

bool IsLabel(std::string_view text) {
  constexpr std::size_t kLongest = 12;
  const std::size_t colon = std::min(text.find("："), text.find(':'));
  return colon != std::string_view::npos && CountCodePoints(text.substr(0, colon)) <= kLongest;
}

bool IsChineseNumeral(std::string_view number) {
  const std::u32string characters = DecodeUtf8(number);
  return !characters.empty() && std::all_of(characters.begin(), characters.end(),
                                            [](char32_t c) { return IsIn(kChineseNumerals, c); });
}

bool StartsWithChineseNumeral(std::string_view text) {
  return IsChineseNumeral(ReadLeadingNumber(text).number);
}

std::string SliceOf(std::string_view text, const Span& span) {
  return EncodeUtf8(DecodeUtf8(text).substr(static_cast<std::size_t>(span.begin),
                                            static_cast<std::size_t>(span.end - span.begin)));
}

std::string FromCodePoint(std::string_view text, int begin) {
  return EncodeUtf8(DecodeUtf8(text).substr(static_cast<std::size_t>(begin)));
}

}  // namespace kaoping::notice
