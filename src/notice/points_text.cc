#include "notice/points_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "notice/words.h"
#include "text/blank.h"
#include "text/numerals.h"
#include "text/shadow.h"

namespace kaoping::notice {
namespace {

// The most characters of the words that say what a text is worth: （本项满分100.5分）.
constexpr std::size_t kLongestBase = 16;

bool IsOpening(char32_t c) {
  return std::u32string_view(U"（(【[︵﹙").find(c) != std::u32string_view::npos;
}
bool IsClosing(char32_t c) {
  return std::u32string_view(U"）)】]︶﹚").find(c) != std::u32string_view::npos;
}

std::u32string WithoutBlanks(std::u32string_view text) {
  std::u32string words;
  std::copy_if(text.begin(), text.end(), std::back_inserter(words),
               [](char32_t c) { return !IsBlank(c); });
  return words;
}

// “5”, “5分”; with `must_say_points`, only the latter.
std::optional<Points> ReadFigure(std::string_view text, bool must_say_points) {
  const Shadow shadow(text);
  const std::u32string_view points = shadow.text();
  const auto numeral = ReadNumeral(points);
  if (!numeral || numeral->doubtful || numeral->damaged) return std::nullopt;
  const std::u32string_view rest = points.substr(static_cast<std::size_t>(numeral->length));
  if (rest != U"分" && (must_say_points || !rest.empty())) return std::nullopt;
  return numeral->value;
}

// The figure that brackets hold, with a word before it that names it: 20分, 共20分, 满分：20分.
std::optional<Points> ReadBracketed(std::u32string_view inside) {
  static constexpr std::u32string_view kNames[] = {U"本项满分", U"本项分值", U"满分",   U"分值",
                                                   U"总分",     U"基础分",   U"基本分", U"共计",
                                                   U"共",       U"计"};
  std::u32string words = WithoutBlanks(inside);
  for (const std::u32string_view name : kNames) {
    if (!words.starts_with(name)) continue;
    words.erase(0, name.size());
    if (words.starts_with(U'：') || words.starts_with(U':')) words.erase(0, 1);
    return ReadFigure(EncodeUtf8(words), false);
  }
  return ReadFigure(EncodeUtf8(words), true);
}

std::optional<StatedBase> BaseInBrackets(std::u32string_view text, std::size_t end) {
  for (std::size_t open = end - 1; open > 0 && end - open <= kLongestBase;) {
    --open;
    if (IsClosing(text[open])) return std::nullopt;
    if (!IsOpening(text[open])) continue;
    const auto points = ReadBracketed(text.substr(open + 1, end - open - 2));
    if (!points || open == 0) return std::nullopt;
    return StatedBase{*points, static_cast<int>(open)};
  }
  return std::nullopt;
}

enum class Before { kTitle, kSentence };

bool MayStandBefore(char32_t c, Before before) {
  constexpr std::u32string_view kSentenceEnds = U"。；;！!";
  if (IsBlank(c) || kSentenceEnds.find(c) != std::u32string_view::npos) return true;
  // 工作12分; but not 扣12分, nor behind another figure or a mark that makes it a range.
  return before == Before::kTitle && c >= U'\u4E00' && c <= U'\u9FFF' &&
         !ContainsAny(EncodeUtf8(std::u32string(1, c)), PointVerbs());
}

std::optional<StatedBase> FindBase(std::string_view utf8, Before before) {
  const std::u32string text = DecodeUtf8(utf8);
  std::size_t end = text.size();
  while (end > 0 && (IsBlank(text[end - 1]) || (end > 1 && text[end - 1] == U'。'))) --end;
  if (end < 2) return std::nullopt;
  if (IsClosing(text[end - 1])) return BaseInBrackets(text, end);
  if (text[end - 1] != U'分') return std::nullopt;
  std::size_t begin = end - 1;
  const auto is_figure = [&](char32_t c) {
    return (c >= U'0' && c <= U'9') || c == U'.' || (c >= U'０' && c <= U'９') || c == U'．';
  };
  while (begin > 0 && end - begin <= kLongestBase && is_figure(text[begin - 1])) --begin;
  if (begin == 0 || begin == end - 1 || !MayStandBefore(text[begin - 1], before))
    return std::nullopt;
  const auto points =
      ReadFigure(EncodeUtf8(std::u32string_view(text).substr(begin, end - begin)), true);
  if (!points) return std::nullopt;
  return StatedBase{*points, static_cast<int>(begin)};
}

}  // namespace

bool SpeaksOfPoints(std::string_view text) {
  if (ContainsAny(text, PointPhrases())) return true;
  const Shadow shadow(text);
  const std::u32string_view points = shadow.text();
  for (const std::string_view verb : PointVerbs()) {
    const std::u32string word = DecodeUtf8(verb);
    for (auto at = points.find(word); at != std::u32string_view::npos;
         at = points.find(word, at + 1)) {
      const std::u32string_view figure = points.substr(at + word.size());
      const auto numeral = ReadNumeral(figure);
      if (numeral && figure.substr(static_cast<std::size_t>(numeral->length)).starts_with(U'分')) {
        return true;
      }
    }
  }
  return false;
}

bool MentionsPoints(std::string_view text) {
  if (SpeaksOfPoints(text)) return true;
  const std::u32string words = WithoutBlanks(DecodeUtf8(text));
  for (auto at = words.find(U'分', 1); at != std::u32string::npos; at = words.find(U'分', at + 1)) {
    const bool counts_other =
        at + 1 < words.size() && (words[at + 1] == U'钟' || words[at + 1] == U'之');
    if (words[at - 1] >= U'0' && words[at - 1] <= U'9' && !counts_other) return true;
  }
  return false;
}

std::optional<Points> ReadBase(std::string_view text) {
  if (const auto points = ReadFigure(text, false)) return points;
  const std::u32string words = DecodeUtf8(TrimBlanks(text));
  if (words.size() < 3 || !IsOpening(words.front()) || !IsClosing(words.back()))
    return std::nullopt;
  return ReadBracketed(std::u32string_view(words).substr(1, words.size() - 2));
}

std::optional<StatedBase> BaseInTitle(std::string_view title) {
  return FindBase(title, Before::kTitle);
}
std::optional<StatedBase> BaseBehind(std::string_view duty) {
  return FindBase(duty, Before::kSentence);
}

}  // namespace kaoping::notice
