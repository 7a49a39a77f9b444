// Resolve: clauses → rules, with the references between them: tiers, aggravation, limits, levels,
// and targets that the task's content supplies.

#ifndef KAOPING_RULES_RESOLVE_RESOLVE_H_
#define KAOPING_RULES_RESOLVE_RESOLVE_H_

#include <optional>
#include <vector>

#include "rules/ir/rule.h"
#include "rules/lex/token.h"
#include "rules/parse/clause.h"

namespace kaoping::rules {

struct ResolveContext {
  // The tokens of the task's content; nullptr if there is none.
  const TokenText* content = nullptr;
  // The effect of clauses without a verb, where the surroundings say it.
  std::optional<Effect> default_effect;
  // The item's full mark, where it is known.
  std::optional<Points> base;
};

// Rules in the order of the text. A clause that cannot become a rule is an error diagnostic.
Compilation Resolve(const TokenText& text, const std::vector<Clause>& clauses,
                    const ResolveContext& context);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_RESOLVE_RESOLVE_H_
