#include "notice/issuers.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "notice/offices.h"
#include "notice/words.h"
#include "text/blank.h"
#include "text/official.h"

namespace kaoping::notice {
namespace {

constexpr std::size_t kLongestName = 40;

bool IsNameCharacter(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || c >= 0x20000 || c == U'（' || c == U'）' || c == U'·';
}

// 办公室, 领导小组办公室: only how a name ends, so that it belongs to the one before it.
bool IsBareEnding(std::string_view name) {
  while (!name.empty()) {
    const std::string_view ending = EndingWord(name, NameEndings());
    if (ending.empty()) return false;
    name.remove_suffix(ending.size());
  }
  return true;
}

// 某市商务局, and neither 各处室 nor 责任单位 nor a sentence.
bool IsBodyName(std::string_view name) {
  const std::u32string characters = DecodeUtf8(name);
  return !characters.empty() && characters.size() <= kLongestName && IsWholeName(name) &&
         std::all_of(characters.begin(), characters.end(), IsNameCharacter) &&
         EndingWord(name, GroupNouns()).empty() && StartingWord(name, Quantifiers()).empty();
}

std::vector<std::string> PiecesOf(std::string_view text) {
  std::vector<std::string> pieces;
  std::string piece;
  for (const char32_t c : DecodeUtf8(text)) {
    if (!IsBlank(c)) {
      AppendUtf8(c, piece);
    } else if (!piece.empty()) {
      pieces.push_back(std::exchange(piece, {}));
    }
  }
  if (!piece.empty()) pieces.push_back(std::move(piece));
  return pieces;
}

// The names that make up a line: 甲市财政局　甲市商务局. A blank parts only whole names; elsewhere
// (某 市 商 务 局, 某市商务局 办公室) it spreads or tears one. Empty if the line is anything else.
// The first may be a bare ending.
std::vector<std::string> NamesIn(std::string_view text) {
  constexpr std::size_t kShortestApart = 3;
  std::vector<std::string> names;
  for (const std::string& piece : PiecesOf(text)) {
    const bool parts = !names.empty() && CountCodePoints(piece) >= kShortestApart &&
                       CountCodePoints(names.back()) >= kShortestApart &&
                       IsBodyName(names.back()) && !IsBareEnding(piece);
    if (names.empty() || parts) {
      names.push_back(piece);
    } else {
      names.back() += piece;
    }
  }
  if (!std::all_of(names.begin(), names.end(), IsBodyName)) names.clear();
  return names;
}

std::vector<std::string> NamesIn(const Line& line) {
  return line.words.empty() ? std::vector<std::string>() : NamesIn(line.text);
}

// Adds the names of a line below those that are there, each once.
void AddNames(const std::vector<std::string>& names, const Place& place,
              std::vector<PlacedText>& to) {
  for (const std::string& name : names) {
    if (IsBareEnding(name) && !to.empty()) {
      to.back().text += name;
      continue;
    }
    const bool is_known = std::any_of(to.begin(), to.end(),
                                      [&](const PlacedText& known) { return known.text == name; });
    if (!is_known) to.push_back({name, place});
  }
}

// Without its last `count` characters that are no blanks.
std::string WithoutLast(std::string_view text, int count) {
  std::u32string rest = DecodeUtf8(text);
  while (!rest.empty() && count > 0) {
    if (!IsBlank(rest.back())) --count;
    rest.pop_back();
  }
  return EncodeUtf8(rest);
}

// Without 文件 at its end, however it is spread.
std::string WithoutEnding(const Line& line) {
  if (!line.words.ends_with(kIssuerEnding)) return line.text;
  return WithoutLast(line.text, static_cast<int>(CountCodePoints(kIssuerEnding)));
}

// 某市商务局文件, or 文件 beside or below the names.
bool EndsLetterhead(std::string_view words) {
  return words.ends_with(kIssuerEnding) && CountCodePoints(words) <= kLongestName &&
         words.find(kAbout) == std::string_view::npos;
}

// Where the lines begin that end `lines` and hold names alone.
std::size_t BeginOfNames(std::span<const Line> lines) {
  std::size_t begin = lines.size();
  while (begin > 0 && !NamesIn(lines[begin - 1]).empty()) --begin;
  return begin;
}

// 某市依法治市 over 领导小组办公室: the first of `names`, below `above`, is only the end of one.
void JoinTornName(std::span<const Line> above, std::vector<PlacedText>& names) {
  constexpr std::size_t kShortest = 4;  // 特急 and the like are none
  if (above.empty() || names.empty() || !IsBareEnding(names.front().text)) return;
  const Line& line = above.back();
  const std::u32string words = DecodeUtf8(line.words);
  if (words.size() < kShortest || words.size() > kLongestName) return;
  if (!std::all_of(words.begin(), words.end(), IsNameCharacter)) return;
  names.front() = {line.words + names.front().text, line.place};
}

}  // namespace

std::vector<PlacedText> NamesAtEnd(std::span<const Line> lines) {
  const std::size_t begin = BeginOfNames(lines);
  std::vector<PlacedText> names;
  for (const Line& line : lines.subspan(begin)) AddNames(NamesIn(line), line.place, names);
  JoinTornName(lines.first(begin), names);
  return names;
}

std::optional<Letterhead> FindLetterhead(std::span<const Line> lines) {
  std::size_t at = lines.size();
  while (at > 0 && !EndsLetterhead(lines[at - 1].words)) --at;
  if (at == 0) return std::nullopt;
  Letterhead head;
  head.end = at;
  const Line& last = lines[at - 1];
  head.issuers = NamesAtEnd(lines.first(at - 1));
  const std::string rest = WithoutEnding(last);
  std::vector<std::string> names = NamesIn(rest);
  if (names.empty() && !JoinTorn(rest).empty()) names = {JoinTorn(rest)};  // 某市开发区文件
  AddNames(names, last.place, head.issuers);
  JoinTornName(lines.first(BeginOfNames(lines.first(at - 1))), head.issuers);
  // Where 文件 stands beside the names, the later ones are below it.
  while (head.end < lines.size()) {
    const std::vector<std::string> below = NamesIn(lines[head.end]);
    if (below.empty()) break;
    AddNames(below, lines[head.end].place, head.issuers);
    ++head.end;
  }
  if (head.issuers.empty()) return std::nullopt;
  return head;
}

std::vector<PlacedText> FindSignatures(std::span<const Line> lines) {
  for (std::size_t i = lines.size(); i > 0; --i) {
    const Line& line = lines[i - 1];
    const auto date = FindDate(line.words);
    if (!date || date->span.end != static_cast<int>(CountCodePoints(line.words))) continue;
    std::vector<PlacedText> names;
    if (date->span.begin == 0) {
      names = NamesAtEnd(lines.first(i - 1));
    } else {
      AddNames(NamesIn(WithoutLast(line.text, date->span.end - date->span.begin)), line.place,
               names);
    }
    if (!names.empty()) return names;
  }
  return {};
}

}  // namespace kaoping::notice
