// Tally: what every rule of a plan comes to for one unit, on its way from facts to a total.
//
// An Entry is one event with its day and its worth. Each later step (aggravation, tiers, policies,
// limits, floors) only takes from what entries count, and says so beside the entry; the total and
// the explanation are both read off the same entries, so they cannot differ.

#ifndef KAOPING_SCORE_TALLY_H_
#define KAOPING_SCORE_TALLY_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "score/fact.h"
#include "score/plan.h"
#include "score/selection.h"

namespace kaoping::score {

// What a limit, a floor or a base took from an entry.
struct Cutting {
  std::string by;  // "limit 7.1#1", "floor 1.1", "award 1.1", "base 1.1"
  Points amount;   // not negative
  Span span;       // of the limit, in its criterion
};

struct Entry {
  const Fact* fact = nullptr;  // nothing for what silence costs or a figure implies
  Date day;
  Decimal steps;               // how many times what one step is worth
  std::optional<Points> each;  // what one step is worth; nothing where the text gives no figure
  Points worth;    // a magnitude: the rule's effect says whether it is taken off or added
  Points counted;  // what is left of `worth`; 0 if set aside
  // 减半: what a mitigation has taken off `worth` already; and, of a mitigation, what it took off
  // elsewhere.
  Points lessened;
  Points lessens;
  std::string words;  // what was counted: "2例", "2 − 1 = 1次"
  std::string aside;  // why it does not count; empty if it does
  std::vector<Cutting> cuts;
  // Could still be made good before the period ends.
  bool is_owed = false;

  bool Counts() const { return aside.empty(); }
};

struct RuleTally {
  const Fact* not_applicable = nullptr;
  // Some fact speaks of it.
  bool has_word = false;
  // What it comes to is known, if only to be nothing.
  bool is_decided = false;
  bool is_open = false;
  // The day of a figure that is past the target, were it by less than one step.
  std::optional<Date> past_target;
  // Recorded, but the text gives no figure to count by.
  bool lacks_figure = false;
  // Listed as 未定 in what is owed: what it may cost has no bound.
  bool is_unbounded = false;
  std::vector<Entry> entries;
  // About facts that count in no entry of their own.
  std::map<const Fact*, std::string> remarks;

  bool Applies() const { return not_applicable == nullptr; }
};

struct ItemTally {
  Points base;       // what the item starts from or, with awards, 0
  Points over_base;  // awards beyond the base, which don't count
};

struct Tally {
  std::vector<RuleTally> rules;  // as Plan::rules
  std::vector<ItemTally> items;  // as Plan::items
  Points scheme_base;            // the scheme's base beyond those of its items
  std::vector<std::string> notes;

  RuleTally& Rule(int index) { return rules[static_cast<std::size_t>(index)]; }
  const RuleTally& Rule(int index) const { return rules[static_cast<std::size_t>(index)]; }
};

// What the rule's entries come to: before policies and limits, or after; a magnitude.
Points WorthOf(const RuleTally& rule);
Points CountedOf(const RuleTally& rule);
// What the unit comes to, unrounded.
Points TotalOf(const Plan& plan, const Tally& tally);
// −1 for what takes off, +1 for what adds.
int SignOf(rules::Effect effect);
// `magnitude` with the sign of the effect.
Points Signed(rules::Effect effect, Points magnitude);

void SetAside(Entry& entry, std::string why);
void SetAside(RuleTally& rule, const std::string& why);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_TALLY_H_
