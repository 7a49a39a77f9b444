// One clause → one rule, before the references between rules are known.

#ifndef KAOPING_RULES_RESOLVE_RULE_H_
#define KAOPING_RULES_RESOLVE_RULE_H_

#include <vector>

#include "diag/diagnostic.h"
#include "rules/ir/rule.h"
#include "rules/resolve/resolve.h"

namespace kaoping::rules {

// What stands around a clause.
struct Surroundings {
  int sentence_first = 0;  // the first token of its sentence
  int item_first = 0;      // and of its numbered item
  // What stands behind the clause in its sentence and belongs to no other (（全年不少于10篇）).
  TokenRange later;
  // Where a rate's target may stand before its sentence: the one award of the item.
  TokenRange award;
  // The effect that is the clause's own, or the one it takes from its neighbours.
  Effect effect = Effect::kDeduct;
};

// Requires: clause.kind == Clause::Kind::kRule. Diagnostics go to `diagnostics`.
Rule ResolveRule(const TokenText& text, const Clause& clause, const Surroundings& around,
                 const ResolveContext& context, std::vector<Diagnostic>& diagnostics);

// The words of a clause that name what it measures: its condition without figures, bounds, marks
// and the words of its counter.
std::string MeasureWords(const TokenText& text, const Clause& clause);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_RESOLVE_RULE_H_
