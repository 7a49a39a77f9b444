// Private to service/: what people decided on a notice stays with it when a corrected one is
// imported, and is taken over by the notice of the next year (结转) where the words are the same.

#ifndef KAOPING_SERVICE_CARRY_OVER_H_
#define KAOPING_SERVICE_CARRY_OVER_H_

#include <string>
#include <vector>

#include "base/result.h"
#include "scheme/scheme.h"
#include "service/context.h"
#include "service/schemes.h"
#include "store/transaction.h"

namespace kaoping::service {

// Puts on `scheme`, just added as `scheme_id`, what was settled on criteria of the same words (in
// the same surroundings, with the same base) in earlier imports of the same notice (IsSameNotice),
// and the warnings that were confirmed there and say the same now. The latest import that knew the
// criterion speaks for it; of several with the same words the first for the first.
//
// What no import of the notice knew is settled as in the latest earlier year of which the issuer
// published a notice with those words; but what was left undecided there is asked anew, and so is
// every warning.
//
// Each is an entry of its own that names where it comes from. Gives them in the order of the
// scheme.
Result<std::vector<CarriedSettlement>> CarryOver(store::Transaction& work, const Context& context,
                                                 const std::string& scheme_id,
                                                 const scheme::Scheme& scheme);

// What CarryOver put on a scheme and nobody has said a word on since, in the order of the scheme.
Result<std::vector<CarriedSettlement>> CarriedOver(const store::Transaction& transaction,
                                                   const store::SchemeRow& row);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_CARRY_OVER_H_
