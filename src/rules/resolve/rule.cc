#include "rules/resolve/rule.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "rules/parse/match.h"
#include "rules/resolve/levels.h"

namespace kaoping::rules {
namespace {

bool HasWord(const TokenText& text, TokenRange range, Word word) {
  for (int i = range.first; i < range.last; ++i) {
    if (text.at(i).word == word) return true;
  }
  return false;
}

// The condition as a person would quote it: without the counter at either end, and without the
// marks and the 的 that lead to the amount.
std::string ConditionText(const TokenText& text, const Clause& clause) {
  int first = clause.condition.first;
  int last = clause.condition.last;
  const auto is_mark = [&text](int i) {
    return text.Is(i, Word::kComma) || text.Is(i, Word::kColon) || text.Is(i, Word::kOpen);
  };
  const auto trim = [&] {
    while (first < last && is_mark(first)) ++first;
    while (first < last && (is_mark(last - 1) || text.Is(last - 1, Word::kOf))) --last;
  };
  trim();
  if (clause.counter && !clause.amount.counter) {
    const TokenRange counter = clause.counter->range;
    if (counter.last >= last) last = counter.first;
    if (counter.first <= first && counter.last < last) first = counter.last;
    trim();
  }
  return text.Text(first, last);
}

// Things that are parts of a whole when no figure says how many there must be; 次 and 人 are not.
bool CountsParts(std::string_view unit) {
  constexpr std::array<std::string_view, 8> kParts = {"项", "种", "条", "份",
                                                      "类", "个", "件", "有"};
  return std::find(kParts.begin(), kParts.end(), unit) != kParts.end();
}

std::optional<Decimal> TargetIn(const TokenText& text, TokenRange range, const std::string& unit) {
  std::optional<Decimal> target;
  for (const Bound& bound : FindBounds(text, range)) {
    if (bound.unit != unit) continue;
    // Two figures for one count: a person must say which is meant.
    if (target && *target != bound.figure) return std::nullopt;
    target = bound.figure;
  }
  return target;
}

// 每半年召开一次 → 2 a year; 每季度2次 → 8.
std::optional<Decimal> YearlyTarget(const TokenText& text, TokenRange range,
                                    const std::string& unit) {
  std::optional<Decimal> times;
  for (int i = range.first; i < range.last; ++i) {
    if (text.Is(i, Word::kYearly)) times = text.at(i).value;
    if (!times || !text.Is(i, Word::kNumber) || text.at(i).doubtful) continue;
    const auto counted = MatchUnit(text, i + 1, range.last);
    if (counted && counted->unit == unit) return Multiply(*times, text.at(i).value);
  }
  return std::nullopt;
}

// The figure that a count falls short of: from the clause's own sentence, else from the content.
std::optional<Decimal> FindTarget(const TokenText& text, TokenRange own, const std::string& unit,
                                  const TokenText* content) {
  if (const auto target = TargetIn(text, own, unit)) return target;
  if (const auto target = YearlyTarget(text, own, unit)) return target;
  if (content == nullptr) return std::nullopt;
  const TokenRange all{0, content->size()};
  if (const auto target = TargetIn(*content, all, unit)) return target;
  return YearlyTarget(*content, all, unit);
}

void SetPoints(const Amount& amount, Rule& rule) {
  if (amount.figures.empty()) return;
  const Figure& figure = amount.figures.front();
  if (figure.min != figure.max) {
    rule.range = PointsRange{figure.min, figure.max};
  } else if (rule.trigger == Trigger::kJudged) {
    // 酌情扣10分 is at most that figure.
    rule.range = PointsRange{Points(), figure.max};
  } else {
    rule.points = figure.min;
  }
}

void SetCounter(const TokenText& text, const Clause& clause, int sentence_first,
                const ResolveContext& context, Rule& rule) {
  const Counter& counter = *clause.counter;
  rule.trigger = counter.trigger;
  rule.unit = counter.unit;
  rule.per = counter.per;
  const TokenRange own{sentence_first, counter.range.first};
  if (counter.fewer) {
    rule.target = FindTarget(text, own, counter.unit, context.content);
    rule.of = FindParts(text, own);
    const bool parts = counter.trigger == Trigger::kMissing || CountsParts(counter.unit);
    rule.trigger =
        parts && (!rule.target || !rule.of.empty()) ? Trigger::kMissing : Trigger::kShort;
    if (rule.trigger == Trigger::kMissing) {
      rule.target.reset();
      // 少“一有” counts components, not a thing called 有.
      if (counter.trigger == Trigger::kMissing) {
        rule.unit.clear();
        rule.per.reset();
      }
    } else {
      rule.of.clear();
    }
  } else if (counter.trigger == Trigger::kOver) {
    rule.target = FindTarget(text, own, counter.unit, context.content);
    // 每增加1件 with nothing to count from counts every one.
    if (!rule.target) rule.trigger = Trigger::kEach;
  } else if (counter.trigger == Trigger::kBelow || counter.trigger == Trigger::kAbove) {
    rule.target = FindTarget(text, own, "%", context.content);
  }
}

// 低于90%的扣2分: a bare threshold.
void SetThreshold(const Clause& clause, Rule& rule) {
  if (clause.bounds.empty()) return;
  const Bound& bound = clause.bounds.back();
  const bool loses = rule.effect == Effect::kDeduct || rule.effect == Effect::kForfeit;
  When when;
  when.unit = bound.unit;
  switch (bound.kind) {
    case Bound::Kind::kAtLeast:
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
  }
  // 未按要求召开不少于2次会议的扣1分 states the duty, not the tier.
  if (loses && bound.kind == Bound::Kind::kAtLeast && rule.nature == Nature::kDuty) return;
  rule.when = when;
}

// What silence means for a yes-or-no rule: a duty left undone, or an event that did not happen.
Nature ProposeNature(const TokenText& text, TokenRange condition) {
  if (HasWord(text, condition, Word::kNotPassed)) return Nature::kIncident;
  return HasWord(text, condition, Word::kNot) ? Nature::kDuty : Nature::kIncident;
}

void SetLevels(const TokenText& text, const Clause& clause, Rule& rule,
               std::vector<Diagnostic>& diagnostics) {
  const LevelsFound found = FindLevels(text, clause.condition, clause.amount);
  const Span span = text.SpanOf(clause.amount.range.first, clause.amount.range.last);
  if (found.levels.empty()) {
    diagnostics.push_back(
        {Severity::kError,
         "levels-unknown",
         Say("这里有{0}个分值，但看不出各对应什么情形；请写成“国家级1分、省级0.5分”的样子",
             "there are {0} amounts here, and no levels they belong to: write each level before "
             "its "
             "amount",
             clause.amount.figures.size()),
         span,
         {}});
    return;
  }
  rule.levels = found.levels;
  if (found.uneven) {
    diagnostics.push_back({Severity::kWarning,
                           "levels-uneven",
                           Say("列了{0}个级别，却只有{1}个分值；请确认各级别的分值",
                               "{0} levels are listed for {1} amounts: confirm what each is worth",
                               found.levels.size(), clause.amount.figures.size()),
                           span,
                           {}});
  }
}

}  // namespace

Rule ResolveRule(const TokenText& text, const Clause& clause, int sentence_first, Effect effect,
                 const ResolveContext& context, std::vector<Diagnostic>& diagnostics) {
  const Amount& amount = clause.amount;
  Rule rule;
  rule.effect = effect;
  rule.condition = ConditionText(text, clause);
  rule.span = text.SpanOf(clause.range.first, clause.range.last);
  rule.times = amount.times;
  rule.consequence = clause.consequence;

  const bool whole = effect == Effect::kForfeit || effect == Effect::kVeto;
  if (amount.judged) {
    rule.trigger = Trigger::kJudged;
  } else if (amount.in_proportion) {
    rule.trigger = Trigger::kRatio;
  } else if (clause.counter && !whole) {
    SetCounter(text, clause, sentence_first, context, rule);
  }
  if (amount.figures.size() > 1) {
    SetLevels(text, clause, rule, diagnostics);
  } else {
    SetPoints(amount, rule);
  }
  const bool loses = effect == Effect::kDeduct || whole;
  if (loses && rule.trigger == Trigger::kOccurs)
    rule.nature = ProposeNature(text, clause.condition);
  if (rule.trigger == Trigger::kMissing) rule.nature = Nature::kDuty;
  if (rule.trigger == Trigger::kOccurs) SetThreshold(clause, rule);
  return rule;
}

}  // namespace kaoping::rules
