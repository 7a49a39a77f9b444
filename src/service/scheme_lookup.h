// Private to service/: schemes as they are stored, found and summed up.

#ifndef KAOPING_SERVICE_SCHEME_LOOKUP_H_
#define KAOPING_SERVICE_SCHEME_LOOKUP_H_

#include <string_view>
#include <vector>

#include "base/result.h"
#include "scheme/scheme.h"
#include "service/schemes.h"
#include "store/transaction.h"

namespace kaoping::service {

// The one scheme that `selector` means: `scheme-not-found`, `scheme-ambiguous`.
Result<store::SchemeRow> FindScheme(const store::Transaction& transaction,
                                    std::string_view selector);

// Requires: `row` comes from the same transaction. `data-corrupt` if what is stored can't be read.
Result<scheme::Scheme> LoadScheme(const store::Transaction& transaction,
                                  const store::SchemeRow& row);

std::vector<Pending> PendingOf(const scheme::Scheme& scheme);
// Of the document and of all criteria, in the order of the document.
std::vector<Diagnostic> DiagnosticsOf(const scheme::Scheme& scheme);
SchemeSummary Summarise(const store::SchemeRow& row, const scheme::Scheme& scheme);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_SCHEME_LOOKUP_H_
