#include "rules/resolve/levels.h"

#include <algorithm>
#include <cstddef>

#include "base/utf8.h"
#include "rules/lex/lex.h"
#include "rules/lex/lexicon.h"
#include "rules/parse/match.h"

namespace kaoping::rules {
namespace {

using Names = std::vector<std::string>;

bool Joins(Word word) { return word == Word::kListMark || word == Word::kAnd; }

// A word that leads to a list (受到 国家、省…, 评定为 优秀、良好…) and is no part of its first
// name.
bool LeadsTo(Word word) {
  switch (word) {
    case Word::kComma:
    case Word::kColon:
    case Word::kReceive:
    case Word::kPreposition:
    case Word::kDetermine:
    case Word::kBy:
    case Word::kOf:
    case Word::kOneOf:
    case Word::kReach:
    case Word::kFewerThan:
    case Word::kMoreThan:
    case Word::kNotFewerThan:
    case Word::kRanking:
      return true;
    default:
      return false;
  }
}

// A word that follows a list (…五个等次, …的) and is no part of its last name.
bool FollowsFrom(Word word) {
  switch (word) {
    case Word::kComma:
    case Word::kColon:
    case Word::kOf:
    case Word::kEvery:
    case Word::kGrade:
    case Word::kReceive:
    case Word::kSituation:
    case Word::kReach:
    case Word::kClose:
      return true;
    default:
      return false;
  }
}

// 五个等次: how many were listed, behind the list; 每月: how often, but 半年小结 is a name.
bool IsTally(const TokenText& text, int i) {
  if (text.Is(i, Word::kYearly)) return text.Text(i, i + 1).starts_with(kEveryWord);
  return text.Is(i, Word::kNumber) && text.Is(i + 1, Word::kPiece);
}

// The name of the level that starts at `i`: all of it if the list goes on, else the level word
// itself, since the predicate follows without a mark (省表彰的 → 省).
std::string LevelName(const TokenText& text, int i, int last) {
  int end = i;
  while (end < last && !Joins(text.at(end).word) && text.at(end).word != Word::kComma) ++end;
  const bool goes_on = end < last && Joins(text.at(end).word);
  return text.Text(i, goes_on ? end : i + 1);
}

// The level words of `condition` that open an element of a list.
Names ListedLevels(const TokenText& text, TokenRange condition) {
  Names names;
  bool opens = true;
  for (int i = condition.first; i < condition.last; ++i) {
    const Word word = text.at(i).word;
    if (word == Word::kLevel && opens) names.push_back(LevelName(text, i, condition.last));
    opens = Joins(word) || word == Word::kReceive || word == Word::kComma;
  }
  return names;
}

// The last list of `count` names in `condition`, joined by 、 and 和; else the last with more.
Names ListedNames(const TokenText& text, TokenRange condition, std::size_t count) {
  // The bounds of the elements of one list, found from its first mark on.
  Names best;
  for (int i = condition.first; i < condition.last; ++i) {
    if (!text.Is(i, Word::kListMark)) continue;
    int begin = i;
    while (begin > condition.first && !LeadsTo(text.at(begin - 1).word)) --begin;
    Names names;
    int element = begin;
    int end = i;
    for (; end <= condition.last; ++end) {
      const bool at_end = end == condition.last ||
                          (end > i && (FollowsFrom(text.at(end).word) || IsTally(text, end)));
      if (!at_end && !Joins(text.at(end).word)) continue;
      std::string name = text.Text(element, end);
      // 承办国家级、省级现场会: the verb is no part of the first level.
      const bool led = element == begin && !at_end && text.Is(end - 1, Word::kLevel) &&
                       text.Is(end + 1, Word::kLevel);
      if (led) name = text.Text(end - 1, end);
      // 院媒体登载稿件 → 院: a level word stands for the whole of the last name.
      if (at_end && text.Is(element, Word::kLevel)) name = text.Text(element, element + 1);
      if (element < end) names.push_back(std::move(name));
      element = end + 1;
      if (at_end) break;
    }
    const bool enough = names.size() == count || (names.size() > count && best.size() != count);
    if (enough) best = std::move(names);
    i = end;
  }
  return best;
}

// Parallels with a comma between them: 荣获国家级荣誉的，荣获省部级表彰的，…
Names ParallelLevels(const TokenText& text, TokenRange condition, std::size_t count) {
  Names names;
  int begin = condition.first;
  for (int i = condition.first; i <= condition.last; ++i) {
    if (i < condition.last && !text.Is(i, Word::kComma)) continue;
    int first = begin;
    while (first < i && !text.Is(first, Word::kLevel)) ++first;
    int end = first;
    while (end < i && !text.Is(end, Word::kOf) && !text.Is(end, Word::kHonour)) ++end;
    if (first < i && first - begin <= 3) names.push_back(text.Text(first, end));
    begin = i + 1;
  }
  if (names.size() != count) names.clear();
  return names;
}

// The places that a ranking lists: 前三名, 第一、二、三名, 按名次.
Names ListedPlaces(const TokenText& text, const Clause& clause, std::size_t count) {
  const TokenRange condition = clause.condition;
  Names numbered;
  for (int i = condition.first; i < condition.last; ++i) {
    const bool listed = text.Is(i, Word::kNumber) && text.at(i).value.IsWhole() &&
                        (text.Is(i - 1, Word::kOrdinal) || text.Is(i - 1, Word::kListMark));
    if (listed) numbered.push_back(text.at(i).value.ToString());
  }
  if (numbered.size() == count && clause.places) return numbered;
  const auto& places = clause.places;
  const bool spans = places && places->from && places->to &&
                     static_cast<std::size_t>(*places->to - *places->from) + 1 == count;
  const bool by_rank =
      !places && condition.last > condition.first && text.Is(condition.last - 1, Word::kRanking);
  Names names;
  if (!spans && !by_rank) return names;
  const int from = spans ? *places->from : 1;
  for (std::size_t i = 0; i < count; ++i)
    names.push_back(std::to_string(from + static_cast<int>(i)));
  return names;
}

// “好”“较好”“一般”: names in quotation marks, with nothing between them.
Names QuotedNames(const TokenText& text, TokenRange condition) {
  Names names;
  int open = -1;
  for (int i = condition.first; i < condition.last; ++i) {
    if (!text.Is(i, Word::kQuote)) continue;
    if (open < 0) {
      open = i;
      continue;
    }
    if (open + 1 < i) names.push_back(text.Text(open + 1, i));
    open = -1;
  }
  return names;
}

LevelsFound Pair(Names names, const std::vector<Figure>& figures) {
  LevelsFound found;
  for (std::size_t i = 0; i < names.size(); ++i) {
    found.levels.push_back({std::move(names[i]), figures[i].min});
  }
  return found;
}

LevelsFound PairFigures(const TokenText& text, const Clause& clause) {
  const auto& figures = clause.amount.figures;
  LevelsFound found;
  if (figures.size() < 2) return found;
  const bool labelled = std::all_of(figures.begin(), figures.end(),
                                    [](const Figure& figure) { return !figure.label.empty(); });
  if (labelled) {
    for (const Figure& figure : figures) found.levels.push_back({figure.label, figure.min});
    return found;
  }
  if (auto places = ListedPlaces(text, clause, figures.size()); !places.empty()) {
    found = Pair(std::move(places), figures);
    found.by_place = true;
    return found;
  }
  Names listed = ListedNames(text, clause.condition, figures.size());
  if (listed.size() == figures.size()) return Pair(std::move(listed), figures);
  if (auto names = QuotedNames(text, clause.condition); names.size() == figures.size()) {
    return Pair(std::move(names), figures);
  }
  if (auto names = ParallelLevels(text, clause.condition, figures.size()); !names.empty()) {
    return Pair(std::move(names), figures);
  }
  const Names names = !listed.empty() ? listed : ListedLevels(text, clause.condition);
  if (names.size() < figures.size()) return found;
  const std::size_t extra = names.size() - figures.size();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t figure = i <= extra ? 0 : i - extra;
    found.levels.push_back({names[i], figures[figure].min});
  }
  found.uneven = extra > 0;
  return found;
}

// Marks alone are no name (in ：，工作突出的 nothing is listed), nor is what goes over a colon.
bool IsNamed(const Level& level) {
  const std::u32string name = DecodeUtf8(level.name);
  if (name.find(U'：') != std::u32string::npos) return false;
  return std::any_of(name.begin(), name.end(),
                     [](char32_t c) { return IsOfAWord(c) || (c >= U'0' && c <= U'9'); });
}

}  // namespace

LevelsFound FindLevels(const TokenText& text, const Clause& clause) {
  LevelsFound found = PairFigures(text, clause);
  const bool named = std::all_of(found.levels.begin(), found.levels.end(), IsNamed);
  return named ? found : LevelsFound();
}

namespace {

// 事前公开、事中公开和结果公开: the first name is cut to the length of the others where they end
// alike.
void TrimFirst(Names& parts) {
  if (parts.size() < 2) return;
  std::size_t longest = 0;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    longest = std::max(longest, CountCodePoints(parts[i]));
  }
  const std::u32string first = DecodeUtf8(parts[0]);
  const std::u32string second = DecodeUtf8(parts[1]);
  if (first.size() <= longest || second.empty() || first.back() != second.back()) return;
  parts[0] = EncodeUtf8(first.substr(first.size() - longest));
}

// 没有, 缺少: before the first name of what is lacking.
bool IsLack(Word word) { return IsNegation(word) || word == Word::kFewer; }

// The elements of the list around the mark at `i`; where it ends.
Names PartsAround(const TokenText& text, TokenRange range, int i, int& end) {
  int begin = i;
  while (begin > range.first && !LeadsTo(text.at(begin - 1).word) &&
         !text.Is(begin - 1, Word::kOpen) && !text.Is(begin - 1, Word::kClose) &&
         !IsLack(text.at(begin - 1).word)) {
    --begin;
  }
  Names parts;
  bool counts = false;
  int element = begin;
  for (end = i; end <= range.last; ++end) {
    const bool at_end =
        end == range.last ||
        (end > i && (FollowsFrom(text.at(end).word) || text.at(end).word == Word::kSuchAs ||
                     text.at(end).word == Word::kOpen || IsTally(text, end) ||
                     (end > element && IsNegation(text.at(end).word)) ||
                     text.at(end).word == Word::kPreposition));
    if (!at_end && !Joins(text.at(end).word)) continue;
    const int last = end;
    // 有部署: the verb that opens each element is no part of its name.
    while (element < last && (text.Is(element, Word::kOneOf) || IsLack(text.at(element).word))) {
      ++element;
    }
    // 检查12次、演练2次: what is required, not a list of parts.
    counts = counts || (!at_end && last - 2 >= element && text.Is(last - 2, Word::kNumber) &&
                        text.Is(last - 1, Word::kMeasure));
    // 措施及要求，: a word that may follow a list is its last name where nothing else is.
    if (element < last) parts.push_back(text.Text(element, last));
    if (at_end && element == last && end < range.last && text.Is(end, Word::kSuchAs)) {
      parts.push_back(text.Text(end, end + 1));
    }
    element = end + 1;
    if (at_end) break;
  }
  if (counts) parts.clear();
  TrimFirst(parts);
  return parts;
}

}  // namespace

std::vector<std::string> FindParts(const TokenText& text, TokenRange condition) {
  Names found;
  int first = condition.first;
  for (int i = condition.first; i < condition.last; ++i) {
    if (!text.Is(i, Word::kListMark)) continue;
    int end = i;
    Names parts = PartsAround(text, {first, condition.last}, i, end);
    first = std::max(first, end);  // what one list has named, the next does not name again
    if (parts.size() >= 2) found = std::move(parts);
    i = std::max(i, end);
  }
  return found;
}

namespace {

// 工作无计划、无总结; 没有机构、人员: whether what a list names is what is lacking.
bool LacksEach(const TokenText& text, TokenRange words) {
  int mark = words.last - 1;
  while (mark > words.first && !text.Is(mark, Word::kListMark)) --mark;
  if (text.Is(mark + 1, Word::kLacking)) return true;
  int part = mark;
  while (part > words.first && !text.Is(part - 1, Word::kComma)) --part;
  return text.Is(part, Word::kLacking) || text.Is(part, Word::kFewer);
}

bool NegatesSeveral(const TokenText& text, TokenRange words) {
  int negations = 0;
  for (int i = words.first; i < words.last; ++i) negations += IsNegation(text.at(i).word) ? 1 : 0;
  return negations > 1;
}

}  // namespace

bool AreLacking(const TokenText& text, TokenRange words, const std::vector<std::string>& parts) {
  if (LacksEach(text, words)) return true;
  // 未亮证、未着装 names no paper, though 证 ends one's name.
  const bool deeds = NegatesSeveral(text, words);
  const auto documents = std::count_if(parts.begin(), parts.end(), [&](const std::string& part) {
    return deeds ? Contains(DecodeUtf8(part), Word::kDocument) : NamesADocument(part);
  });
  return static_cast<std::size_t>(documents) * 2 > parts.size();
}

}  // namespace kaoping::rules
