// Parse: tokens → clauses. Total: what is not understood is a clause that says so.

#ifndef KAOPING_RULES_PARSE_PARSE_H_
#define KAOPING_RULES_PARSE_PARSE_H_

#include <string>
#include <vector>

#include "rules/lex/token.h"
#include "rules/parse/clause.h"

namespace kaoping::rules {

// The clauses that set points, limit them, or say what becomes of them, in the order of the text.
// Text that does none of this gives none. Linear in the number of tokens.
std::vector<Clause> Parse(const TokenText& text);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_PARSE_PARSE_H_
