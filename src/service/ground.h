// Private to service/: a scheme and those whom it assesses, read from one state.

#ifndef KAOPING_SERVICE_GROUND_H_
#define KAOPING_SERVICE_GROUND_H_

#include <string_view>

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

// Errors of FindScheme.
Result<Ground> LoadGround(const store::Transaction& transaction, std::string_view selector);
// And kConflict `scheme-not-published`.
Result<Ground> LoadPublished(const store::Transaction& transaction, std::string_view selector);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_GROUND_H_
