#include "score/deduction_fact_test.h"

#include <algorithm>
#include <optional>
#include <set>

namespace kaoping::score {
namespace {

using rules::Effect;
using rules::Rule;
using rules::Trigger;

bool HoldsTrue(const Fact& fact) { return fact.holds.value_or(true); }

bool CountsEvents(const Rule& rule) {
  return rule.trigger == Trigger::kEach || rule.trigger == Trigger::kLate ||
         (rule.trigger == Trigger::kJudged && (!rule.unit.empty() || rule.per));
}

// Whether other facts stand where `fact` would be the latest word: they could have been worse.
bool IsFirstWord(const Plan& plan, const std::vector<Fact>& facts, std::size_t index) {
  const int rule = plan.names.at(facts[index].rule);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (i == index || facts[i].unit != facts[index].unit) continue;
    const int other = plan.names.at(facts[i].rule);
    const bool same_group =
        plan.Rule(rule).group && plan.Rule(rule).group == plan.Rule(other).group;
    if (other == rule || same_group) return false;
  }
  return true;
}

bool IsIn(const std::vector<int>& rules, int rule) {
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

bool IsAggravated(const Plan& plan, int rule) {
  return std::any_of(plan.rules.begin(), plan.rules.end(),
                     [rule](const PlannedRule& other) { return other.on_top_of == rule; });
}

bool IsAggravatedOrAggravates(const Plan& plan, int rule) {
  return plan.Rule(rule).on_top_of.has_value() || IsAggravated(plan, rule);
}

// Whether works are told apart under the rule.
bool TellsWorksApart(const Plan& plan, int rule) {
  return std::any_of(plan.highest.begin(), plan.highest.end(),
                     [rule](const PlannedPolicy& policy) { return IsIn(policy.rules, rule); }) ||
         std::any_of(plan.limits.begin(), plan.limits.end(), [rule](const PlannedLimit& limit) {
           return limit.stage == PlannedLimit::Stage::kEachWork && IsIn(limit.rules, rule);
         });
}

// Whether the fact says more than that something happened: what it is one with, or which other
// event completes a step.
bool SaysWhatIsOne(const Plan& plan, int at, const Fact& fact) {
  const Rule& rule = plan.Rule(at).rule();
  const bool varies = IsDecided(rule) || !rule.levels.empty();
  const bool aggravation = IsAggravatedOrAggravates(plan, at);
  // Only so many aggravations count as there is to aggravate, and one may be of another work.
  if (aggravation && TellsWorksApart(plan, at)) return true;
  // One of a case takes the place of one without, on which something of another case may stand.
  if (plan.Rule(at).on_top_of && IsAggravated(plan, at) && !fact.case_id.empty()) return true;
  if (rule.Per() != Decimal::FromInt(1)) {
    return aggravation || TellsWorksApart(plan, at) || (varies && !fact.case_id.empty());
  }
  const bool is_part = fact.count && !fact.count->IsWhole();
  return !fact.case_id.empty() && (!fact.work.empty() || (varies && (aggravation || is_part)));
}

// The rules that some limit, floor or award binds together, in the order in which they cut.
std::vector<std::set<int>> BoundTogether(const Plan& plan) {
  std::vector<std::set<int>> bound;
  const auto add = [&plan, &bound](const std::vector<int>& rules, auto belongs) {
    std::set<int>& set = bound.emplace_back();
    for (const int rule : rules) {
      if (plan.Rule(rule).rule().effect == Effect::kDeduct && belongs(rule)) set.insert(rule);
    }
  };
  const auto any = [](int) { return true; };
  const auto stands_in_award_group = [&plan](int rule) {
    const Group* const group = plan.GroupOf(rule);
    return group != nullptr && group->has_award;
  };
  const auto add_limits = [&](bool outer) {
    for (const PlannedLimit& limit : plan.limits) {
      if (limit.at_most && outer == (limit.stage >= PlannedLimit::Stage::kSection)) {
        add(limit.rules, any);
      }
    }
  };
  add_limits(false);
  for (const Group& group : plan.groups) {
    if (group.has_award) add(group.rules, any);
  }
  for (const Item& item : plan.items) {
    if (!item.earns_base || !item.base || !item.has_floor) continue;
    add(item.rules, [&](int rule) { return !stands_in_award_group(rule); });
  }
  add_limits(true);
  return bound;
}

bool AreApart(const std::set<int>& a, const std::set<int>& b) {
  return std::none_of(a.begin(), a.end(), [&b](int rule) { return b.contains(rule); });
}

bool IsWithin(const std::set<int>& a, const std::set<int>& b) {
  return std::includes(b.begin(), b.end(), a.begin(), a.end());
}

}  // namespace

bool TellsOfAWorkAgain(const Plan& plan, const std::vector<Fact>& facts, std::size_t index) {
  const Fact& fact = facts[index];
  if (fact.work.empty()) return false;
  const int at = plan.names.at(fact.rule);
  return std::any_of(plan.highest.begin(), plan.highest.end(), [&](const PlannedPolicy& policy) {
    if (!IsIn(policy.rules, at)) return false;
    const auto same = std::count_if(facts.begin(), facts.end(), [&](const Fact& other) {
      return other.unit == fact.unit && other.work == fact.work &&
             IsIn(policy.rules, plan.names.at(other.rule));
    });
    return same > 1;
  });
}

bool IsDeductionFact(const Plan& plan, const std::vector<Fact>& facts, std::size_t index) {
  const Fact& fact = facts[index];
  const int at = plan.names.at(fact.rule);
  const Rule& rule = plan.Rule(at).rule();
  if (rule.effect != Effect::kDeduct && rule.effect != Effect::kForfeit) return false;
  if (rule.times && *rule.times < Decimal::FromInt(1)) return false;
  if (ForfeitsDebts(plan, at)) return false;
  if (!HoldsTrue(fact) || fact.applies || !fact.reverses.empty()) return false;
  if (SaysWhatIsOne(plan, at, fact) || TellsOfAWorkAgain(plan, facts, index)) return false;
  const Group* const group = plan.GroupOf(at);
  const bool adds_too =
      group != nullptr && std::any_of(group->rules.begin(), group->rules.end(), [&plan](int other) {
        const Effect effect = plan.Rule(other).rule().effect;
        return effect == Effect::kAward || effect == Effect::kBonus;
      });
  const bool tells_how_far =
      fact.value || fact.add || fact.place || fact.late || fact.missing || fact.present;
  if (adds_too && tells_how_far) return false;
  const bool is_event = rule.effect == Effect::kDeduct && CountsEvents(rule) && !fact.holds &&
                        !fact.value && !fact.add && !fact.place;
  return is_event || IsFirstWord(plan, facts, index);
}

bool ForfeitsDebts(const Plan& plan, int rule) {
  for (std::size_t i = 0; i < plan.rules.size(); ++i) {
    const auto other = static_cast<int>(i);
    if (plan.rules[i].rule().effect != Effect::kForfeit || plan.ItemOf(other).has_floor) continue;
    std::optional<int> at = other;
    while (at && *at != rule) at = plan.Rule(*at).on_top_of;
    if (at) return true;
  }
  return false;
}

bool LimitsAreNested(const Plan& plan) {
  const std::vector<std::set<int>> bound = BoundTogether(plan);
  for (std::size_t i = 0; i < bound.size(); ++i) {
    for (std::size_t j = i + 1; j < bound.size(); ++j) {
      if (!AreApart(bound[i], bound[j]) && !IsWithin(bound[i], bound[j])) return false;
    }
    for (const Group& group : plan.groups) {
      std::set<int> tiers;
      for (const int rule : group.rules) {
        if (plan.Rule(rule).rule().effect == Effect::kDeduct) tiers.insert(rule);
      }
      if (group.has_award || AreApart(bound[i], tiers) || IsWithin(tiers, bound[i])) continue;
      // One tier's own limit is part of what the tier is worth.
      if (bound[i].size() != 1) return false;
    }
  }
  return true;
}

}  // namespace kaoping::score
