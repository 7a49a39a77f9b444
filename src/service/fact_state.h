// Private to service/: facts as they stand, or stood, with what was decided on them.

#ifndef KAOPING_SERVICE_FACT_STATE_H_
#define KAOPING_SERVICE_FACT_STATE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "score/fact.h"
#include "service/facts.h"
#include "store/transaction.h"

namespace kaoping::service {

// The facts of `rows` with the status that `decisions` had given them by `known_at` (now, if
// absent), and the time since when they are known. What was recorded later is still among them:
// scoring leaves it out by that time. `fact.rule` is the lasting id.
//
// Both in the order of their entries. `data-corrupt` for a fact that can't be read.
Result<std::vector<RecordedFact>> FoldFacts(const std::vector<store::FactRow>& rows,
                                            const std::vector<store::DecisionRow>& decisions,
                                            std::optional<Timestamp> known_at);

// All facts that stand under one of `names`, folded, and put under the first of them.
Result<std::vector<score::Fact>> FactsOfUnit(const store::Transaction& transaction,
                                             std::string_view scheme_id,
                                             const std::vector<std::string>& names,
                                             std::optional<Timestamp> known_at);

// One fact as it stands; `fact-not-found`.
Result<RecordedFact> FindFact(const store::Transaction& transaction, std::string_view scheme_id,
                              std::string_view fact_id);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_FACT_STATE_H_
