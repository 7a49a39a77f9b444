#include "rules/resolve/threshold.h"

#include <iterator>

#include "rules/lex/lexicon.h"
#include "rules/parse/match.h"

namespace kaoping::rules {
namespace {

When WhenOf(const Bound& bound) {
  When when;
  when.unit = bound.unit;
  switch (bound.kind) {
    case Bound::Kind::kAtLeast:
    case Bound::Kind::kBare:
      when.at_least = bound.figure;
      break;
    case Bound::Kind::kMoreThan:
      when.more_than = bound.figure;
      break;
    case Bound::Kind::kAtMost:
      when.at_most = bound.figure;
      break;
    case Bound::Kind::kLessThan:
      when.less_than = bound.figure;
      break;
    case Bound::Kind::kWithin:
      when.at_least = bound.figure;
      when.at_most = bound.upper;
      break;
  }
  return when;
}

std::optional<Decimal> Low(const When& when) {
  return when.at_least ? when.at_least : when.more_than;
}

std::optional<Decimal> High(const When& when) {
  return when.at_most ? when.at_most : when.less_than;
}

// Whether the words between two figures name no other measure: 不足98%但在90%以上.
bool AreJoined(const TokenText& text, const Bound& a, const Bound& b) {
  // 90%≤满意度<95%: the measure itself stands between.
  const bool signs = IsComparisonSign(text, a.range.last - 1);
  for (int i = a.range.last; i < b.range.first; ++i) {
    switch (text.at(i).word) {
      case Word::kBut:
      case Word::kAnd:
      case Word::kComma:
      case Word::kListMark:
      case Word::kMay:
      case Word::kOf:
      case Word::kDash:
        break;
      default:
        if (text.Text(i, i + 1) != kIn && !(signs && IsPlain(text.at(i).word))) return false;
    }
  }
  return true;
}

// The range of which two figures of one unit are the ends; nothing if they are none.
std::optional<When> OneRange(const TokenText& text, const Bound& a, const Bound& b) {
  if (a.unit != b.unit || !AreJoined(text, a, b)) return std::nullopt;
  const When first = WhenOf(a);
  When range = WhenOf(b);
  const bool rises = Low(first) && High(range) && !High(first) && !Low(range);
  const bool falls = High(first) && Low(range) && !Low(first) && !High(range);
  if (!rises && !falls) return std::nullopt;
  if (first.at_least) range.at_least = first.at_least;
  if (first.more_than) range.more_than = first.more_than;
  if (first.at_most) range.at_most = first.at_most;
  if (first.less_than) range.less_than = first.less_than;
  if (*Low(range) >= *High(range)) return std::nullopt;
  return range;
}

// 未在20个工作日内公开 states a deadline; 逾期3天以内 says how late.
bool IsDeadline(const TokenText& text, const Clause& clause, const Bound& bound) {
  const bool time =
      bound.kind == Bound::Kind::kAtMost && HasWord(text, bound.range, Word::kTimeUnit);
  if (!time) return false;
  for (int i = bound.range.first - 1; i >= clause.condition.first; --i) {
    if (text.Is(i, Word::kOverdue) || text.Is(i, Word::kNotPassed)) return false;
    if (!IsPlain(text.at(i).word)) return true;
  }
  return true;
}

// 未按要求召开不少于2次会议的扣1分 states the duty; 两项以上未完成的扣1分 is a threshold again.
bool IsDuty(const TokenText& text, const Clause& clause, const Bound& bound, const Rule& rule) {
  if (bound.kind != Bound::Kind::kAtLeast || rule.nature != Nature::kDuty) return false;
  return !text.Is(bound.range.last - 1, Word::kOrMore) ||
         HasNegation(text, {clause.condition.first, bound.range.first});
}

// Whether the figure at token `i` says how often it happened: it ends the condition, with nothing
// negated before it, or opens it and something went wrong.
bool ReachesCount(const TokenText& text, TokenRange condition, int i) {
  const Word before = i > condition.first ? text.at(i - 1).word : Word::kStop;
  if (TakesAFigure(before) && before != Word::kOneOf) return false;
  int end = i + 2;
  while (end < condition.last && (IsMark(text, end) || text.Is(end, Word::kOf))) ++end;
  if (end < condition.last) {
    const bool opens = before == Word::kStop || before == Word::kComma;
    return opens && (IsNegation(text.at(i + 2).word) || text.Is(i + 2, Word::kUnqualified));
  }
  const TokenRange words{condition.first, i};
  return !HasNegation(text, words) || HasWord(text, words, Word::kNotPassed);
}

// 迟到三次的扣1分, 两次不合格扣3分: nothing before so many.
std::optional<When> CountReached(const TokenText& text, TokenRange condition) {
  for (int i = condition.last - 2; i >= condition.first; --i) {
    if (text.Is(i, Word::kComma) && i + 2 < condition.last) return std::nullopt;
    if (!text.Is(i, Word::kNumber) || !text.Is(i + 1, Word::kMeasure)) continue;
    const Token& figure = text.at(i);
    if (figure.doubtful || figure.value <= Decimal::FromInt(1) ||
        !ReachesCount(text, condition, i)) {
      return std::nullopt;
    }
    When when;
    when.at_least = figure.value;
    when.unit = text.Text(i + 1, i + 2);
    return when;
  }
  return std::nullopt;
}

}  // namespace

std::optional<When> FindThreshold(const TokenText& text, const Clause& clause, const Rule& rule) {
  const bool loses = rule.effect == Effect::kDeduct || rule.effect == Effect::kForfeit ||
                     rule.effect == Effect::kVeto;
  for (auto bound = clause.bounds.rbegin(); bound != clause.bounds.rend(); ++bound) {
    const auto before = std::next(bound);
    if (before != clause.bounds.rend()) {
      if (auto range = OneRange(text, *before, *bound)) return range;
    }
    if (IsDeadline(text, clause, *bound)) continue;
    // 完成90%的扣1分 says neither the tier nor the duty.
    const bool unclear = IsDuty(text, clause, *bound, rule) || bound->kind == Bound::Kind::kBare;
    if (loses && unclear) continue;
    return WhenOf(*bound);
  }
  return loses && clause.bounds.empty() ? CountReached(text, clause.condition) : std::nullopt;
}

}  // namespace kaoping::rules
