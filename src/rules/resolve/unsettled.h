// Unsettled: what to say of a clause that speaks of points and makes no rule.

#ifndef KAOPING_RULES_RESOLVE_UNSETTLED_H_
#define KAOPING_RULES_RESOLVE_UNSETTLED_H_

#include "diag/diagnostic.h"
#include "rules/ir/rule.h"
#include "rules/parse/clause.h"

namespace kaoping::rules {

// An error: why no rule was made of a clause of this kind, and what to do.
// Requires: `kind` is none of those that make a rule, a limit, a policy or a link.
Diagnostic Unsettled(Clause::Kind kind, Span span);

// Whether a rule has more points than any scheme has, or more of anything than there is to count;
// and the error that says so.
bool IsTooLarge(const Rule& rule);
Diagnostic TooLarge(Span span);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_RESOLVE_UNSETTLED_H_
