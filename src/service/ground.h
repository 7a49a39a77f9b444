// Private to service/: a scheme and those whom it assesses, read from one state.

#ifndef KAOPING_SERVICE_GROUND_H_
#define KAOPING_SERVICE_GROUND_H_

#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "scheme/scheme.h"
#include "service/lineage.h"
#include "service/units.h"
#include "store/transaction.h"

namespace kaoping::service {

struct Ground {
  store::SchemeRow row;
  scheme::Scheme scheme;
  Units units;
  Lineage lineage;
};

// As it counted at that moment; now, if none is given. At a moment when a revision was not in force
// yet, that is the scheme whose place it took. Where a selector fits a published scheme and a draft
// that revises it, it means the published one. Errors of FindScheme.
Result<Ground> LoadGround(const store::Transaction& transaction, std::string_view selector,
                          std::optional<Timestamp> known_at = std::nullopt);
// And kConflict `scheme-not-published`; `scheme-superseded`, naming the revision in its place.
Result<Ground> LoadPublished(const store::Transaction& transaction, std::string_view selector);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_GROUND_H_
