// Groups: which rules are states of one measure, of which at most one applies (one_of).

#ifndef KAOPING_RULES_RESOLVE_GROUP_H_
#define KAOPING_RULES_RESOLVE_GROUP_H_

#include <string>
#include <vector>

#include "rules/ir/rule.h"
#include "rules/lex/token.h"
#include "rules/parse/clause.h"

namespace kaoping::rules {

// Sets one_of on the rules that belong together: 得…否则…, 得N分与未…不得分, 达到得N分与每低…扣,
// tiers of one figure, 没有…与已建立但…. At a boundary that two tiers share, the better one is
// given it. Failings that can both occur are left alone, and so are amounts counted case by case.
//
// Requires: clause_of[i] is the clause that rules[i] was made from.
void GroupRules(const TokenText& text, const std::vector<const Clause*>& clause_of,
                std::vector<Rule>& rules);

// How many pairs of neighbouring characters two texts have in common.
int SharedPairs(const std::string& a, const std::string& b);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_RESOLVE_GROUP_H_
