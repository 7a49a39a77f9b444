// Boundary: what a rule gives on either side of its edge, so that a person can confirm how it was
// understood: “实有1次：扣1分” / “实有2次：不扣分”.
//
// Which figures are shown follows from the rule's trigger; what they are worth is asked of the
// evaluator (score.h) and never worked out a second time.

#ifndef KAOPING_SCORE_BOUNDARY_H_
#define KAOPING_SCORE_BOUNDARY_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "rules/ir/rule.h"
#include "scheme/scheme.h"
#include "score/fact.h"

namespace kaoping::score {

struct BoundaryRow {
  // What is recorded: a count, a figure, how many are absent, a place, the points decided; 0 or 1
  // for a rule that holds or does not.
  Decimal figure;
  std::string given;   // “实有1次”
  std::string result;  // “扣1分”
  // What the rule comes to, signed; of a mitigation, what it gives back of what it lessens.
  Points amount;
  // Whether the rule applies at all; it may do so and cost nothing.
  bool applies = false;
  // What all rules of its group come to together, where that is not `amount`.
  std::optional<Points> of_group;
  // The limits, floors and awards that took something from it, as in Cut (scorecard.h).
  std::vector<std::string> cut_by;
  // What was asked, the premise included: facts of one unit that has no name.
  std::vector<Fact> facts;
};

// “实有1次：扣1分”
std::string Sentence(const BoundaryRow& row);

struct Boundary {
  std::string rule;           // key
  std::string premise;        // what is taken to be so besides; empty if nothing
  std::string undecided;      // why nothing can be said in figures; empty if something can
  bool lacks_points = false;  // … which is that nobody said what it is worth
  // The two rows nearest to the edge, first the one in which the rule applies; where it always
  // does, the two ends of what a person may decide. None if undecided.
  std::vector<BoundaryRow> examples;
  // Figures 0, 1, the target and what is next to it, and the count at which a limit stops the rule
  // and what is next to that, as far as the trigger has them; each once, ascending, and one row a
  // level where there are levels.
  std::vector<BoundaryRow> table;
};

// For a terminal, in Chinese: a line for the premise, then a line a row, each after `indent`; one
// line that says why if undecided.
std::string ExamplesInWords(const Boundary& boundary, std::string_view indent);
std::string TableInWords(const Boundary& boundary, std::string_view indent);

// One for every rule, in the order of the scheme. Requires: scheme::CheckScheme(scheme).
std::vector<Boundary> FindBoundaries(const scheme::Scheme& scheme);
// Of a criterion by itself, as the one task of a scheme; `base` is the item's full mark.
std::vector<Boundary> FindBoundaries(const rules::Compilation& criterion,
                                     std::optional<Points> base);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_BOUNDARY_H_
