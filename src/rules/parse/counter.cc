#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "rules/parse/match.h"

namespace kaoping::rules {
namespace {

constexpr int kLongestNoun = 8;  // of a counted thing, in tokens
const Decimal kOne = Decimal::FromInt(1);

bool EndsNoun(Word word) {
  switch (word) {
    case Word::kOther:
    case Word::kLevel:
    case Word::kMeasure:
      return false;
    default:
      return true;
  }
}

// 个断面 → 断面; 个 alone → 个.
UnitMatch TakePiece(const TokenText& text, int i, int last) {
  int end = i + 1;
  while (end < last && end - i <= kLongestNoun && !EndsNoun(text.at(end).word)) ++end;
  return {end == i + 1 ? text.Text(i, end) : text.Text(i + 1, end), end};
}

// 件(次): the bracketed second measure is dropped.
int SkipBracketedMeasure(const TokenText& text, int i, int last) {
  if (i + 2 < last && text.Is(i, Word::kOpen) && text.Is(i + 1, Word::kMeasure) &&
      text.Is(i + 2, Word::kClose)) {
    return i + 3;
  }
  return i;
}

struct Quantity {
  Decimal number = kOne;
  bool stated = false;
  int next = 0;
};

Quantity TakeQuantity(const TokenText& text, int i, int last) {
  if (i < last && text.Is(i, Word::kNumber) && !text.at(i).doubtful) {
    return {text.at(i).value, true, i + 1};
  }
  return {kOne, false, i};
}

bool IsRateUnit(const TokenText& text, int i) {
  return text.Is(i, Word::kPercent) || text.Is(i, Word::kPercentPoint);
}

std::string RateUnit(const TokenText& text, int i) {
  return text.Is(i, Word::kPercent) ? "%" : "百分点";
}

Counter MakeCounter(Trigger trigger, std::string unit, Decimal per, int first, int last) {
  Counter counter;
  counter.trigger = trigger;
  counter.unit = std::move(unit);
  counter.per = per;
  counter.range = {first, last};
  return counter;
}

// 逾期一天, 迟1个工作日
std::optional<Counter> MatchLate(const TokenText& text, int i, int last) {
  if (!text.Is(i, Word::kOverdue)) return std::nullopt;
  int next = i + 1;
  if (text.Is(next, Word::kEvery)) ++next;
  const Quantity quantity = TakeQuantity(text, next, last);
  if (quantity.next >= last || !text.Is(quantity.next, Word::kTimeUnit)) return std::nullopt;
  if (!quantity.stated && !text.Is(i - 1, Word::kEvery) && !text.Is(i + 1, Word::kEvery)) {
    return std::nullopt;
  }
  return MakeCounter(Trigger::kLate, text.Text(quantity.next, quantity.next + 1), quantity.number,
                     i, quantity.next + 1);
}

// 低1个百分点, 超10%
std::optional<Counter> MatchRateStep(const TokenText& text, int i, int last) {
  const bool down = text.Is(i, Word::kLower) || text.Is(i, Word::kFewer);
  const bool up =
      text.Is(i, Word::kHigher) || text.Is(i, Word::kMore) || text.Is(i, Word::kMoreThan);
  if (!down && !up) return std::nullopt;
  const Quantity quantity = TakeQuantity(text, i + 1, last);
  if (!quantity.stated || quantity.next >= last || !IsRateUnit(text, quantity.next)) {
    return std::nullopt;
  }
  return MakeCounter(down ? Trigger::kBelow : Trigger::kAbove, RateUnit(text, quantity.next),
                     quantity.number, i, quantity.next + 1);
}

// 少一次, 缺1项, 少“一有”
std::optional<Counter> MatchFewer(const TokenText& text, int i, int last) {
  if (!text.Is(i, Word::kFewer)) return std::nullopt;
  int next = i + 1;
  const bool quoted = text.Is(next, Word::kQuote);
  if (quoted) ++next;
  const Quantity quantity = TakeQuantity(text, next, last);
  if (!quantity.stated && !text.Is(i - 1, Word::kEvery)) return std::nullopt;
  Counter counter = MakeCounter(Trigger::kShort, "", quantity.number, i, quantity.next);
  counter.fewer = true;
  if (quoted && text.Is(quantity.next, Word::kOneOf) && text.Is(quantity.next + 1, Word::kQuote)) {
    // 有计划、有部署: what is counted is how many of the listed 有 are absent.
    counter.trigger = Trigger::kMissing;
    counter.unit = text.Text(quantity.next, quantity.next + 1);
    counter.range.last = quantity.next + 2;
    return counter;
  }
  const auto unit = MatchUnit(text, quantity.next, last);
  if (!unit) return std::nullopt;
  counter.unit = unit->unit;
  counter.range.last = unit->last;
  return counter;
}

// 多1件, 增加20万元
std::optional<Counter> MatchMore(const TokenText& text, int i, int last) {
  if (!text.Is(i, Word::kMore)) return std::nullopt;
  const Quantity quantity = TakeQuantity(text, i + 1, last);
  if (!quantity.stated && !text.Is(i - 1, Word::kEvery)) return std::nullopt;
  const auto unit = MatchUnit(text, quantity.next, last);
  if (!unit) return std::nullopt;
  return MakeCounter(Trigger::kOver, unit->unit, quantity.number, i, unit->last);
}

// 后退一位
std::optional<Counter> MatchFallBack(const TokenText& text, int i, int last) {
  if (!text.Is(i, Word::kFallBack)) return std::nullopt;
  const Quantity quantity = TakeQuantity(text, i + 1, last);
  if (!quantity.stated || !text.Is(i - 1, Word::kEvery)) return std::nullopt;
  const auto unit = MatchUnit(text, quantity.next, last);
  if (!unit) return std::nullopt;
  return MakeCounter(Trigger::kRank, "位次", quantity.number, i, unit->last);
}

// 每次, 每邀请1个企业, 每人每次
std::optional<Counter> MatchEvery(const TokenText& text, int i, int last) {
  if (!text.Is(i, Word::kEvery)) return std::nullopt;
  int next = i + 1;
  if (const auto unit = MatchUnit(text, next, last)) {
    return MakeCounter(Trigger::kEach, unit->unit, kOne, i, unit->last);
  }
  // 每 … 1个: a verb of a few characters may stand between.
  while (next < last && next - i <= 6 &&
         (text.Is(next, Word::kOther) || text.Is(next, Word::kOneOf))) {
    ++next;
  }
  const Quantity quantity = TakeQuantity(text, next, last);
  if (!quantity.stated) return std::nullopt;
  const auto unit = MatchUnit(text, quantity.next, last);
  if (!unit) return std::nullopt;
  return MakeCounter(Trigger::kEach, unit->unit, quantity.number, i, unit->last);
}

// 每月扣2分: a period just before the amount is what it counts.
std::optional<Counter> MatchPeriod(const TokenText& text, int i, int last) {
  if (!text.Is(i, Word::kYearly) || i + 1 != last) return std::nullopt;
  constexpr std::string_view kEveryWord = "每";
  std::string unit = text.Text(i, i + 1);
  if (!unit.starts_with(kEveryWord)) return std::nullopt;
  unit.erase(0, kEveryWord.size());
  return MakeCounter(Trigger::kEach, std::move(unit), kOne, i, last);
}

// 1座以上 is a threshold and counts nothing.
bool IsThreshold(const TokenText& text, int after_unit) {
  return text.Is(after_unit, Word::kOrMore) || text.Is(after_unit, Word::kOrLess);
}

// 有一例, 发生1起
std::optional<Counter> MatchOccurrence(const TokenText& text, int i, int last) {
  if (!text.Is(i, Word::kOneOf)) return std::nullopt;
  const Quantity quantity = TakeQuantity(text, i + 1, last);
  if (!quantity.stated || quantity.number != kOne) return std::nullopt;
  const auto unit = MatchUnit(text, quantity.next, last);
  if (!unit || IsThreshold(text, unit->last)) return std::nullopt;
  return MakeCounter(Trigger::kEach, unit->unit, kOne, i, unit->last);
}

bool TakesAFigure(Word word) {
  switch (word) {
    case Word::kEvery:
    case Word::kOneOf:
    case Word::kFewer:
    case Word::kMore:
    case Word::kLower:
    case Word::kHigher:
    case Word::kOverdue:
    case Word::kFallBack:
    case Word::kNotFewerThan:
    case Word::kFewerThan:
    case Word::kReach:
    case Word::kMoreThan:
    case Word::kAtMost:
    case Word::kOrdinal:
    case Word::kQuote:
      return true;
    default:
      return false;
  }
}

// 一次 just before the amount (一次扣1分), or opening its part of the sentence (一处不规范扣1分).
std::optional<Counter> MatchBareCount(const TokenText& text, int i, int first, int last) {
  if (!text.Is(i, Word::kNumber) || text.at(i).value != kOne) return std::nullopt;
  if (i > first && TakesAFigure(text.at(i - 1).word)) return std::nullopt;
  if (!text.Is(i + 1, Word::kMeasure)) return std::nullopt;
  const auto unit = MatchUnit(text, i + 1, last);
  if (!unit || IsThreshold(text, unit->last)) return std::nullopt;
  const bool opens = i == first || text.Is(i - 1, Word::kComma);
  if (unit->last != last && !opens) return std::nullopt;
  return MakeCounter(Trigger::kEach, unit->unit, kOne, i, unit->last);
}

std::optional<Counter> MatchCounter(const TokenText& text, int i, int first, int last) {
  if (auto counter = MatchLate(text, i, last)) return counter;
  if (auto counter = MatchRateStep(text, i, last)) return counter;
  if (auto counter = MatchFewer(text, i, last)) return counter;
  if (auto counter = MatchMore(text, i, last)) return counter;
  if (auto counter = MatchFallBack(text, i, last)) return counter;
  if (auto counter = MatchOccurrence(text, i, last)) return counter;
  if (auto counter = MatchBareCount(text, i, first, last)) return counter;
  if (auto counter = MatchPeriod(text, i, last)) return counter;
  return MatchEvery(text, i, last);
}

std::optional<Bound::Kind> BoundBefore(Word word) {
  switch (word) {
    case Word::kNotFewerThan:
    case Word::kReach:
      return Bound::Kind::kAtLeast;
    case Word::kFewerThan:
      return Bound::Kind::kLessThan;
    case Word::kMoreThan:
      return Bound::Kind::kMoreThan;
    case Word::kAtMost:
      return Bound::Kind::kAtMost;
    default:
      return std::nullopt;
  }
}

std::optional<Bound::Kind> BoundAfter(const TokenText& text, int i) {
  if (text.Is(i, Word::kOrMore)) return Bound::Kind::kAtLeast;
  if (text.Is(i, Word::kOrLess)) return Bound::Kind::kAtMost;
  return std::nullopt;
}

}  // namespace

std::optional<UnitMatch> MatchUnit(const TokenText& text, int i, int last) {
  if (i >= last) return std::nullopt;
  UnitMatch match;
  if (text.Is(i, Word::kMeasure) || text.Is(i, Word::kTimeUnit)) {
    match = {text.Text(i, i + 1), i + 1};
  } else if (text.Is(i, Word::kPiece)) {
    match = TakePiece(text, i, last);
  } else {
    return std::nullopt;
  }
  match.last = SkipBracketedMeasure(text, match.last, last);
  // 每人每次 → 人次; 项次 is written without the second 每.
  int next = match.last;
  if (text.Is(next, Word::kEvery)) ++next;
  if (next < last && text.Is(next, Word::kMeasure)) {
    match.unit += text.Text(next, next + 1);
    match.last = next + 1;
  }
  return match;
}

std::optional<Counter> FindCounter(const TokenText& text, TokenRange condition) {
  for (int i = condition.last - 1; i >= condition.first; --i) {
    auto counter = MatchCounter(text, i, condition.first, condition.last);
    if (!counter) continue;
    int& first = counter->range.first;
    if (i > condition.first && text.Is(i - 1, Word::kEvery)) first = i - 1;
    // 每人每次 is read from its end: 人 comes before 次.
    if (counter->trigger == Trigger::kEach && first - 2 >= condition.first &&
        text.Is(first, Word::kEvery) && text.Is(first - 1, Word::kMeasure) &&
        text.Is(first - 2, Word::kEvery)) {
      counter->unit.insert(0, text.Text(first - 1, first));
      first -= 2;
    }
    return counter;
  }
  return std::nullopt;
}

std::vector<Bound> FindBounds(const TokenText& text, TokenRange range) {
  std::vector<Bound> bounds;
  for (int i = range.first; i < range.last; ++i) {
    if (!text.Is(i, Word::kNumber) || text.at(i).doubtful) continue;
    Bound bound;
    bound.figure = text.at(i).value;
    int next = i + 1;
    if (next < range.last && IsRateUnit(text, next)) {
      bound.unit = RateUnit(text, next);
      ++next;
    } else if (const auto unit = MatchUnit(text, next, range.last)) {
      bound.unit = unit->unit;
      next = unit->last;
    }
    auto kind = BoundAfter(text, next);
    if (kind) {
      bound.range = {i, next + 1};
    } else {
      // 至少召开4次: a verb of a few characters may stand between.
      int before = i - 1;
      while (before > range.first && i - before <= 3 && text.Is(before, Word::kOther)) --before;
      if (before < range.first) continue;
      kind = BoundBefore(text.at(before).word);
      bound.range = {before, next};
    }
    if (!kind) continue;
    bound.kind = *kind;
    bounds.push_back(bound);
  }
  return bounds;
}

}  // namespace kaoping::rules
