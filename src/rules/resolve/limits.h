// Limits: which rules a limit binds.

#ifndef KAOPING_RULES_RESOLVE_LIMITS_H_
#define KAOPING_RULES_RESOLVE_LIMITS_H_

#include <cstddef>
#include <vector>

#include "rules/ir/rule.h"
#include "rules/lex/token.h"
#include "rules/parse/clause.h"

namespace kaoping::rules {

// The criterion around a limit. `clause_of[i]` is the clause that `rules[i]` was made from.
struct LimitSite {
  const std::vector<Clause>& clauses;
  const std::vector<const Clause*>& clause_of;
  const std::vector<Rule>& rules;
  std::size_t limited_until = 0;  // rules before this one have a limit of their own
  std::size_t last_rule = 0;      // the last clause that makes a rule, if any does
};

// Of the rules before it. A figure binds the clause it ends (back to the limit before it), or the
// whole criterion in a sentence of its own; 扣完为止 binds the deductions before it, back to the
// last 。 or number. What names 加分 or 扣分 binds those alone, if there are any.
std::vector<int> RulesBefore(const LimitSite& at, const Clause& limit);
// Of the rules behind a limit that stands first (本项限扣5分): those of its numbered item, or all
// if it has none. Requires: all rules are made.
std::vector<int> RulesBehind(const LimitSite& at, const Clause& limit);

// Whether a rule's clause comes after clause `index`.
bool RulesFollow(const LimitSite& at, std::size_t index);
// Whether clause `index` leads its numbered item, with rules behind it: 5．本项加分不超过2分：….
bool OpensItsItem(const LimitSite& at, std::size_t index);
// Whether a limit only says what the item is worth: 最高分为7分, without 加 or 扣.
bool RestatesBase(const TokenText& text, const Clause& limit);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_RESOLVE_LIMITS_H_
