// Check: what a person must confirm or mend before a rule counts. After this, scoring cannot fail
// on a rule.

#ifndef KAOPING_RULES_CHECK_CHECK_H_
#define KAOPING_RULES_CHECK_CHECK_H_

#include "rules/ir/rule.h"
#include "rules/lex/token.h"

namespace kaoping::rules {

// Adds diagnostics to `compilation`, and sorts all of them by their place. Rules are not changed.
void Check(const TokenText& text, Compilation& compilation);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_CHECK_CHECK_H_
