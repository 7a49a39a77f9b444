// The plain evaluator: facts in, points and reasons out, straight from docs/scoring.md.
//
// Pure: no clock, no files, no globals. Safe to call from several threads at once.

#ifndef KAOPING_SCORE_SCORE_H_
#define KAOPING_SCORE_SCORE_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "scheme/scheme.h"
#include "score/fact.h"
#include "score/scorecard.h"

namespace kaoping::score {

struct Query {
  Reading reading = Reading::kConfirmed;
  // Two clocks: what had happened by this day (the period's end, and what was dated later with a
  // note, if absent), and what was known at this moment (everything if absent).
  std::optional<Date> as_of;
  std::optional<Timestamp> known_at;
};

// Scores one unit. `facts` may hold other units' facts too; only those of `unit` count, and their
// order does not matter. A fact without a status counts as confirmed.
//
// kInvalid if a fact does not fit the scheme (see CheckFact), an id is repeated with another
// content, a reversal names no fact, two figures of one day differ, or an amount is too large; the
// error names the fact and the field.
Result<Scorecard> ScoreUnit(const scheme::Scheme& scheme, std::string_view unit,
                            std::span<const Fact> facts, const Query& query);

// {"unit","reading","total","net","deducted","bonus","rules","cut","open","vetoes"} and, if
// `explain`, "why": one line of JSON without a line break.
std::string WriteScorecard(const Scorecard& card, bool explain);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_SCORE_H_
