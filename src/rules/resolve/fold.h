// Fold: clauses of which only the level varies, under one verb, are one clause with a figure a
// level.

#ifndef KAOPING_RULES_RESOLVE_FOLD_H_
#define KAOPING_RULES_RESOLVE_FOLD_H_

#include <vector>

#include "rules/lex/token.h"
#include "rules/parse/clause.h"

namespace kaoping::rules {

// 主持国家级课题8分，省部级5分，厅级3分 becomes one clause of three labelled figures. A verb that
// is repeated (省级加2分，市级加1分) leaves its clauses apart.
void FoldLevels(const TokenText& text, std::vector<Clause>& clauses);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_RESOLVE_FOLD_H_
