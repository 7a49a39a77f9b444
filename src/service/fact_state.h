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
#include "service/lineage.h"
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

// What was decided on the facts of a lineage that stand under one of `units` (empty: all).
Result<std::vector<store::DecisionRow>> DecisionsOf(const store::Transaction& transaction,
                                                    const Lineage& lineage,
                                                    const std::vector<std::string>& units);

// Puts a fact under the rule that counts it now, or says that none does.
void PutUnderHeir(const Lineage& lineage, RecordedFact& recorded);

// All facts of a lineage that count and stand under one of `names`, folded, each under the rule
// that counts it now and the first of `names`.
Result<std::vector<score::Fact>> FactsOfUnit(const store::Transaction& transaction,
                                             const Lineage& lineage,
                                             const std::vector<std::string>& names,
                                             std::optional<Timestamp> known_at);

// kNotFound `fact-not-found`.
Error FactNotFound(std::string_view fact_id);

// One fact as it stands; `fact-not-found`.
Result<RecordedFact> FindFact(const store::Transaction& transaction, const Lineage& lineage,
                              std::string_view fact_id);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_FACT_STATE_H_
