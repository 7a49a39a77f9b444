// ListOwed: what must still be shown, decided or counted before the period ends, and what it costs
// to leave it.

#ifndef KAOPING_SCORE_OWED_H_
#define KAOPING_SCORE_OWED_H_

#include <vector>

#include "score/plan.h"
#include "score/scorecard.h"
#include "score/tally.h"

namespace kaoping::score {

// By due day, then office, then rule. `tally` is that of the projected reading.
std::vector<Owed> ListOwed(const Plan& plan, const Tally& tally);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_OWED_H_
