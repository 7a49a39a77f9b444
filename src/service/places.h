// Private to service/: where people belong, by the register.

#ifndef KAOPING_SERVICE_PLACES_H_
#define KAOPING_SERVICE_PLACES_H_

#include "base/result.h"
#include "register/register.h"
#include "service/context.h"
#include "store/transaction.h"

namespace kaoping::service {

// `place` by the names that the register has for it. Any place but the empty one needs a register.
//
// kNotFound `unit-unknown` (field "unit"), `office-unknown` (field "office"); kInvalid
// `unit-required` (field "unit"), for an office without its unit, and for no unit at all if `role`
// NeedsUnit.
Result<Place> FindPlace(const store::Transaction& transaction, const Place& place, Role role);

// Whether everybody still belongs to a unit and an office that `names` has. kConflict
// `unit-in-use`, naming somebody whose place is missing.
Status CheckPlacesStay(const store::Transaction& transaction, const registry::Register& names);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_PLACES_H_
