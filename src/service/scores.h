// Scores: computed from what is recorded, whenever somebody asks; nothing is stored.

#ifndef KAOPING_SERVICE_SCORES_H_
#define KAOPING_SERVICE_SCORES_H_

#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "score/score.h"
#include "score/scorecard.h"
#include "service/context.h"

namespace kaoping::service {

// Facts are taken as they stood at `query.known_at`: what was recorded, and what was decided, later
// than that doesn't count. A draft can be scored too: it has no facts yet.
//
// What is still owed stands under the office that is proposed as the lead of its task: first in
// `offices`, which are those of the register, groups by their members.
//
// kNotFound `unit-unknown`; kForbidden `outside-reach`. Other errors are those of score::ScoreUnit.
Result<score::Scorecard> Score(const Context& context, std::string_view selector,
                               std::string_view unit, const score::Query& query);

struct Readings {
  score::Scorecard confirmed;
  score::Scorecard claimed;
  score::Scorecard projected;  // its `owed` is the list of what is still owed
};

// The three readings of one state: no fact comes between them.
Result<Readings> ScoreReadings(const Context& context, std::string_view selector,
                               std::string_view unit, std::optional<Date> as_of,
                               std::optional<Timestamp> known_at);

// Every unit of the scheme within reach, in the order of ListUnits, also one without a fact; of one
// state.
Result<std::vector<score::Scorecard>> ScoreAll(const Context& context, std::string_view selector,
                                               const score::Query& query);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_SCORES_H_
