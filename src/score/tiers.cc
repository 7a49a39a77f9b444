// ChooseTiers: of each group at most one rule applies.

#include <algorithm>
#include <vector>

#include "score/steps.h"

namespace kaoping::score {
namespace {

using rules::Effect;

// Rules that stand or fall together: one rule, or the nested bands of one rate, and what aggravates
// them, which is not by itself a member of the group.
using Alternative = std::vector<int>;

// Adds what stands on the alternative: 扣1分，情节严重的加扣1.5分 is 2.5 against a tier of 2.
Alternative WithAggravations(const Plan& plan, const Group& group, Alternative alternative) {
  const Effect effect = plan.Rule(alternative.front()).rule().effect;
  const auto has = [&alternative](int rule) {
    return std::find(alternative.begin(), alternative.end(), rule) != alternative.end();
  };
  // An aggravation may stand before or after what it aggravates, so look until none is found.
  for (bool found = true; found;) {
    found = false;
    for (std::size_t i = 0; i < plan.rules.size(); ++i) {
      const int rule = static_cast<int>(i);
      const PlannedRule& planned = plan.rules[i];
      const bool stands_on_it = planned.on_top_of && has(*planned.on_top_of) && !has(rule) &&
                                planned.rule().effect == effect && plan.GroupOf(rule) != &group;
      if (!stands_on_it) continue;
      alternative.push_back(rule);
      found = true;
    }
  }
  return alternative;
}

std::vector<Alternative> AlternativesOf(const Plan& plan, const Group& group, Effect effect) {
  std::vector<Alternative> alternatives;
  Alternative bands;
  for (const int index : group.rules) {
    if (plan.Rule(index).rule().effect != effect) continue;
    if (plan.Rule(index).band) {
      bands.push_back(index);
    } else {
      alternatives.push_back(WithAggravations(plan, group, {index}));
    }
  }
  if (!bands.empty()) alternatives.push_back(WithAggravations(plan, group, bands));
  return alternatives;
}

// Whether all that the limit can cut with this effect is part of the alternative.
bool IsOwn(const Plan& plan, const PlannedLimit& limit, const Alternative& alternative) {
  const Effect effect = plan.Rule(alternative.front()).rule().effect;
  return std::all_of(limit.rules.begin(), limit.rules.end(), [&](int rule) {
    return plan.Rule(rule).rule().effect != effect ||
           std::find(alternative.begin(), alternative.end(), rule) != alternative.end();
  });
}

// What the alternative is worth with each work once, and by the limits that are part of it:
// 每处扣1分，最多扣3分 is never more than 3.
Points WorthOf(const Plan& plan, const Tally& tally, const Alternative& alternative) {
  std::vector<const PlannedLimit*> own;
  for (const PlannedLimit& limit : plan.limits) {
    if (IsOwn(plan, limit, alternative)) own.push_back(&limit);
  }
  Points sum;
  if (own.empty() && plan.highest.empty()) {
    for (const int rule : alternative) sum += CountedOf(tally.Rule(rule));
    return sum;
  }
  Tally alone;
  alone.rules.resize(plan.rules.size());
  for (const int rule : alternative) alone.Rule(rule) = tally.Rule(rule);
  KeepEachWorkOnce(plan, plan.Rule(alternative.front()).rule().effect, alone);
  for (const PlannedLimit* limit : own) ApplyLimit(plan, *limit, alone);
  for (const int rule : alternative) sum += CountedOf(alone.Rule(rule));
  return sum;
}

// Keeps the alternative worth most, the first of equals.
void KeepLargest(const Plan& plan, const Group& group, Effect effect, Tally& tally) {
  const std::vector<Alternative> alternatives = AlternativesOf(plan, group, effect);
  std::vector<Points> worth;
  for (const Alternative& alternative : alternatives) {
    worth.push_back(WorthOf(plan, tally, alternative));
  }
  const auto largest = std::max_element(worth.begin(), worth.end()) - worth.begin();
  for (std::size_t i = 0; i < alternatives.size(); ++i) {
    if (static_cast<std::ptrdiff_t>(i) == largest) continue;
    for (const int rule : alternatives[i]) {
      const bool is_aggravation = plan.GroupOf(rule) != &group;
      SetAside(tally.Rule(rule),
               is_aggravation ? "所加重的一项没有计分，不计" : "与同组另一项只取其一，取较大的");
    }
  }
}

// What stands on a rule of which nothing counts has nothing to aggravate or to lessen.
void DropWhatStandsOnNothing(const Plan& plan, Tally& tally) {
  std::vector<int> order;
  for (std::size_t i = 0; i < plan.rules.size(); ++i) {
    if (plan.rules[i].on_top_of) order.push_back(static_cast<int>(i));
  }
  std::stable_sort(order.begin(), order.end(),
                   [&plan](int a, int b) { return Depth(plan, a) < Depth(plan, b); });
  for (const int rule : order) {
    const std::vector<Entry>& below = tally.Rule(*plan.Rule(rule).on_top_of).entries;
    if (std::any_of(below.begin(), below.end(), [](const Entry& e) { return e.Counts(); }))
      continue;
    for (Entry& entry : tally.Rule(rule).entries) {
      SetAside(entry, entry.lessens.IsPositive() ? "所减轻的一项没有计分，不减"
                                                 : "所加重的一项没有计分，不计");
    }
  }
}

// A group of aggravations is settled before the group that they stand on.
std::vector<const Group*> InnerFirst(const Plan& plan) {
  const auto depth = [&plan](const Group* group) {
    int deepest = 0;
    for (const int rule : group->rules) deepest = std::max(deepest, Depth(plan, rule));
    return deepest;
  };
  std::vector<const Group*> groups;
  for (const Group& group : plan.groups) groups.push_back(&group);
  std::stable_sort(groups.begin(), groups.end(),
                   [&depth](const Group* a, const Group* b) { return depth(a) > depth(b); });
  return groups;
}

}  // namespace

void ChooseTiers(const Plan& plan, Tally& tally) {
  for (const Group* group : InnerFirst(plan)) {
    if (group->has_award) {
      KeepLargest(plan, *group, Effect::kAward, tally);
    } else {
      KeepLargest(plan, *group, Effect::kDeduct, tally);
      KeepLargest(plan, *group, Effect::kBonus, tally);
    }
  }
  DropWhatStandsOnNothing(plan, tally);
}

}  // namespace kaoping::score
