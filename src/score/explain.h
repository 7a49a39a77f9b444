// Explain: the tree of reasons behind a tally, and the words of each step.

#ifndef KAOPING_SCORE_EXPLAIN_H_
#define KAOPING_SCORE_EXPLAIN_H_

#include "score/plan.h"
#include "score/scorecard.h"
#include "score/selection.h"
#include "score/tally.h"

namespace kaoping::score {

// total → section → task → group → rule → fact, with what limits, floors and rounding did as parts
// of their own. At every node the parts that are not set aside add up to its amount exactly
// (checked: InternalError otherwise). `card` has everything but its reasons.
Reason Explain(const Plan& plan, const Selection& selection, const Tally& tally,
               const Scorecard& card);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_EXPLAIN_H_
