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

struct Plan;  // score/plan.h

struct Query {
  Reading reading = Reading::kConfirmed;
  // Two clocks: what had happened by this day (the period's end if absent), and what was known at
  // this moment (everything if absent). What was dated outside the period with a note happened, for
  // the first clock, on the period's last day, or on its first if it was before that.
  std::optional<Date> as_of;
  std::optional<Timestamp> known_at;
};

// Scores one unit. `facts` may hold other units' facts too; only those of `unit` count, and their
// order does not matter. A fact without a status counts as confirmed.
//
// kInvalid if a fact does not fit the scheme (see CheckFact) or facts do not fit together:
// "fact-id" for an id with two contents, "fact-reverses" for a reversal of what isn't there or
// belongs to another rule, "fact-conflict" for two facts that say different things of one day,
// "fact-range" for an amount past a million points, or past a billion in all. The message names the
// fact, Error::field the field. Requires: scheme::CheckScheme(scheme).
Result<Scorecard> ScoreUnit(const scheme::Scheme& scheme, std::string_view unit,
                            std::span<const Fact> facts, const Query& query);
// The same for one of many units: MakePlan(scheme) is made once.
Result<Scorecard> ScoreUnit(const Plan& plan, std::string_view unit, std::span<const Fact> facts,
                            const Query& query);

// Whether `unit` could be scored with these facts in every reading; the errors are ScoreUnit's. Who
// keeps facts asks this before it takes or decides one, since scoring stops at a conflict.
// Requires: scheme::CheckScheme(scheme).
Status CheckFactsTogether(const scheme::Scheme& scheme, std::string_view unit,
                          std::span<const Fact> facts);

// {"unit","reading","total","net","deducted","bonus","rules","cut","open","vetoes"},
// "evaluated":false where nothing counts yet (未评), and, if `explain`, "why" and "notes": one line
// of JSON without a line break. Everything, "owed" too, is in to_json (score/json.h).
std::string WriteScorecard(const Scorecard& card, bool explain);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_SCORE_H_
