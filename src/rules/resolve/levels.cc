#include "rules/resolve/levels.h"

#include <algorithm>
#include <cstddef>

namespace kaoping::rules {
namespace {

bool Joins(Word word) { return word == Word::kListMark || word == Word::kAnd; }

// The name of the level that starts at `i`: all of it if the list goes on, else the level word
// itself, since the predicate follows without a mark (省表彰的 → 省).
std::string LevelName(const TokenText& text, int i, int last) {
  int end = i;
  while (end < last && !Joins(text.at(end).word) && text.at(end).word != Word::kComma) ++end;
  const bool goes_on = end < last && Joins(text.at(end).word);
  return text.Text(i, goes_on ? end : i + 1);
}

// The level words of `condition` that open an element of a list.
std::vector<std::string> ListedLevels(const TokenText& text, TokenRange condition) {
  std::vector<std::string> names;
  bool opens = false;
  for (int i = condition.first; i < condition.last; ++i) {
    const Word word = text.at(i).word;
    if (word == Word::kLevel && opens) names.push_back(LevelName(text, i, condition.last));
    opens = Joins(word) || word == Word::kReceive || word == Word::kComma;
    if (i == condition.first && word == Word::kLevel) {
      names.push_back(LevelName(text, i, condition.last));
    }
  }
  return names;
}

}  // namespace

LevelsFound FindLevels(const TokenText& text, TokenRange condition, const Amount& amount) {
  LevelsFound found;
  const auto& figures = amount.figures;
  const bool labelled = std::all_of(figures.begin(), figures.end(),
                                    [](const Figure& figure) { return !figure.label.empty(); });
  if (labelled && figures.size() > 1) {
    for (const Figure& figure : figures) found.levels.push_back({figure.label, figure.min});
    return found;
  }
  if (figures.size() < 2) return found;
  const std::vector<std::string> names = ListedLevels(text, condition);
  if (names.size() < figures.size()) return found;
  const std::size_t extra = names.size() - figures.size();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t figure = i <= extra ? 0 : i - extra;
    found.levels.push_back({names[i], figures[figure].min});
  }
  found.uneven = extra > 0;
  return found;
}

std::vector<std::string> FindParts(const TokenText& text, TokenRange condition) {
  // The last 有 that opens a list; further ones inside it (有部署) open its elements.
  int first = -1;
  for (int i = condition.first; i < condition.last; ++i) {
    if (text.at(i).word != Word::kOneOf) continue;
    const bool continues = first >= 0 && Joins(text.at(i - 1).word);
    if (!continues) first = i;
  }
  std::vector<std::string> parts;
  if (first < 0) return parts;
  int begin = first + 1;
  for (int i = begin; i <= condition.last; ++i) {
    const bool at_end = i == condition.last || text.at(i).word == Word::kComma;
    if (!at_end && !Joins(text.at(i).word)) continue;
    if (begin < i) parts.push_back(text.Text(begin, i));
    if (at_end) break;
    begin = i + 1;
    if (text.Is(begin, Word::kOneOf)) ++begin;
  }
  if (parts.size() < 2) parts.clear();
  return parts;
}

}  // namespace kaoping::rules
