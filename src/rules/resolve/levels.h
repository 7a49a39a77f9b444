// Levels and parts: the lists inside a condition that an amount is spread over.

#ifndef KAOPING_RULES_RESOLVE_LEVELS_H_
#define KAOPING_RULES_RESOLVE_LEVELS_H_

#include <string>
#include <vector>

#include "rules/ir/rule.h"
#include "rules/lex/token.h"
#include "rules/parse/clause.h"

namespace kaoping::rules {

// Pairs the figures of a clause's amount with their own labels, with the places of a ranking, or
// with the names its condition lists. Empty if there are no names for them. `uneven` is set where
// there are more levels than amounts: the last level takes the last amount, those before the last
// share in order and the rest take the first (国家、国家有关部委及省 … 分别加1分、0.5分).
struct LevelsFound {
  std::vector<Level> levels;
  bool uneven = false;
  bool by_place = false;
};
LevelsFound FindLevels(const TokenText& text, const Clause& clause);

// The parts that a condition lists (有计划、有部署、有活动 → 计划 部署 活动); empty if it lists
// fewer than two.
std::vector<std::string> FindParts(const TokenText& text, TokenRange condition);

// Whether the parts that `words` list are what is lacking (没有机构、人员) or papers that must
// exist (年度计划、半年小结), and not things that went wrong.
bool AreLacking(const TokenText& text, TokenRange words, const std::vector<std::string>& parts);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_RESOLVE_LEVELS_H_
