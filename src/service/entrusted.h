// Private to service/: entrustments as they stand for a scheme.

#ifndef KAOPING_SERVICE_ENTRUSTED_H_
#define KAOPING_SERVICE_ENTRUSTED_H_

#include <map>
#include <string>

#include "base/result.h"
#include "service/entrustments.h"
#include "service/ground.h"

namespace kaoping::service {

// By the key of the task; those to nobody are left out. `data-corrupt` for one that can't be read.
Result<std::map<std::string, Entrustment>> StandingEntrustments(
    const store::Transaction& transaction, const Ground& ground);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_ENTRUSTED_H_
