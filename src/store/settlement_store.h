// SettlementStore: keeps what people decided on the reading of criteria, and the warnings that they
// confirmed; both are added, never changed or removed.

#ifndef KAOPING_STORE_SETTLEMENT_STORE_H_
#define KAOPING_STORE_SETTLEMENT_STORE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace kaoping::store {

struct SettlementRow {
  std::uint64_t entry = 0;
  std::string scheme;
  std::string task;
  std::string identity;      // of the criterion's words (scheme::IdentityOf)
  std::string body;          // the settlement, as one line of JSON
  std::string reason;        // empty for none
  std::string carried_from;  // the scheme that it was carried over from; empty for none
  // Of the entry; ignored when added.
  std::string by;
  Timestamp at;
};

struct ConfirmationRow {
  std::uint64_t entry = 0;
  std::string scheme;
  std::string identity;  // of the finding
  std::string body;      // what was confirmed, as one line of JSON
  std::string note;      // empty for none
  std::string carried_from;
  // Of the entry; ignored when added.
  std::string by;
  Timestamp at;
};

class SettlementStore {
 public:
  virtual ~SettlementStore() = default;

  // Requires: the scheme is there and `row.entry` is in the ledger.
  virtual Status Settle(const SettlementRow& row) = 0;
  // Requires: the scheme is there, the finding is not confirmed in it, and `row.entry` is in the
  // ledger.
  virtual Status Confirm(const ConfirmationRow& row) = 0;

  // In the order of their entries.
  virtual Result<std::vector<SettlementRow>> Settlements(std::string_view scheme) const = 0;
  virtual Result<std::vector<ConfirmationRow>> Confirmations(std::string_view scheme) const = 0;
  // Of all schemes, with entries greater than `after` (absent: all); the first `limit` of them.
  virtual Result<std::vector<SettlementRow>> AllSettlements(std::optional<std::uint64_t> after,
                                                            int limit) const = 0;
  virtual Result<std::vector<ConfirmationRow>> AllConfirmations(std::optional<std::uint64_t> after,
                                                                int limit) const = 0;
};

}  // namespace kaoping::store

#endif  // KAOPING_STORE_SETTLEMENT_STORE_H_
