// Entry: one thing that was done, chained to the one before it by its hash.
//
// docs/ledger-format.md fixes how an entry is serialised and hashed, with a worked example.

#ifndef KAOPING_LEDGER_ENTRY_H_
#define KAOPING_LEDGER_ENTRY_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.h"

namespace kaoping::ledger {

// What somebody did. Empty texts are allowed everywhere but in `actor` and `action`.
struct Draft {
  std::string actor;      // the account's name
  std::string action;     // "record-fact"; permanent, see docs/ledger-format.md
  std::string subject{};  // what it was done to: "fact/s0123456789ab/f12"
  std::string body{};     // canonical JSON: {"before"?,"after"?,"reason"?}
};

struct Entry {
  std::uint64_t seq = 0;  // from 1, without gaps
  Timestamp at;           // never before that of the entry before
  std::string actor;
  std::string action;
  std::string subject;
  std::string body;
  std::string prev_hash;  // of the entry before, 64 hexadecimal digits; kNoHash for the first
  std::string hash;       // of this entry

  friend bool operator==(const Entry&, const Entry&) = default;
};

inline constexpr std::string_view kNoHash =
    "0000000000000000000000000000000000000000000000000000000000000000";

}  // namespace kaoping::ledger

#endif  // KAOPING_LEDGER_ENTRY_H_
