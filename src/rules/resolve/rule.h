// One clause → one rule, before the references between rules are known.

#ifndef KAOPING_RULES_RESOLVE_RULE_H_
#define KAOPING_RULES_RESOLVE_RULE_H_

#include <vector>

#include "diag/diagnostic.h"
#include "rules/ir/rule.h"
#include "rules/resolve/resolve.h"

namespace kaoping::rules {

// Requires: clause.kind == Clause::Kind::kRule. `sentence_first` is the first token of the clause's
// sentence: a figure between it and the clause may be the clause's target. `effect` is the clause's
// own or the one it takes from its neighbours. Diagnostics go to `diagnostics`.
Rule ResolveRule(const TokenText& text, const Clause& clause, int sentence_first, Effect effect,
                 const ResolveContext& context, std::vector<Diagnostic>& diagnostics);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_RESOLVE_RULE_H_
