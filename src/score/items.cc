// SettleItems: bases, awards, forfeits and floors.
//
// An item's deductions stop at what it has earned. That floor is an inner limit: it comes before
// the limits of sections and of the scheme, or else a deduction that an item can no longer feel
// would use up room there and raise the score elsewhere.

#include <algorithm>

#include "score/steps.h"

namespace kaoping::score {
namespace {

using rules::Effect;

// What still counts of the rules with this effect.
Points Sum(const Plan& plan, const Tally& tally, const std::vector<int>& rules, Effect effect) {
  Points sum;
  for (const int rule : rules) {
    if (plan.Rule(rule).rule().effect == effect) sum += CountedOf(tally.Rule(rule));
  }
  return sum;
}

bool StandsInAwardGroup(const Plan& plan, int rule) {
  const Group* const group = plan.GroupOf(rule);
  return group != nullptr && group->has_award;
}

// If one of `rules` is a forfeit that holds, the first takes all of `worth`. What is left of it.
Points Forfeit(const Plan& plan, Tally& tally, const std::vector<int>& rules, Points worth) {
  for (Entry* entry : InOrderOfDay(plan, tally, rules, Effect::kForfeit)) {
    entry->counted = worth;
    worth = Points();
  }
  return worth;
}

// The groups with awards of this item, by their position in the plan.
std::vector<const Group*> AwardGroupsOf(const Plan& plan, const Item& item) {
  std::vector<const Group*> groups;
  for (const Group& group : plan.groups) {
    if (group.has_award && &plan.ItemOf(group.rules.front()) == &item) groups.push_back(&group);
  }
  return groups;
}

// max(0, its largest award − its deductions), and 0 when forfeited.
Points SettleGroup(const Plan& plan, const Group& group, Tally& tally) {
  const Points award =
      Forfeit(plan, tally, group.rules, Sum(plan, tally, group.rules, Effect::kAward));
  CutToMost(InOrderOfDay(plan, tally, group.rules, Effect::kDeduct), award,
            "award " + plan.Rule(group.rules.front()).ref.task->key, {});
  return award - Sum(plan, tally, group.rules, Effect::kDeduct);
}

// Whether the item has an award that the unit can earn; one that is 不适用 is out.
bool HasAward(const Plan& plan, const Item& item, const Tally& tally) {
  return std::any_of(item.rules.begin(), item.rules.end(), [&](int rule) {
    return plan.Rule(rule).rule().effect == Effect::kAward && tally.Rule(rule).Applies();
  });
}

std::vector<int> RulesInAwardGroups(const Plan& plan, const Item& item, bool inside) {
  std::vector<int> rules;
  for (const int rule : item.rules) {
    if (StandsInAwardGroup(plan, rule) == inside) rules.push_back(rule);
  }
  return rules;
}

// Takes what was earned beyond the base out of `worth`, which is what awards left after the
// deductions of their groups. Those come off what does not count first, and to that extent count
// for nothing themselves: else they would use up room in limits that others need.
void KeepToBase(const Plan& plan, const Item& item, ItemTally& own, Tally& tally, Points& worth) {
  const std::vector<int> rules = RulesInAwardGroups(plan, item, true);
  const Points lost = Sum(plan, tally, rules, Effect::kDeduct);
  const Points over = worth + lost - *item.base;
  if (!over.IsPositive()) return;
  own.over_base = over;
  CutToMost(InOrderOfDay(plan, tally, rules, Effect::kDeduct), std::max(lost - over, Points()),
            "base " + item.key, {});
  worth = *item.base - Sum(plan, tally, rules, Effect::kDeduct);
}

// A forfeit that found nothing to take must not pass in silence.
void NoteIdleForfeit(const Plan& plan, const std::vector<int>& rules, Tally& tally) {
  const std::vector<Entry*> forfeits = InOrderOfDay(plan, tally, rules, Effect::kForfeit);
  if (forfeits.empty() || !forfeits.front()->counted.IsZero()) return;
  tally.notes.push_back("“不得分”没有可扣的分：该项没有写明基础分，也没有得分");
}

void SettleItem(const Plan& plan, const Item& item, ItemTally& own, Tally& tally) {
  const std::vector<int> rest = RulesInAwardGroups(plan, item, false);
  // 不得分 takes all by itself: what comes off an award would only use up room in limits, and give
  // it back where those cut.
  const bool is_forfeited = !InOrderOfDay(plan, tally, rest, Effect::kForfeit).empty();
  if (is_forfeited) {
    CutToMost(InOrderOfDay(plan, tally, RulesInAwardGroups(plan, item, true), Effect::kDeduct),
              Points(), "award " + item.key, {});
  }
  Points worth = Sum(plan, tally, rest, Effect::kAward);
  for (const Group* group : AwardGroupsOf(plan, item)) worth += SettleGroup(plan, *group, tally);

  const bool has_base = item.earns_base && item.base.has_value();
  if (has_base && !HasAward(plan, item, tally)) {
    own.base = *item.base;
    worth += own.base;
  } else if (has_base) {
    KeepToBase(plan, item, own, tally, worth);
  }
  worth = Forfeit(plan, tally, rest, worth);
  if (!has_base) return NoteIdleForfeit(plan, rest, tally);
  // Nothing is left to take off a forfeited item, also where deductions may go below 0.
  if (!item.has_floor && !is_forfeited) return;
  CutToMost(InOrderOfDay(plan, tally, rest, Effect::kDeduct), worth, "floor " + item.key, {});
}

}  // namespace

void SettleItems(const Plan& plan, Tally& tally) {
  Points of_items;
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    const Item& item = plan.items[i];
    SettleItem(plan, item, tally.items[i], tally);
    if (item.earns_base) of_items += item.base.value_or(Points());
  }
  if (plan.scheme->settings.base) tally.scheme_base = *plan.scheme->settings.base - of_items;
}

}  // namespace kaoping::score
