#include <string>
#include <utility>

#include "rules/parse/match.h"

namespace kaoping::rules {
namespace {

constexpr int kLongestLimitWords = 8;  // 累计扣分最多不超过: up to the figure, in tokens
constexpr int kLongestName = 60;       // of what a result is linked to, in tokens

bool IsLimitWord(Word word) {
  return word == Word::kInTotal || word == Word::kAtMost || word == Word::kLimitTo ||
         word == Word::kFilled;
}

std::optional<Effect> EffectIn(const TokenText& text, int first, int last) {
  for (int i = last - 1; i >= first; --i) {
    if (const auto effect = EffectOf(text.at(i).word)) return effect;
    // 累计加分, 扣满: the verb is part of a longer word.
    const std::string word = text.Text(i, i + 1);
    if (IsLimitWord(text.at(i).word) && word.find("加") != std::string::npos) return Effect::kBonus;
    if (IsLimitWord(text.at(i).word) && word.find("扣") != std::string::npos) {
      return Effect::kDeduct;
    }
  }
  return std::nullopt;
}

Clause MakeLimit(const TokenText& text, int start, TokenRange sentence, TokenRange words,
                 std::optional<Points> at_most) {
  Clause clause;
  clause.kind = Clause::Kind::kLimit;
  clause.at_most = at_most;
  clause.condition = {start, words.first};
  for (int i = start; i < words.last; ++i) {
    if (text.Is(i, Word::kThisItem) || (i == start && text.Is(i, Word::kOrMore))) {
      clause.whole_criterion = true;
    }
    if (i < words.first && text.Is(i, Word::kEvery)) {
      // 每一项扣完为止 as 每项扣完为止
      const bool says_one =
          text.Is(i + 1, Word::kNumber) && text.at(i + 1).value == Decimal::FromInt(1);
      const auto unit = MatchUnit(text, says_one ? i + 2 : i + 1, words.first);
      if (unit) clause.each = unit->unit;
    }
  }
  // The words may name what they limit on either side: 加分不超过20分, 最多扣2分.
  clause.limits_effect = EffectIn(text, start, words.last);
  if (start == sentence.first) clause.whole_criterion = true;
  int last = words.last;
  if (text.Is(last, Word::kClose) && last < sentence.last) ++last;
  for (int i = start; i < words.last && !clause.each_item; ++i) {
    clause.each_item = text.Is(i, Word::kEachItem);
  }
  clause.range = {start, last};
  return clause;
}

// 扣完本项分值为止, 直至扣完: the item's base is the limit.
int MatchExhausted(const TokenText& text, int i, TokenRange sentence) {
  if (text.Is(i, Word::kUntilExhausted)) return i + 1;
  int next = i;
  const bool until = text.Is(next, Word::kUntil);
  const bool lowest = text.Is(next, Word::kLowest);
  if (until || lowest) ++next;
  // 最低0分, 直至0分
  if ((until || lowest) && text.Is(next, Word::kNumber) && text.at(next).value.IsZero()) {
    const int last = text.Is(next + 1, Word::kPoint) ? next + 2 : next + 1;
    return EndsAClause(text, last, sentence.last) ? last : 0;
  }
  if (lowest) return 0;
  if (!text.Is(next, Word::kExhaust)) return 0;
  const int end = SkipPlain(text, next + 1, sentence.last, 6);
  if (text.Is(end, Word::kCapped) && end < sentence.last) return end + 1;
  return until ? end : 0;
}

// 不超过本项分值, 以本项满分为限
int MatchBaseAsLimit(const TokenText& text, int i, TokenRange sentence) {
  const bool at_most = text.Is(i, Word::kAtMost) || text.Is(i, Word::kLimitTo);
  if (!at_most && !text.Is(i, Word::kBy)) return 0;
  int next = i + 1;
  while (next < sentence.last && (IsVerb(text.at(next).word) || text.Is(next, Word::kExhaust) ||
                                  text.Is(next, Word::kPreposition))) {
    ++next;
  }
  const int end = SkipPlain(text, next, sentence.last, 6);
  bool names_base = false;
  for (int word = next; word < end; ++word) {
    names_base = names_base || text.Is(word, Word::kPointsNoun) || text.Is(word, Word::kFullMark);
  }
  if (!names_base) return 0;
  if (text.Is(end, Word::kCapped) && end < sentence.last) return end + 1;
  return at_most && EndsAClause(text, end, sentence.last) ? end : 0;
}

// 累计不超过2分, 最多扣2分, 加满10分为止, （合计不超过0.1）
std::optional<Clause> MatchFigureLimit(const TokenText& text, int i, int start,
                                       TokenRange sentence) {
  int figure = i + 1;
  while (figure < sentence.last && figure - i <= kLongestLimitWords &&
         !text.Is(figure, Word::kNumber) && !text.Is(figure, Word::kComma) &&
         !text.Is(figure, Word::kPoint)) {
    ++figure;
  }
  if (figure >= sentence.last || !text.Is(figure, Word::kNumber)) return std::nullopt;
  // 累计扣分达到5分的 says when something else follows.
  const TokenRange words{i, figure};
  const bool compares =
      HasWord(text, words, Word::kReach) || HasWord(text, words, Word::kMoreThan) ||
      HasWord(text, words, Word::kNotFewerThan) || HasWord(text, words, Word::kFewerThan);
  if (compares) return std::nullopt;
  int last = figure + 1;
  if (text.Is(last, Word::kPoint)) {
    ++last;
  } else if (!text.Is(last, Word::kClose)) {
    return std::nullopt;
  }
  // 累计扣5分以上的 and 累计扣5分的 are thresholds too.
  if (text.Is(last, Word::kOrMore)) return std::nullopt;
  if (text.Is(i, Word::kInTotal) && text.Is(last, Word::kOf)) return std::nullopt;
  if (text.Is(last, Word::kOrLess) || text.Is(last, Word::kCapped)) ++last;
  // 最多扣至0分: down to nothing is the item's base.
  const bool all = text.at(figure).value.IsZero();
  return MakeLimit(text, start, sentence, {i, last},
                   all ? std::nullopt : std::optional(text.at(figure).value));
}

// 扣完2分为止
std::optional<Clause> MatchExhaustedFigure(const TokenText& text, int i, int start,
                                           TokenRange sentence) {
  int figure = text.Is(i, Word::kUntil) ? i + 1 : i;
  if (!text.Is(figure, Word::kExhaust)) return std::nullopt;
  figure = SkipPlain(text, figure + 1, sentence.last, kLongestLimitWords);
  if (!text.Is(figure, Word::kNumber) || !text.Is(figure + 1, Word::kPoint) ||
      !text.Is(figure + 2, Word::kCapped) || text.at(figure).doubtful) {
    return std::nullopt;
  }
  return MakeLimit(text, start, sentence, {i, figure + 3}, text.at(figure).value);
}

// 3分封顶, 以3分为限; 封顶3分
std::optional<Clause> MatchCap(const TokenText& text, int i, int start, TokenRange sentence) {
  if (text.Is(i, Word::kNumber) && text.Is(i + 1, Word::kPoint) && text.Is(i + 2, Word::kCapped)) {
    return MakeLimit(text, start, sentence, {i, i + 3}, text.at(i).value);
  }
  if (text.Is(i, Word::kCapped) && text.Is(i + 1, Word::kNumber) && text.Is(i + 2, Word::kPoint)) {
    return MakeLimit(text, start, sentence, {i, i + 3}, text.at(i + 1).value);
  }
  return std::nullopt;
}

bool NamesResult(const TokenText& text, int first, int last) {
  for (int i = first; i < last; ++i) {
    if (text.Is(i, Word::kAppraisal) || text.Is(i, Word::kAwardPoints)) return true;
  }
  return false;
}

}  // namespace

std::optional<Clause> MatchLimit(const TokenText& text, int i, int start, TokenRange sentence) {
  int last = MatchExhausted(text, i, sentence);
  if (last == 0) last = MatchBaseAsLimit(text, i, sentence);
  if (last > 0) {
    auto clause = MakeLimit(text, start, sentence, {i, last}, std::nullopt);
    clause.limits_effect.reset();  // deductions, always
    return clause;
  }
  if (auto clause = MatchExhaustedFigure(text, i, start, sentence)) return clause;
  if (IsLimitWord(text.at(i).word)) {
    if (auto clause = MatchFigureLimit(text, i, start, sentence)) return clause;
  }
  return MatchCap(text, i, start, sentence);
}

// …与市级机关作风建设综合绩效考评相挂钩: linked to what stands between; 计入…总分.
std::optional<Clause> MatchLink(const TokenText& text, int i, int start, TokenRange sentence) {
  Clause clause;
  clause.kind = Clause::Kind::kLink;
  if (text.Is(i, Word::kLinked)) {
    // 未体现绩效挂钩的，扣0.5分 is about a document.
    if (text.Is(i + 1, Word::kOf)) return std::nullopt;
    for (int with = i - 1; with >= start && i - with <= kLongestName; --with) {
      if (!text.Is(with, Word::kWith) && !text.Is(with, Word::kAnd)) continue;
      clause.condition = {start, with};
      clause.target = text.Text(with + 1, i);
      clause.range = {start, i + 1};
      return clause;
    }
    return std::nullopt;
  }
  // 结果作为干部任用的重要依据
  if (text.Is(i, Word::kServeAs)) {
    int end = i + 1;
    while (end < sentence.last && end - i <= kLongestName && !text.Is(end, Word::kComma)) ++end;
    int name = end;
    while (name > i + 1 && !text.Is(name, Word::kOf)) --name;
    if (name <= i + 1 || !NamesResult(text, start, i)) return std::nullopt;
    clause.condition = {start, i};
    clause.target = text.Text(i + 1, name);
    clause.range = {start, end};
    return clause;
  }
  // 考核结果计入班子考核总分: only a result is counted toward something else.
  if (!text.Is(i, Word::kCountToward)) return std::nullopt;
  int end = i + 1;
  while (end < sentence.last && end - i <= kLongestName && !text.Is(end, Word::kComma)) ++end;
  if (!NamesResult(text, start, i) || end == i + 1) return std::nullopt;
  for (int word = i + 1; word < end; ++word) {
    if (text.Is(word, Word::kNumber)) return std::nullopt;
  }
  int name = end;
  while (name > i + 2 && text.Is(name - 1, Word::kPointsNoun)) --name;
  clause.condition = {start, i};
  clause.target = text.Text(i + 1, name);
  clause.range = {start, end};
  return clause;
}

}  // namespace kaoping::rules
