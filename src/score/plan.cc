#include "score/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "base/check.h"

namespace kaoping::score {
namespace {

using rules::Effect;
using rules::Rule;
using rules::Trigger;
using scheme::Criterion;
using scheme::Section;
using scheme::Task;

// ---- Items -------------------------------------------------------------------------------------

// The task whose item `task` belongs to: what it shares a base or a criterion with, else itself.
std::string HeadOf(const scheme::Scheme& scheme, const Task& task) {
  std::string head = task.key;
  for (const Task* at = &task; at != nullptr;) {
    head = at->key;
    const std::string& base = at->base ? at->base->same_as : std::string();
    const std::string& criterion = at->criterion ? at->criterion->same_as : std::string();
    // A same_as always names an earlier task, so this ends.
    at = scheme::FindTask(scheme, base.empty() ? criterion : base);
  }
  return head;
}

// Bonuses and uses are not earned toward a base.
bool EarnsBase(const Section& section) {
  return section.kind == Section::Kind::kOrdinary || section.kind == Section::Kind::kIndividual;
}

// A section with a base whose tasks have none is one item: nothing says how its base is divided.
bool IsOneItem(const Section& section) {
  return EarnsBase(section) && section.base &&
         std::none_of(section.tasks.begin(), section.tasks.end(),
                      [](const Task& task) { return task.base.has_value(); });
}

// Numbers the items and says which each task belongs to.
class ItemMaker {
 public:
  explicit ItemMaker(Plan& plan) : plan_(plan) {}

  void Make() {
    for (const Section& section : plan_.scheme->sections) {
      const bool one_item = IsOneItem(section);
      for (const Task& task : section.tasks) {
        const std::string head = one_item ? section.tasks.front().key : HeadOf(*plan_.scheme, task);
        Item& item = Find(head);
        of_task_[task.key] = static_cast<int>(&item - plan_.items.data());
        item.earns_base = item.earns_base || EarnsBase(section);
        if (task.base && task.base->points) AddBase(item, *task.base->points);
      }
      if (one_item && !section.tasks.empty()) {
        AddBase(Find(section.tasks.front().key), *section.base);
      }
    }
  }

  int Of(const Task& task) const { return of_task_.at(task.key); }

 private:
  Item& Find(const std::string& head) {
    for (Item& item : plan_.items) {
      if (item.key == head) return item;
    }
    plan_.items.emplace_back().key = head;
    return plan_.items.back();
  }

  static void AddBase(Item& item, Points points) {
    item.base = item.base.value_or(Points()) + points;
  }

  Plan& plan_;
  std::map<std::string, int> of_task_;
};

// ---- Groups and bands --------------------------------------------------------------------------

// Where a rate rule begins to count: its threshold if it has one, else its target.
std::optional<Decimal> BandStart(const Rule& rule) {
  if (rule.when) {
    const rules::When& when = *rule.when;
    const auto& first = rule.trigger == Trigger::kBelow ? when.less_than : when.more_than;
    const auto& second = rule.trigger == Trigger::kBelow ? when.at_most : when.at_least;
    if (first) return first;
    if (second) return second;
  }
  return rule.target;
}

// Where its own threshold stops it: 低于90%高于80%的 counts no further than 80.
std::optional<Decimal> BandEnd(const Rule& rule) {
  if (!rule.when) return std::nullopt;
  const rules::When& when = *rule.when;
  if (rule.trigger == Trigger::kBelow) return when.at_least ? when.at_least : when.more_than;
  return when.at_most ? when.at_most : when.less_than;
}

// The end that comes first as a rate goes from band to band.
std::optional<Decimal> Nearer(Trigger trigger, std::optional<Decimal> a, std::optional<Decimal> b) {
  if (!a || !b) return a ? a : b;
  return trigger == Trigger::kBelow ? std::max(*a, *b) : std::min(*a, *b);
}

// Nested rate bands: rules of one group that count the same rate from different thresholds.
void FindBands(Plan& plan, Group& group, Effect effect, Trigger trigger) {
  std::vector<std::pair<Decimal, int>> starts;
  for (const int index : group.rules) {
    const Rule& rule = plan.Rule(index).rule();
    if (rule.effect != effect || rule.trigger != trigger) continue;
    const std::optional<Decimal> start = BandStart(rule);
    if (start) starts.emplace_back(*start, index);
  }
  std::sort(starts.begin(), starts.end());
  if (trigger == Trigger::kBelow) std::reverse(starts.begin(), starts.end());
  const bool nested =
      starts.size() > 1 && std::adjacent_find(starts.begin(), starts.end(), [](auto& a, auto& b) {
                             return a.first == b.first;
                           }) == starts.end();
  if (!nested) return;
  group.shares_figure = true;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    PlannedRule& planned = plan.rules[static_cast<std::size_t>(starts[i].second)];
    std::optional<Decimal> next;
    if (i + 1 < starts.size()) next = starts[i + 1].first;
    planned.band = Band{starts[i].first, Nearer(trigger, next, BandEnd(planned.rule()))};
  }
}

void MakeGroups(Plan& plan) {
  std::map<std::pair<const Criterion*, int>, int> known;
  for (std::size_t i = 0; i < plan.rules.size(); ++i) {
    PlannedRule& planned = plan.rules[i];
    const Rule& rule = planned.rule();
    if (!rule.one_of) continue;
    const auto [found, is_new] = known.try_emplace({planned.ref.criterion, *rule.one_of},
                                                   static_cast<int>(plan.groups.size()));
    if (is_new) plan.groups.emplace_back();
    planned.group = found->second;
    Group& group = plan.groups[static_cast<std::size_t>(found->second)];
    group.rules.push_back(static_cast<int>(i));
    group.has_award = group.has_award || rule.effect == Effect::kAward;
    const bool is_rank = rule.trigger == Trigger::kRank;
    group.shares_place = group.shares_place || is_rank;
    group.shares_figure = group.shares_figure || (rule.when && !is_rank);
  }
  for (Group& group : plan.groups) {
    for (const Effect effect : {Effect::kDeduct, Effect::kBonus}) {
      FindBands(plan, group, effect, Trigger::kBelow);
      FindBands(plan, group, effect, Trigger::kAbove);
    }
  }
}

// ---- Limits and policies -----------------------------------------------------------------------

template <typename Predicate>
std::vector<int> RulesWhere(const Plan& plan, Predicate&& holds) {
  std::vector<int> found;
  for (std::size_t i = 0; i < plan.rules.size(); ++i) {
    if (holds(plan.rules[i])) found.push_back(static_cast<int>(i));
  }
  return found;
}

std::vector<int> RulesOf(const Plan& plan, const Section& section) {
  return RulesWhere(plan, [&](const PlannedRule& rule) { return rule.ref.section == &section; });
}

std::vector<int> RulesOf(const Plan& plan, const Criterion& criterion) {
  return RulesWhere(plan,
                    [&](const PlannedRule& rule) { return rule.ref.criterion == &criterion; });
}

// What “base” means for a limit on `rules`: the award of the group that all of them stand in, else
// the base of the item that all of them belong to.
std::optional<Points> BaseFor(const Plan& plan, const std::vector<int>& rules) {
  if (rules.empty()) return std::nullopt;
  const PlannedRule& first = plan.Rule(rules.front());
  const auto all = [&](auto same) {
    return std::all_of(rules.begin(), rules.end(), [&](int rule) { return same(plan.Rule(rule)); });
  };
  const Group* const group = plan.GroupOf(rules.front());
  if (group != nullptr && group->has_award &&
      all([&](const PlannedRule& rule) { return rule.group == first.group; })) {
    std::optional<Points> award;
    for (const int rule : group->rules) {
      if (plan.Rule(rule).rule().effect != Effect::kAward) continue;
      const std::optional<Points> worth = LargestWorth(plan, rule);
      if (worth && (!award || *award < *worth)) award = worth;
    }
    if (award) return award;
  }
  if (!all([&](const PlannedRule& rule) { return rule.item == first.item; })) return std::nullopt;
  return plan.ItemOf(rules.front()).base;
}

void AddLimit(Plan& plan, std::string name, const rules::Limit& limit, PlannedLimit::Stage stage,
              std::vector<int> rules, std::optional<Points> base) {
  if (rules.empty()) return;
  plan.limits.push_back({.name = std::move(name),
                         .stage = stage,
                         .rules = std::move(rules),
                         .at_most = limit.at_most ? limit.at_most : base,
                         .is_base = !limit.at_most.has_value(),
                         .span = limit.span});
}

void AddLimit(Plan& plan, const Section& section, const Criterion& criterion, std::string name,
              const rules::Limit& limit) {
  using Scope = rules::Limit::Scope;
  using Stage = PlannedLimit::Stage;
  Scope scope = limit.scope;
  // A limit alone in its cell binds its section.
  if (scope == Scope::kRules && criterion.rules.empty()) scope = Scope::kSection;
  switch (scope) {
    case Scope::kRules: {
      std::vector<int> rules = RulesOf(plan, criterion);
      if (!limit.rules.empty()) {
        const int first = rules.front();
        rules = limit.rules;
        for (int& rule : rules) rule += first;
      }
      const std::optional<Points> base = BaseFor(plan, rules);
      const Stage stage = limit.each.empty() ? Stage::kRules : Stage::kEachWork;
      return AddLimit(plan, std::move(name), limit, stage, std::move(rules), base);
    }
    case Scope::kSection: {
      std::vector<int> rules = RulesOf(plan, section);
      const std::optional<Points> base = section.base ? section.base : BaseFor(plan, rules);
      return AddLimit(plan, std::move(name), limit, Stage::kSection, std::move(rules), base);
    }
    case Scope::kEveryItem:
      for (const Item& item : plan.items) {
        AddLimit(plan, name, limit, Stage::kItem, item.rules, item.base);
      }
      return;
    case Scope::kScheme:
      return AddLimit(plan, std::move(name), limit, Stage::kScheme,
                      RulesWhere(plan, [](const PlannedRule&) { return true; }),
                      plan.scheme->settings.base);
  }
  KAOPING_CHECK(false);
}

void AddPolicy(Plan& plan, const Section& section, const Criterion& criterion, std::string name,
               const rules::Policy& policy) {
  // A policy alone in its cell binds its section.
  const bool whole_section = policy.whole_section || criterion.rules.empty();
  std::vector<int> rules = whole_section ? RulesOf(plan, section) : RulesOf(plan, criterion);
  switch (policy.kind) {
    case rules::Policy::Kind::kHighestOnly:
      plan.highest.push_back({std::move(name), std::move(rules), policy.span});
      return;
    case rules::Policy::Kind::kNoFloor:
      for (const int rule : rules) {
        plan.items[static_cast<std::size_t>(plan.Rule(rule).item)].has_floor = false;
      }
      return;
  }
  KAOPING_CHECK(false);
}

// A work that counts once in a section counts once in each of its criteria, so a policy whose rules
// all stand under a wider one says nothing more.
void DropCoveredPolicies(Plan& plan) {
  const std::vector<PlannedPolicy> all = plan.highest;
  std::erase_if(plan.highest, [&all](const PlannedPolicy& policy) {
    return std::any_of(all.begin(), all.end(), [&policy](const PlannedPolicy& wider) {
      const bool covers = std::includes(wider.rules.begin(), wider.rules.end(),
                                        policy.rules.begin(), policy.rules.end());
      // Of two that cover each other the first named stays.
      return covers && (wider.rules.size() > policy.rules.size() || wider.name < policy.name);
    });
  });
}

void AddLimitsAndPolicies(Plan& plan) {
  for (const Section& section : plan.scheme->sections) {
    for (const Task& task : section.tasks) {
      if (!task.criterion || task.criterion->held) continue;
      const Criterion& criterion = *task.criterion;
      for (std::size_t i = 0; i < criterion.limits.size(); ++i) {
        AddLimit(plan, section, criterion, scheme::LimitName(task.key, i), criterion.limits[i]);
      }
      for (std::size_t i = 0; i < criterion.policies.size(); ++i) {
        AddPolicy(plan, section, criterion, scheme::LimitName(task.key, i), criterion.policies[i]);
      }
    }
  }
  if (plan.scheme->settings.bonus_cap) {
    plan.limits.push_back(
        {.name = "bonus_cap",
         .stage = PlannedLimit::Stage::kScheme,
         .rules = RulesWhere(
             plan, [](const PlannedRule& rule) { return rule.rule().effect == Effect::kBonus; }),
         .at_most = plan.scheme->settings.bonus_cap,
         .is_base = false,
         .span = {}});
  }
  // Inner before outer: by stage, and among limits on rules those on fewer rules first.
  std::stable_sort(
      plan.limits.begin(), plan.limits.end(), [](const PlannedLimit& a, const PlannedLimit& b) {
        return std::make_pair(a.stage, a.rules.size()) < std::make_pair(b.stage, b.rules.size());
      });
  DropCoveredPolicies(plan);
}

}  // namespace

const Group* Plan::GroupOf(int rule) const {
  const std::optional<int>& group = Rule(rule).group;
  return group ? &groups[static_cast<std::size_t>(*group)] : nullptr;
}

Plan MakePlan(const scheme::Scheme& scheme) {
  Plan plan;
  plan.scheme = &scheme;
  ItemMaker items(plan);
  items.Make();
  for (const scheme::RuleRef& ref : scheme::AllRules(scheme)) {
    if (ref.criterion->held) {
      plan.held.push_back(ref);
      continue;
    }
    const int index = static_cast<int>(plan.rules.size());
    PlannedRule planned;
    planned.ref = ref;
    planned.item = items.Of(*ref.task);
    if (ref.Get().rule.on_top_of) planned.on_top_of = index - ref.index + *ref.Get().rule.on_top_of;
    plan.names.emplace(ref.Get().key, index);
    plan.names.emplace(ref.Get().id, index);
    Item& item = plan.items[static_cast<std::size_t>(planned.item)];
    item.rules.push_back(index);
    item.has_award = item.has_award || ref.Get().rule.effect == Effect::kAward;
    plan.rules.push_back(planned);
  }
  MakeGroups(plan);
  AddLimitsAndPolicies(plan);
  return plan;
}

bool CountsFigure(const Rule& rule) {
  switch (rule.trigger) {
    case Trigger::kShort:
    case Trigger::kOver:
    case Trigger::kBelow:
    case Trigger::kAbove:
    case Trigger::kRatio:
      return true;
    case Trigger::kOccurs:
    case Trigger::kEach:
    case Trigger::kMissing:
    case Trigger::kLate:
    case Trigger::kRank:
    case Trigger::kJudged:
      return false;
  }
  KAOPING_CHECK(false);
}

bool TakesFigure(const Plan& plan, int rule) {
  const Rule& own = plan.Rule(rule).rule();
  if (CountsFigure(own)) return true;
  if (own.when && own.trigger != Trigger::kRank) return true;
  const Group* const group = plan.GroupOf(rule);
  return group != nullptr && group->shares_figure;
}

RankKind RankKindOf(const Rule& rule) {
  const bool in_places = rule.unit == "位次" || rule.unit == "位" || rule.unit == "名";
  if (rule.when && !rule.when->from && !rule.when->to) return RankKind::kPlacesLost;
  if (!rule.levels.empty() || rule.when) return RankKind::kPlace;
  return in_places ? RankKind::kPlacesLost : RankKind::kLast;
}

bool IsDecided(const Rule& rule) {
  return rule.trigger == Trigger::kJudged || rule.range.has_value();
}

std::optional<rules::PointsRange> DecidableRange(const Plan& plan, int rule) {
  const Rule& own = plan.Rule(rule).rule();
  if (!IsDecided(own)) return std::nullopt;
  if (own.range) return own.range;
  // 酌情扣10分 is at most that figure; an award is at most the item's base.
  const std::optional<Points> most = LargestWorth(plan, rule);
  if (!most) return std::nullopt;
  return rules::PointsRange{Points(), *most};
}

bool IsMitigation(const rules::Rule& rule) {
  return rule.on_top_of && rule.times && *rule.times < Decimal::FromInt(1);
}

std::optional<Points> LargestWorth(const Plan& plan, int rule) {
  const Rule& own = plan.Rule(rule).rule();
  if (own.points) return own.points;
  if (own.range) return own.range->max;
  if (!own.levels.empty()) {
    return std::max_element(
               own.levels.begin(), own.levels.end(),
               [](const rules::Level& a, const rules::Level& b) { return a.points < b.points; })
        ->points;
  }
  const bool whole_base = own.effect == Effect::kAward || own.trigger == Trigger::kRatio;
  return whole_base ? plan.ItemOf(rule).base : std::nullopt;
}

}  // namespace kaoping::score
