// Effect: what the amount of a clause does, where its verb is left out.

#ifndef KAOPING_RULES_RESOLVE_EFFECT_H_
#define KAOPING_RULES_RESOLVE_EFFECT_H_

#include <optional>
#include <vector>

#include "rules/ir/rule.h"
#include "rules/lex/token.h"
#include "rules/parse/clause.h"

namespace kaoping::rules {

struct FoundEffect {
  Effect effect = Effect::kAward;
  bool guessed = false;  // no word says so
};

// The effect of every clause, in their order. A verb left out is that of the heading above it
// (加分项目：), else of the clause before, else of one after, else `default_effect`; else a failing
// is deducted for and a merit awarded, of the clause or of those beside it; else it is guessed.
// Of clauses that are no rules the value means nothing.
std::vector<FoundEffect> FindEffects(const TokenText& text, const std::vector<Clause>& clauses,
                                     std::optional<Effect> default_effect);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_RESOLVE_EFFECT_H_
