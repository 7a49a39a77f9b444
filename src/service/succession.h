// Private to service/: a revision takes the place of the scheme in force, and its facts with it.

#ifndef KAOPING_SERVICE_SUCCESSION_H_
#define KAOPING_SERVICE_SUCCESSION_H_

#include <optional>

#include "base/result.h"
#include "service/context.h"
#include "service/lineage.h"
#include "service/reviewed_scheme.h"
#include "service/schemes.h"
#include "store/transaction.h"

namespace kaoping::service {

// What publishing a revision will mean for what is recorded.
struct SuccessionPlan {
  Heirs heirs;
  Succession told;
};

// Nothing where no scheme is in force that `row` revises. Requires: `row` is not published, and
// `reviewed` is what it will be published as.
//
// kConflict `scheme-superseded`: a later revision is published; `revision-outdated`: another
// revision took the place of what this one revises.
Result<std::optional<SuccessionPlan>> PlanSuccession(const store::Transaction& transaction,
                                                     const store::SchemeRow& row,
                                                     const ReviewedScheme& reviewed);

// kInvalid `facts-left-behind` (field "leave_facts"), naming the first of them, if there are any
// and nobody accepted that; the error of score::ScoreUnit if the facts of a unit can't be scored
// together any more.
Status CheckSuccession(const store::Transaction& transaction, const ReviewedScheme& reviewed,
                       const SuccessionPlan& plan, LeftFacts left);

// Writes it down. Requires: the publication is in the same transaction.
Status KeepSuccession(store::Transaction& work, const Context& context, const std::string& scheme,
                      const SuccessionPlan& plan);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_SUCCESSION_H_
