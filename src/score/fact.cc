#include "score/fact.h"

#include "base/check.h"

namespace kaoping::score {

const char* ToString(FactStatus status) {
  switch (status) {
    case FactStatus::kClaimed:
      return "claimed";
    case FactStatus::kConfirmed:
      return "confirmed";
    case FactStatus::kRejected:
      return "rejected";
  }
  KAOPING_CHECK(false);
}

}  // namespace kaoping::score
