// Layouts that people put right when they imported a notice: what the columns of tables with a
// certain head hold, remembered for the next file with that head, until somebody takes it back.

#ifndef KAOPING_SERVICE_LAYOUTS_H_
#define KAOPING_SERVICE_LAYOUTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "notice/notice.h"
#include "service/context.h"

namespace kaoping::service {

struct RememberedLayout {
  std::uint64_t id = 0;  // lasting; another one once the head is corrected anew
  notice::Layout layout;
  std::string source;  // the name of the file it was said of
  std::string by;
  Timestamp at;
};

// Those that stand, in the order of their being said.
Result<std::vector<RememberedLayout>> ListLayouts(const Context& context);

// Tables with that head are read by themselves again; what was imported stays as it is. Gives those
// that stand.
//
// kNotFound `layout-not-found`.
Result<std::vector<RememberedLayout>> ForgetLayout(const Context& context, std::uint64_t id);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_LAYOUTS_H_
