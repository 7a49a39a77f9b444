// Private to service/: the places in schemes that evidence is cited for.

#ifndef KAOPING_SERVICE_EVIDENCE_PLACES_H_
#define KAOPING_SERVICE_EVIDENCE_PLACES_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "service/evidence.h"
#include "service/ground.h"
#include "store/transaction.h"

namespace kaoping::service {

// Where a citation of `target` is kept: a fact's with the scheme that it was recorded on. Errors of
// CiteEvidence.
Result<store::CitedPlace> FindCitedPlace(const store::Transaction& transaction,
                                         const CitationTarget& target);

// Every place that a filter with a scheme means: those in the schemes that it took the place of,
// too. Errors of ListEvidence.
Result<std::vector<store::CitedPlace>> PlacesOf(const store::Transaction& transaction,
                                                const EvidenceFilter& filter);

// What a citation may be. Stored; never rename one.
inline constexpr std::string_view kCited = "cited";
inline constexpr std::string_view kWithdrawn = "withdrawn";

// Writes down that the item is cited there, or not any more.
Status KeepCitation(store::Transaction& work, const Context& context, const std::string& item,
                    const store::CitedPlace& place, std::string_view status);

// The evidence that a fact names by the ids of items; what is written freely is passed over.
std::vector<std::string> ItemsNamedBy(const std::vector<std::string>& references);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_EVIDENCE_PLACES_H_
