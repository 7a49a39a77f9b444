// Private to service/: what is doubtful in a scheme, who confirmed it, and who said what on it.

#ifndef KAOPING_SERVICE_CONFIRMATIONS_H_
#define KAOPING_SERVICE_CONFIRMATIONS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "service/context.h"
#include "service/reviewed_scheme.h"
#include "service/settlements.h"
#include "store/transaction.h"

namespace kaoping::service {

SettlementView ViewOf(const Word& word);

// All findings of a scheme, in its order, each with its confirmation.
Result<std::vector<ReviewedFinding>> ReviewFindings(const store::Transaction& transaction,
                                                    const std::string& scheme_id,
                                                    const scheme::Scheme& scheme);

// Whether somebody has still to look at it: a warning that nobody confirmed, about a criterion that
// counts. What doesn't count is published with a reason instead.
bool IsOutstanding(const ReviewedFinding& finding, const std::vector<Pending>& pending);

// Writes down that `actor` confirmed it. Requires: it is a warning that nobody confirmed.
Status KeepConfirmation(store::Transaction& work, const Actor& actor, Timestamp now,
                        const std::string& scheme_id, const scheme::LintFinding& finding,
                        std::string_view note, std::string_view carried_from = {});

// The findings with these identities. kInvalid `finding-unknown` (field `field`).
Result<std::vector<ReviewedFinding>> FindWarnings(const std::vector<ReviewedFinding>& findings,
                                                  std::span<const std::string> identities,
                                                  std::string_view field);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_CONFIRMATIONS_H_
