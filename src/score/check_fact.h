// CheckFact for a rule that has been found already, for callers that hold a Plan.

#ifndef KAOPING_SCORE_CHECK_FACT_H_
#define KAOPING_SCORE_CHECK_FACT_H_

#include <string_view>
#include <vector>

#include "base/result.h"
#include "score/fact.h"
#include "score/plan.h"

namespace kaoping::score {

// The index of the rule that `fact` names by key or lasting id; kInvalid "fact-rule" if there is
// none.
Result<int> RuleOf(const Plan& plan, const Fact& fact);

// As the public CheckFact, without an absent day being wrong. The fields that say what happened are
// not checked on a reversal, which only repeats them.
Status CheckFact(const Plan& plan, int rule, const Fact& fact);

// As the public CheckFact, for many facts of one plan.
Status CheckFact(const Plan& plan, const Fact& fact, bool day_required);

// “规则 1.2.1 的事实 m1”, "fact m1 of rule 1.2.1": how messages name a fact.
Message NameOf(const Fact& fact);
// The same with its place, if it has one: “规则 1.2.1 的事实 m1（第3行）”.
Message PlacedNameOf(const Fact& fact);

// The names of the fields that say what happened (holds, count, … case) that `fact` has.
std::vector<std::string_view> EventFields(const Fact& fact);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_CHECK_FACT_H_
