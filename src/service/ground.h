// Private to service/: a scheme and those whom it assesses, read from one state.

#ifndef KAOPING_SERVICE_GROUND_H_
#define KAOPING_SERVICE_GROUND_H_

#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "scheme/scheme.h"
#include "service/units.h"
#include "store/transaction.h"

namespace kaoping::service {

struct Ground {
  store::SchemeRow row;
  scheme::Scheme scheme;
  Units units;
};

// As it counted at that moment; now, if none is given. Errors of FindScheme.
Result<Ground> LoadGround(const store::Transaction& transaction, std::string_view selector,
                          std::optional<Timestamp> known_at = std::nullopt);
// And kConflict `scheme-not-published`.
Result<Ground> LoadPublished(const store::Transaction& transaction, std::string_view selector);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_GROUND_H_
