// LedgerStore: keeps the ledger; entries are added, never changed or removed.

#ifndef KAOPING_STORE_LEDGER_STORE_H_
#define KAOPING_STORE_LEDGER_STORE_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "ledger/chain.h"
#include "ledger/entry.h"

namespace kaoping::store {

class LedgerStore {
 public:
  virtual ~LedgerStore() = default;

  // Seals `draft` to the end of the chain. Gives the entry as it is stored.
  virtual Result<ledger::Entry> Append(ledger::Draft draft, Timestamp now) = 0;

  // The end of the chain as it is kept beside the entries.
  virtual Result<ledger::Tail> Head() const = 0;

  // The entries with numbers from `first` (0: whatever stands at the beginning, also what nobody
  // sealed), in order; fewer than `limit` means that the end was reached.
  // Requires: 1 <= limit <= 10'000.
  virtual Result<std::vector<ledger::Entry>> Read(std::uint64_t first, int limit) const = 0;
};

}  // namespace kaoping::store

#endif  // KAOPING_STORE_LEDGER_STORE_H_
