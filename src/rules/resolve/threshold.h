// Threshold: from which figure on a yes-or-no rule applies.

#ifndef KAOPING_RULES_RESOLVE_THRESHOLD_H_
#define KAOPING_RULES_RESOLVE_THRESHOLD_H_

#include <optional>

#include "rules/ir/rule.h"
#include "rules/lex/token.h"
#include "rules/parse/clause.h"

namespace kaoping::rules {

// The figure in a clause's own words that decides whether its rule applies: 低于90%的扣2分,
// 不足98%但在90%以上的得1分, 迟到三次的扣1分. Nothing where they state none, or only what had to be
// done (未召开不少于2次会议的). `rule` is what is known of it: its effect and its nature.
std::optional<When> FindThreshold(const TokenText& text, const Clause& clause, const Rule& rule);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_RESOLVE_THRESHOLD_H_
