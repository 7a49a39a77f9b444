#include "score/scorecard.h"

#include "base/check.h"

namespace kaoping::score {

const char* ToString(Reading reading) {
  switch (reading) {
    case Reading::kConfirmed:
      return "confirmed";
    case Reading::kClaimed:
      return "claimed";
    case Reading::kProjected:
      return "projected";
  }
  KAOPING_CHECK(false);
}

const char* ToString(Reason::Kind kind) {
  switch (kind) {
    case Reason::Kind::kTotal:
      return "total";
    case Reason::Kind::kSection:
      return "section";
    case Reason::Kind::kTask:
      return "task";
    case Reason::Kind::kGroup:
      return "group";
    case Reason::Kind::kRule:
      return "rule";
    case Reason::Kind::kLimit:
      return "limit";
    case Reason::Kind::kPolicy:
      return "policy";
    case Reason::Kind::kFact:
      return "fact";
    case Reason::Kind::kRounding:
      return "rounding";
    case Reason::Kind::kBase:
      return "base";
  }
  KAOPING_CHECK(false);
}

}  // namespace kaoping::score
