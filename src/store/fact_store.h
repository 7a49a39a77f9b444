// FactStore: keeps facts and what was decided on them; both are added, never changed or removed.

#ifndef KAOPING_STORE_FACT_STORE_H_
#define KAOPING_STORE_FACT_STORE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace kaoping::store {

// Facts stand in the order of their entries: that of recording.
struct FactRow {
  std::uint64_t entry = 0;
  std::string scheme;
  std::string id;  // unique in the scheme
  std::string unit;
  std::string rule;  // lasting id
  std::string body;  // the fact, as one line of JSON
  // Of the entry; ignored when added.
  std::string recorded_by;
  Timestamp recorded_at;
};

struct DecisionRow {
  std::uint64_t entry = 0;
  std::string scheme;
  std::string fact;
  std::string status;  // "confirmed", "rejected"
  std::string note;
  // Of the entry; ignored when added.
  std::string decided_by;
  Timestamp decided_at;
};

// The answer to a request that carried an idempotency key.
struct RequestRow {
  std::string actor;
  std::string key;
  std::string digest;  // SHA-256 of the request
  std::string answer;
  std::uint64_t entry = 0;
};

// What is empty selects everything.
struct FactSelection {
  std::vector<std::string> schemes{};
  std::vector<std::string> units{};
  std::vector<std::string> rules{};
  // Entries greater than this; absent, all there are, whatever their number.
  std::optional<std::uint64_t> after{};
};

class FactStore {
 public:
  virtual ~FactStore() = default;

  // Requires: scheme and id are not taken, the scheme is there, and `row.entry` is in the ledger.
  virtual Status Add(const FactRow& row) = 0;
  // Requires: the fact is there and `row.entry` is in the ledger.
  virtual Status Decide(const DecisionRow& row) = 0;
  // Requires: actor and key are not taken, and `row.entry` is in the ledger.
  virtual Status KeepRequest(const RequestRow& row) = 0;

  virtual Result<std::optional<FactRow>> Find(std::string_view scheme,
                                              std::string_view id) const = 0;
  // In order, the first `limit` of them. Requires: limit >= 1.
  virtual Result<std::vector<FactRow>> Select(const FactSelection& selection, int limit) const = 0;
  // On the facts of these units (empty: all), or on one fact (empty: all); in order. At least one
  // of the last two is empty.
  virtual Result<std::vector<DecisionRow>> Decisions(std::string_view scheme,
                                                     const std::vector<std::string>& units,
                                                     std::string_view fact) const = 0;
  // Of all schemes, with entries greater than `after` (absent: all); the first `limit` of them.
  virtual Result<std::vector<DecisionRow>> AllDecisions(std::optional<std::uint64_t> after,
                                                        int limit) const = 0;
  // The units that any fact names, each once.
  virtual Result<std::vector<std::string>> Units() const = 0;
  virtual Result<std::optional<RequestRow>> FindRequest(std::string_view actor,
                                                        std::string_view key) const = 0;
};

}  // namespace kaoping::store

#endif  // KAOPING_STORE_FACT_STORE_H_
