// Selection: which facts of one unit count, in one reading, as of one day, as known at one moment.

#ifndef KAOPING_SCORE_SELECTION_H_
#define KAOPING_SCORE_SELECTION_H_

#include <span>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "score/fact.h"
#include "score/plan.h"
#include "score/score.h"

namespace kaoping::score {

// A fact and where it stands in the order of days.
struct DatedFact {
  const Fact* fact = nullptr;
  Date day;  // the period's first day if the fact names none
};

struct Selection {
  // By rule, each in order of day and then of content, so that the order of lines never matters.
  std::vector<std::vector<DatedFact>> counting;
  // By rule: facts that were taken back, in the same order, for the explanation.
  std::vector<std::vector<DatedFact>> reversed;

  const std::vector<DatedFact>& Of(int rule) const {
    return counting[static_cast<std::size_t>(rule)];
  }
};

// Pointers live as long as `facts`. All facts of the unit are checked, also those that the query
// leaves out: whether a ledger is sound does not depend on who asks.
//
// kInvalid: what CheckFact says; "fact-id" for an id with two contents; "fact-reverses" for a
// reversal of what isn't there, belongs to another rule, says something else, or goes in a circle.
Result<Selection> SelectFacts(const Plan& plan, std::string_view unit, std::span<const Fact> facts,
                              const Query& query);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_SELECTION_H_
