// Private to service/: the settings as they count in a state.

#ifndef KAOPING_SERVICE_SETTINGS_IN_FORCE_H_
#define KAOPING_SERVICE_SETTINGS_IN_FORCE_H_

#include "base/result.h"
#include "service/settings.h"
#include "store/transaction.h"

namespace kaoping::service {

// `data-corrupt` for one that can't be read.
Result<Settings> LoadSettings(const store::Transaction& transaction);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_SETTINGS_IN_FORCE_H_
