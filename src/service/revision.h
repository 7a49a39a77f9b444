// Private to service/: which scheme a newly imported one is the same as, or revises.

#ifndef KAOPING_SERVICE_REVISION_H_
#define KAOPING_SERVICE_REVISION_H_

#include <optional>
#include <string>

#include "base/result.h"
#include "scheme/scheme.h"
#include "service/context.h"
#include "service/schemes.h"
#include "store/transaction.h"

namespace kaoping::service {

// Whether both come from the same notice, perhaps a corrected one: issuer and year, and title or
// number.
bool IsSameNotice(const scheme::Scheme& a, const scheme::Scheme& b);

// The scheme whose notice says the same, whatever the file was (width, blanks and where things
// stand make no difference); nothing if none does.
Result<std::optional<std::string>> FindSaidAlready(const store::Transaction& transaction,
                                                   const scheme::Scheme& scheme);

// The scheme that a notice corrects: the latest import of the same notice that no publication has
// passed over; nothing if there is none.
Result<std::optional<store::SchemeRow>> FindCorrected(const store::Transaction& transaction,
                                                      const scheme::Scheme& scheme);

// Writes down that `scheme` revises `earlier`. `supplement` is the digest of a supplement, or
// empty. Requires: `scheme` is in the same transaction.
Status KeepRevision(store::Transaction& work, const Context& context, const std::string& scheme,
                    const store::SchemeRow& earlier, std::string supplement);

// What `row` revises, and the differences between the two as they were imported; nothing if it
// revises nothing.
Result<std::optional<RevisionView>> ViewRevision(const store::Transaction& transaction,
                                                 const store::SchemeRow& row);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_REVISION_H_
