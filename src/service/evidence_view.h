// Private to service/: items of evidence, put together from their rows.

#ifndef KAOPING_SERVICE_EVIDENCE_VIEW_H_
#define KAOPING_SERVICE_EVIDENCE_VIEW_H_

#include <string_view>
#include <vector>

#include "base/result.h"
#include "service/evidence.h"
#include "service/evidence_reach.h"
#include "store/transaction.h"

namespace kaoping::service {

// In the order of `rows`. `data-corrupt` for what can't be read. Of other items with the same file
// out of reach, the id and the name are left empty.
Result<std::vector<Evidence>> ViewEvidence(const store::Transaction& transaction,
                                           const EvidenceReach& reach,
                                           const std::vector<store::EvidenceRow>& rows);

// The item, if the actor may see it. `evidence-not-found`.
Result<Evidence> LoadEvidence(const store::Transaction& transaction, const Actor& actor,
                              std::string_view id);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_EVIDENCE_VIEW_H_
