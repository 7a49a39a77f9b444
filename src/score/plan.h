// Plan: a scheme with every reference between its rules resolved, ready to be scored many times.
//
// Rules, groups, items, limits and policies are numbered; everything below speaks of them by these
// indexes. Reads a scheme and never changes; the scheme must outlive it.

#ifndef KAOPING_SCORE_PLAN_H_
#define KAOPING_SCORE_PLAN_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "rules/ir/rule.h"
#include "scheme/scheme.h"

namespace kaoping::score {

// The stretch of a rate that one of several nested bands counts: 低于96%每点0.25, 低于90%每点0.5 is
// [96, 90) and [90, …).
struct Band {
  Decimal from;
  std::optional<Decimal> to;  // where the next deeper band takes over, or its threshold ends
};

struct PlannedRule {
  scheme::RuleRef ref;
  std::optional<int> group;
  int item = 0;
  std::optional<int> on_top_of;
  std::optional<Band> band;

  const rules::Rule& rule() const { return ref.Get().rule; }
  const std::string& key() const { return ref.Get().key; }
};

// Rules of one criterion with the same one_of.
struct Group {
  std::vector<int> rules;
  bool has_award = false;
  // One figure decides all of it: a tier with a threshold, or nested bands.
  bool shares_figure = false;
  // One place in a ranking decides all of it.
  bool shares_place = false;
};

// What a base, a floor and a forfeit belong to: tasks that share a base or a criterion, or a
// section whose tasks have no base of their own.
struct Item {
  std::string key;  // of its first task
  std::vector<int> rules;
  std::optional<Points> base;
  // In a bonus section a base is no mark that one starts from.
  bool earns_base = false;
  bool has_floor = true;
  bool has_award = false;
};

struct PlannedLimit {
  // In the order in which limits cut.
  enum class Stage { kEachWork, kRules, kItem, kSection, kScheme };

  std::string name;  // "7.1#1"; "bonus_cap" for the scheme's setting
  Stage stage = Stage::kRules;
  std::vector<int> rules;
  // Nothing where “base” has no figure to stand for: such a limit cannot cut.
  std::optional<Points> at_most;
  // “base”, not a figure of its own: 扣完为止 stops what is taken off, and nothing else.
  bool is_base = false;
  Span span;  // in the criterion; empty for the scheme's setting

  bool Binds(rules::Effect effect) const { return !is_base || effect == rules::Effect::kDeduct; }
};

struct PlannedPolicy {
  std::string name;  // "7.4#1"
  std::vector<int> rules;
  Span span;
};

// A criterion that is held counts for nothing: its rules stand apart, its limits bind nothing.
struct Plan {
  const scheme::Scheme* scheme = nullptr;
  std::vector<PlannedRule> rules;  // in the order of the scheme
  std::vector<Group> groups;
  std::vector<Item> items;
  std::vector<PlannedLimit> limits;       // inner before outer
  std::vector<PlannedPolicy> highest;     // highest_only, each work of a scope once
  std::map<std::string_view, int> names;  // a rule's key or lasting id → its index
  std::vector<scheme::RuleRef> held;      // rules of criteria that don't count yet (挂账)

  const PlannedRule& Rule(int index) const { return rules[static_cast<std::size_t>(index)]; }
  const Item& ItemOf(int rule) const { return items[static_cast<std::size_t>(Rule(rule).item)]; }
  // Nothing if the rule is in no group.
  const Group* GroupOf(int rule) const;
};

// Requires: scheme::CheckScheme(scheme); a rule's points, limits and so on are then sound enough
// that this cannot fail.
Plan MakePlan(const scheme::Scheme& scheme);

// Rules that count steps of a figure against a target: short, over, below, above, ratio.
bool CountsFigure(const rules::Rule& rule);
// Whether facts of this rule may give a figure: it counts one, or a tier's threshold needs one.
bool TakesFigure(const Plan& plan, int rule);

// How a rank rule reads a place.
enum class RankKind {
  kPlace,       // by its levels or its places
  kPlacesLost,  // against last year's place
  kLast,        // 末位: the place is the number of units
};
RankKind RankKindOf(const rules::Rule& rule);

// What a person may decide on, where the points are theirs to decide; nothing where they are not,
// or where no range has been set.
std::optional<rules::PointsRange> DecidableRange(const Plan& plan, int rule);
// Whether the points of this rule are a person's to decide, within a range or not.
bool IsDecided(const rules::Rule& rule);

// 减半: the rule lessens what it stands on, and comes to nothing by itself.
bool IsMitigation(const rules::Rule& rule);

// The most that one step of the rule is worth; an award without points is worth the item's base.
// Nothing where the text gives no figure.
std::optional<Points> LargestWorth(const Plan& plan, int rule);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_PLAN_H_
