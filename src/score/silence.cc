// HearSilence: what it means that nothing was recorded.

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "score/count.h"
#include "score/steps.h"
#include "score/words.h"

namespace kaoping::score {
namespace {

using rules::Effect;
using rules::Nature;
using rules::Rule;
using rules::Trigger;

// After every day that a fact can have: what would be lost is cut by limits last.
const Date kAfterAllFacts = Date::FromYmd(2199, 12, 31).value();

bool IsStated(const Plan& plan, const Tally& tally, int rule) {
  return !tally.Rule(rule).entries.empty() && plan.Rule(rule).rule().trigger == Trigger::kOccurs;
}

// Whether what is known of the rest of its group leaves nothing to say about this rule: the states
// of one measure exclude one another; beside an award only other awards and forfeits do.
bool IsSettledByGroup(const Plan& plan, const Tally& tally, int index) {
  const Group* const group = plan.GroupOf(index);
  if (group == nullptr) return false;
  const auto is_award_or_forfeit = [&plan](int rule) {
    const Effect effect = plan.Rule(rule).rule().effect;
    return effect == Effect::kAward || effect == Effect::kForfeit;
  };
  return std::any_of(group->rules.begin(), group->rules.end(), [&](int other) {
    if (other == index) return false;
    const Rule& rule = plan.Rule(other).rule();
    const bool by_figure =
        group->shares_figure && (rule.when || CountsFigure(rule)) && tally.Rule(other).is_decided;
    if (by_figure) return true;
    if (!group->has_award) return IsStated(plan, tally, other);
    return is_award_or_forfeit(index) && is_award_or_forfeit(other) &&
           !tally.Rule(other).entries.empty();
  });
}

// Whether a rule of this kind is open until something is recorded.
bool AsksForAWord(const Rule& rule) {
  // Nobody has to show that a mitigation does not hold.
  if (rule.times && *rule.times < Decimal::FromInt(1)) return false;
  if (rule.effect == Effect::kAward) return true;
  if (rule.effect == Effect::kBonus) return false;
  switch (rule.trigger) {
    case Trigger::kOccurs:
      return rule.nature == Nature::kDuty;
    case Trigger::kMissing:
      return rule.nature != Nature::kIncident;
    case Trigger::kShort:
    case Trigger::kBelow:
    case Trigger::kRatio:
      return true;
    case Trigger::kEach:
    case Trigger::kOver:
    case Trigger::kAbove:
    case Trigger::kLate:
    case Trigger::kRank:
    case Trigger::kJudged:
      return false;
  }
  KAOPING_CHECK(false);
}

// A judgement or a place that is still to come may cost something that nobody can name yet.
bool MayCostUnknown(const Rule& rule) {
  return SignOf(rule.effect) < 0 &&
         (rule.trigger == Trigger::kJudged || rule.trigger == Trigger::kRank);
}

// Whether something stops what the rule takes off: a limit, an award it comes off, or a base.
bool IsBounded(const Plan& plan, int index) {
  const Group* const group = plan.GroupOf(index);
  if (group != nullptr && group->has_award) return true;
  const Item& item = plan.ItemOf(index);
  if (item.earns_base && item.base && item.has_floor) return true;
  return std::any_of(plan.limits.begin(), plan.limits.end(), [index](const PlannedLimit& limit) {
    return limit.at_most && limit.stage != PlannedLimit::Stage::kEachWork &&
           std::find(limit.rules.begin(), limit.rules.end(), index) != limit.rules.end();
  });
}

// How much of what the rule counts would be against the unit if nothing more happened, in the
// rule's unit; nothing where it has no bound.
std::optional<Decimal> AmountOfNothing(const Plan& plan, int index) {
  const PlannedRule& planned = plan.Rule(index);
  const Rule& rule = planned.rule();
  // Where a figure of 0 is no matter of this rule, how much it may cost has no bound.
  if (CountsFigure(rule) && rule.when && !planned.band && !rule.when->Holds(Decimal())) {
    return std::nullopt;
  }
  switch (rule.trigger) {
    case Trigger::kOccurs:
    case Trigger::kRatio:
      return rule.Per();
    case Trigger::kShort:
      return rule.target;
    case Trigger::kMissing:
      if (rule.of.empty()) return rule.target;
      return Decimal::FromInt(static_cast<std::int64_t>(rule.of.size()));
    case Trigger::kBelow: {
      if (!IsBounded(plan, index)) return std::nullopt;
      const std::optional<Decimal> from = planned.band ? planned.band->from : rule.target;
      if (!from || !from->IsPositive()) return std::nullopt;
      const Decimal to = planned.band ? planned.band->to.value_or(Decimal()) : Decimal();
      return *from - std::max(to, Decimal());
    }
    case Trigger::kEach:
    case Trigger::kOver:
    case Trigger::kAbove:
    case Trigger::kLate:
    case Trigger::kRank:
    case Trigger::kJudged:
      return std::nullopt;
  }
  KAOPING_CHECK(false);
}

std::string WordsOfNothing(const Rule& rule, Decimal amount) {
  switch (rule.trigger) {
    case Trigger::kShort:
      return fmt::format("{} − 0 = {}", Number(amount), Counted(amount, rule));
    case Trigger::kMissing:
      return fmt::format("缺{}", Counted(amount, rule));
    case Trigger::kRatio:
      return "1 − 0";
    case Trigger::kBelow:
      return fmt::format("按0计，低{}", Counted(amount, rule));
    default:
      return "1次";
  }
}

Status Project(Counter& counter) {
  const Rule& rule = counter.rule();
  const bool takes_nothing = rule.effect == Effect::kAward;
  if (takes_nothing) return Ok();
  const std::optional<Decimal> amount = AmountOfNothing(counter.plan, counter.index);
  const std::optional<Points> each = WorthOfStep(counter, nullptr);
  const bool is_aggravation = rule.times && rule.on_top_of;
  if (!amount || (!each && !is_aggravation)) {
    counter.tally.is_unbounded = true;
    return Ok();
  }
  KAOPING_TRY_STATUS(AddSteps(counter, {nullptr, kAfterAllFacts}, *amount, each,
                              WordsOfNothing(rule, *amount), rule.trigger == Trigger::kShort));
  counter.tally.is_decided = false;
  if (!counter.tally.entries.empty()) counter.tally.entries.back().is_owed = true;
  return Ok();
}

}  // namespace

Status HearSilence(const Plan& plan, const Selection& selection, const Query& query, Tally& tally) {
  // Found before anything is projected, so that what would be lost under one rule does not settle
  // another.
  for (std::size_t i = 0; i < plan.rules.size(); ++i) {
    const int index = static_cast<int>(i);
    RuleTally& own = tally.rules[i];
    const std::optional<int>& base = plan.rules[i].on_top_of;
    const bool nothing_to_aggravate =
        base && tally.Rule(*base).entries.empty() && !tally.Rule(*base).is_open;
    const bool is_silent = own.Applies() && !own.is_decided && !nothing_to_aggravate &&
                           !IsSettledByGroup(plan, tally, index);
    own.is_open = own.lacks_figure || (is_silent && AsksForAWord(plan.rules[i].rule()));
    own.is_unbounded = own.lacks_figure || (is_silent && MayCostUnknown(plan.rules[i].rule()));
  }
  if (query.reading != Reading::kProjected) return Ok();
  for (std::size_t i = 0; i < plan.rules.size(); ++i) {
    if (!tally.rules[i].is_open || tally.rules[i].lacks_figure) continue;
    Counter counter{plan, selection, query, static_cast<int>(i), tally.rules[i]};
    KAOPING_TRY_STATUS(Project(counter));
  }
  return Ok();
}

}  // namespace kaoping::score
