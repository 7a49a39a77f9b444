// Private to service/: how layouts that people put right are stored.

#ifndef KAOPING_SERVICE_LAYOUT_KEEPING_H_
#define KAOPING_SERVICE_LAYOUT_KEEPING_H_

#include <string>
#include <vector>

#include "base/result.h"
#include "notice/notice.h"
#include "service/context.h"
#include "service/layouts.h"
#include "store/transaction.h"

namespace kaoping::service {

// Those that stand, in the order of their being said. `data-corrupt` if one can't be read.
Result<std::vector<RememberedLayout>> LoadLayouts(const store::Transaction& transaction);

// Takes the place of what was said of the same head before; the same again changes nothing.
Status KeepLayout(store::Transaction& work, const Context& context, const std::string& source,
                  const notice::Layout& layout);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_LAYOUT_KEEPING_H_
