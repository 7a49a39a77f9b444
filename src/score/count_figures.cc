// Rules that hold a figure or a state against what is required: short, over, below, above, ratio,
// missing, rank.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/check.h"
#include "score/count.h"
#include "score/words.h"

namespace kaoping::score {
namespace {

using rules::Effect;
using rules::Rule;
using rules::Trigger;

// How far `value` is past `target` in the direction that the trigger counts.
Decimal Past(Trigger trigger, Decimal target, Decimal value) {
  const bool counts_upward = trigger == Trigger::kOver || trigger == Trigger::kAbove;
  const Decimal past = counts_upward ? value - target : target - value;
  return past.IsNegative() ? Decimal() : past;
}

// “95 − 92.5 = 2.5个百分点”
std::string Difference(const Rule& rule, Decimal target, Decimal value) {
  const bool counts_upward = rule.trigger == Trigger::kOver || rule.trigger == Trigger::kAbove;
  const Decimal more = counts_upward ? value : target;
  const Decimal less = counts_upward ? target : value;
  return fmt::format("{} − {} = {}", Number(more),
                     less.IsNegative() ? "(" + Number(less) + ")" : Number(less),
                     Counted(more - less, rule));
}

// Why a figure that is not past its target counts for nothing.
const char* WithinTarget(const Rule& rule) {
  if (rule.trigger == Trigger::kOver || rule.trigger == Trigger::kAbove)
    return "没有超出要求，不计";
  return SignOf(rule.effect) < 0 ? "已达到要求，不扣分" : "没有减少，不计";
}

// A band counts only its own stretch: a deeper one takes over where it begins.
Decimal WithinBand(Trigger trigger, const Band& band, Decimal value) {
  if (!band.to) return value;
  return trigger == Trigger::kBelow ? std::max(value, *band.to) : std::min(value, *band.to);
}

// ---- missing -----------------------------------------------------------------------------------

// What is known of the components as the days go by. Components shown to exist add up, since each
// is proved by its own paper; a number of absent ones replaces what was known before.
class Components {
 public:
  explicit Components(const Rule& rule) : rule_(rule) {}

  void Take(const Fact& fact) {
    if (fact.missing) {
      absent_ = *fact.missing;
      return;
    }
    for (const std::string& name : *fact.present) present_.insert(name);
    absent_ = static_cast<int>(rule_.of.size() - present_.size());
    by_name_ = true;
  }

  int absent() const { return absent_; }

  std::string Words() const {
    if (!by_name_ || absent_ != static_cast<int>(rule_.of.size() - present_.size())) {
      return fmt::format("缺{}", Counted(Decimal::FromInt(absent_), rule_));
    }
    std::vector<std::string> names;
    std::copy_if(rule_.of.begin(), rule_.of.end(), std::back_inserter(names),
                 [this](const std::string& name) { return !present_.contains(name); });
    if (names.empty()) return "各项齐全";
    return fmt::format("缺{}：{}", fmt::join(names, "、"),
                       Counted(Decimal::FromInt(absent_), rule_));
  }

 private:
  const Rule& rule_;
  std::set<std::string> present_;
  int absent_ = 0;
  bool by_name_ = false;
};

// ---- rank --------------------------------------------------------------------------------------

// The facts that a place may stand in, in order of day: the rule's own, or its whole group's.
std::vector<DatedFact> FactsForPlace(const Counter& counter) {
  const Group* const group = counter.plan.GroupOf(counter.index);
  std::vector<DatedFact> all;
  const std::vector<int> rules =
      group != nullptr && group->shares_place ? group->rules : std::vector<int>{counter.index};
  for (const int rule : rules) {
    for (const DatedFact& dated : counter.selection.Of(rule)) {
      if (dated.fact->place) all.push_back(dated);
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const DatedFact& a, const DatedFact& b) { return a.day < b.day; });
  return all;
}

struct Standing {
  int place = 0;
  std::optional<int> of;
  std::optional<int> from_place;
  friend bool operator==(const Standing&, const Standing&) = default;
};

std::optional<Points> WorthOfPlace(const Counter& counter, const Fact& fact) {
  const Rule& rule = counter.rule();
  if (rule.levels.empty()) return WorthOfStep(counter, &fact);
  for (const rules::Level& level : rule.levels) {
    if (level.name == std::to_string(*fact.place)) return level.points;
  }
  return Points();
}

// Places lost against last year; for what is added, places gained.
int PlacesMoved(const Rule& rule, const Standing& standing) {
  const int lost = standing.place - standing.from_place.value_or(standing.place);
  return SignOf(rule.effect) < 0 ? lost : -lost;
}

Status CountStanding(Counter& counter, const DatedFact& dated, const Standing& standing) {
  const Rule& rule = counter.rule();
  const auto once = [&](bool holds, std::string words) -> Status {
    const Decimal amount = holds ? rule.Per() : Decimal();
    return AddSteps(counter, dated, amount, WorthOfPlace(counter, *dated.fact), std::move(words));
  };
  const std::string place = fmt::format("第{}名", standing.place);
  switch (RankKindOf(rule)) {
    case RankKind::kPlace: {
      const bool holds = !rule.when || rule.when->Holds(Decimal::FromInt(standing.place));
      const std::optional<Points> worth = WorthOfPlace(counter, *dated.fact);
      return once(holds && worth != Points(), place);
    }
    case RankKind::kPlacesLost: {
      const int moved = PlacesMoved(rule, standing);
      const std::string words =
          fmt::format("{}（上年第{}名）", place, standing.from_place.value_or(standing.place));
      if (rule.when) return once(rule.when->Holds(Decimal::FromInt(moved)), words);
      return AddSteps(counter, dated, Decimal::FromInt(std::max(moved, 0)),
                      WorthOfPlace(counter, *dated.fact), words);
    }
    case RankKind::kLast: {
      // Where a person decides the points of a range, the place is theirs to judge too.
      if (rule.range) return once(true, place);
      return once(standing.of == standing.place,
                  fmt::format("{}，共{}个", place, standing.of.value_or(0)));
    }
  }
  KAOPING_CHECK(false);
}

std::optional<Standing> StandingIn(const Fact& fact) {
  if (!fact.place) return std::nullopt;
  return Standing{*fact.place, fact.of, fact.from_place};
}

}  // namespace

Status CountTowardTarget(Counter& counter) {
  const PlannedRule& planned = counter.plan.Rule(counter.index);
  const Rule& rule = planned.rule();
  KAOPING_TRY(const std::optional<Figure> figure, FigureOf(counter));
  if (!figure) return Ok();
  counter.tally.is_decided = true;
  std::optional<Decimal> target = rule.target;
  Decimal value = figure->value;
  if (planned.band) {
    target = planned.band->from;
    value = WithinBand(rule.trigger, *planned.band, value);
  } else if (rule.when && !rule.when->Holds(value)) {
    return Ok();
  }
  if (!target) {
    counter.tally.lacks_figure = true;
    return Ok();
  }
  const Decimal past = Past(rule.trigger, *target, value);
  const Fact* const fact = figure->last.fact;
  if (past.IsZero()) {
    counter.tally.remarks.try_emplace(fact, WithinTarget(rule));
    return Ok();
  }
  // What is still short before the period ends is not yet a loss, though it would be one if nothing
  // more happened; what is gained by it (每减少一起加1分) is certain at the end alone.
  const bool in_parts = rule.trigger == Trigger::kShort;
  const bool gains = rule.effect == Effect::kBonus || rule.effect == Effect::kAward;
  const bool projects = counter.query.reading == Reading::kProjected && !gains;
  if (in_parts && !projects && !IsPeriodOver(counter.plan, counter.query)) {
    counter.tally.remarks[fact] = fmt::format("{}，{}，不计", Difference(rule, *target, value),
                                              gains ? "期末才能算定" : "期末前还能补上");
    return Ok();
  }
  counter.tally.past_target = figure->last.day;
  KAOPING_TRY_STATUS(AddSteps(counter, figure->last, past, WorthOfStep(counter, fact),
                              Difference(rule, *target, value), in_parts));
  if (in_parts && !gains && !counter.tally.entries.empty()) {
    counter.tally.entries.back().is_owed = true;
  }
  return Ok();
}

Status CountRatio(Counter& counter) {
  const Rule& rule = counter.rule();
  KAOPING_TRY(const std::optional<Figure> figure, FigureOf(counter));
  if (!figure) return Ok();
  counter.tally.is_decided = true;
  if (rule.when && !rule.when->Holds(figure->value)) return Ok();
  const Decimal target = rule.target.value_or(Decimal::FromInt(100));
  const std::optional<Points> points = WorthOfStep(counter, figure->last.fact);
  if (!points || !target.IsPositive()) {
    counter.tally.lacks_figure = true;
    return Ok();
  }
  const Decimal value = std::max(std::min(figure->value, target), Decimal());
  const bool is_deduction = SignOf(rule.effect) < 0;
  const Decimal part = is_deduction ? target - value : value;
  const std::optional<Points> worth = MultiplyDivide(*points, part, target);
  if (!worth) return TooLarge(figure->last.fact, counter.plan.Rule(counter.index));
  const std::string words = is_deduction ? fmt::format("1 − {} ÷ {}", Number(value), Number(target))
                                         : fmt::format("{} ÷ {}", Number(value), Number(target));
  return AddEntry(counter, figure->last, Decimal::FromInt(worth->IsZero() ? 0 : 1), points, *worth,
                  words);
}

Status CountMissing(Counter& counter) {
  Components components(counter.rule());
  std::optional<DatedFact> last;
  std::optional<int> of_last_day;
  for (const DatedFact& dated : counter.facts()) {
    if (!dated.fact->present && !dated.fact->missing) continue;
    components.Take(*dated.fact);
    // On one day components add up in any order, but two numbers must be the same.
    const bool same_day = last && last->day == dated.day;
    const bool numbers = dated.fact->missing || (last && last->fact->missing);
    if (same_day && numbers && of_last_day != components.absent()) {
      return Conflict(*last, dated, "missing");
    }
    if (last) counter.tally.remarks[last->fact] = "与此后的记录一并计算";
    last = dated;
    of_last_day = components.absent();
  }
  if (!last) return Ok();
  return AddSteps(counter, *last, Decimal::FromInt(components.absent()),
                  WorthOfStep(counter, last->fact), components.Words());
}

Status CountRank(Counter& counter) {
  const Rule& rule = counter.rule();
  // 每次末位扣1分: every ranking counts; else the latest place does.
  const bool counts_each = rule.per && RankKindOf(rule) != RankKind::kPlacesLost;
  const std::vector<DatedFact> facts = FactsForPlace(counter);
  if (counts_each) {
    for (const DatedFact& dated : facts) {
      KAOPING_TRY_STATUS(CountStanding(counter, dated, *StandingIn(*dated.fact)));
    }
    return Ok();
  }
  KAOPING_TRY(const auto word, LastWord<Standing>(counter, facts, "place", StandingIn));
  if (word) return CountStanding(counter, word->first, word->second);
  if (!rule.range) return Ok();
  // Points decided for a place that was not told.
  KAOPING_TRY(const auto decided, LastWord<Points>(counter, counter.facts(), "points",
                                                   [](const Fact& fact) { return fact.points; }));
  if (!decided) return Ok();
  return AddSteps(counter, decided->first, rule.Per(), decided->second, "认定");
}

}  // namespace kaoping::score
