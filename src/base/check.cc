#include "base/check.h"

#include <fmt/format.h>

namespace kaoping {

void FailCheck(const char* condition, const char* file, int line) {
  throw InternalError(fmt::format("{}:{}: check failed: {}", file, line, condition));
}

}  // namespace kaoping
