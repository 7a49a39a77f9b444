// Aggravate: what is taken off on top of another rule.

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "score/count.h"
#include "score/steps.h"
#include "score/words.h"

namespace kaoping::score {
namespace {

using rules::Rule;
using rules::Trigger;

// One event of the rule below, what it was worth before this rule, and how often it can still be
// aggravated.
struct Below {
  Entry* entry;
  Points worth;
  Decimal left;
};

const std::string& CaseOf(const Entry& entry) {
  static const std::string none;
  return entry.fact != nullptr ? entry.fact->case_id : none;
}

// By one step.
bool IsWorthMore(const Entry& a, const Entry& b) {
  const auto step = [](const Entry& entry) {
    return MultiplyDivide(entry.worth, Decimal::FromInt(1), entry.steps).value_or(Points());
  };
  return step(a) > step(b);
}

// How much of one aggravation counts, and what it is worth.
struct Match {
  Decimal steps;
  Points worth;
};

class Aggravation {
 public:
  Aggravation(const PlannedRule& planned, RuleTally& below) : planned_(planned) {
    for (Entry& entry : below.entries) {
      if (entry.Counts()) below_.push_back({&entry, entry.worth, entry.steps});
    }
    // Worth most first: a lesser event that comes to light must not take an aggravation away from
    // a graver one.
    std::stable_sort(below_.begin(), below_.end(), [](const Below& a, const Below& b) {
      return IsWorthMore(*a.entry, *b.entry);
    });
  }

  Status Apply(RuleTally& own) {
    std::vector<Entry*> order;
    for (Entry& entry : own.entries) order.push_back(&entry);
    std::stable_sort(order.begin(), order.end(),
                     [](const Entry* a, const Entry* b) { return IsWorthMore(*a, *b); });
    // Those that name their case first, so that none without a name takes its place.
    std::stable_partition(order.begin(), order.end(),
                          [](const Entry* entry) { return !CaseOf(*entry).empty(); });
    for (Entry* entry : order) KAOPING_TRY_STATUS(Apply(*entry));
    return Ok();
  }

 private:
  Status Apply(Entry& entry) {
    const bool all_or_nothing = (planned_.rule().trigger == Trigger::kOccurs ||
                                 planned_.rule().trigger == Trigger::kJudged) &&
                                !IsMitigation(planned_.rule());
    Decimal wanted = entry.steps;
    Match match;
    for (Below* below : InOrderFor(entry)) {
      if (!wanted.IsPositive()) break;
      if (!below->left.IsPositive()) continue;
      const Decimal steps = all_or_nothing ? wanted : std::min(wanted, below->left);
      below->left -= std::min(steps, below->left);
      wanted -= steps;
      KAOPING_TRY(const Points worth, WorthOf(entry, *below, steps));
      match.steps += steps;
      match.worth += worth;
      if (match.worth > kLargestAmount) return TooLarge(entry.fact, planned_);
    }
    if (match.steps.IsZero()) {
      SetAside(entry, "没有它所加重的情形，不计");
      return Ok();
    }
    if (wanted.IsPositive()) {
      entry.words += fmt::format("，不多于所加重的{}", Counted(match.steps, planned_.rule()));
    }
    if (planned_.rule().times)
      entry.words += fmt::format("，按{}倍", Number(*planned_.rule().times));
    entry.steps = match.steps;
    entry.worth = entry.counted = match.worth;
    return Ok();
  }

  // What an aggravation may stand on: one that names its case on the events of that case, then on
  // those of which nobody said to what case they belong; any other on all of them.
  std::vector<Below*> InOrderFor(const Entry& entry) {
    const std::string& name = CaseOf(entry);
    std::vector<Below*> order;
    for (Below& below : below_) {
      if (name.empty() || CaseOf(*below.entry) == name) order.push_back(&below);
    }
    if (name.empty()) return order;
    for (Below& below : below_) {
      if (CaseOf(*below.entry).empty()) order.push_back(&below);
    }
    return order;
  }

  // `times` adds (times − 1) × what is left of the event below by then; under 1, it lessens it.
  Result<Points> WorthOf(Entry& entry, Below& below, Decimal steps) const {
    const Rule& rule = planned_.rule();
    if (!rule.times) {
      const auto worth = MultiplyDivide(entry.worth, steps, entry.steps);
      if (!worth) return TooLarge(entry.fact, planned_);
      return *worth;
    }
    const Decimal more = *rule.times - Decimal::FromInt(1);
    const auto part = MultiplyDivide(below.worth, steps, below.entry->steps);
    const auto worth = Multiply(more, part.value_or(Points()));
    if (!part || !worth || *worth > kLargestAmount) return TooLarge(entry.fact, planned_);
    if (worth->IsNegative()) {
      Lessen(entry, *below.entry, -*worth);
      return Points();
    }
    entry.each = MultiplyDivide(*worth, Decimal::FromInt(1), steps);
    return *worth;
  }

  // Taken off the event itself, so that whatever stops or replaces the event (a tier, a policy, a
  // limit, a floor) sees what it is worth in the end, and nothing is given back for what never
  // counted.
  static void Lessen(Entry& entry, Entry& below, Points by) {
    const Points less = std::min(by, below.worth);
    below.worth -= less;
    below.counted -= less;
    below.lessened += less;
    entry.lessens += less;
  }

  const PlannedRule& planned_;
  std::vector<Below> below_;
};

}  // namespace

int Depth(const Plan& plan, int rule) {
  int depth = 0;
  for (auto below = plan.Rule(rule).on_top_of; below; below = plan.Rule(*below).on_top_of) ++depth;
  return depth;
}

Status Aggravate(const Plan& plan, Tally& tally) {
  std::vector<int> order;
  for (std::size_t i = 0; i < plan.rules.size(); ++i) {
    if (plan.rules[i].on_top_of) order.push_back(static_cast<int>(i));
  }
  // What lessens an event before what multiplies it: 加倍 of a halved 1 is 1.
  std::stable_sort(order.begin(), order.end(), [&plan](int a, int b) {
    return std::make_pair(Depth(plan, a), !IsMitigation(plan.Rule(a).rule())) <
           std::make_pair(Depth(plan, b), !IsMitigation(plan.Rule(b).rule()));
  });
  for (const int index : order) {
    Aggravation aggravation(plan.Rule(index), tally.Rule(*plan.Rule(index).on_top_of));
    KAOPING_TRY_STATUS(aggravation.Apply(tally.Rule(index)));
  }
  return Ok();
}

}  // namespace kaoping::score
