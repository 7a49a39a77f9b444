// RegisterStore: keeps the register of units and offices, those it replaced, what people said that
// names outside of it mean, and which units the tasks of a scheme are entrusted to.

#ifndef KAOPING_STORE_REGISTER_STORE_H_
#define KAOPING_STORE_REGISTER_STORE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace kaoping::store {

struct RegisterRow {
  std::uint64_t entry = 0;
  std::string body;  // the register's JSON
};

// The last one for a name of a unit stands.
struct OfficeNameRow {
  std::uint64_t entry = 0;
  std::string unit;
  std::string name;
  std::string body;    // what it means, as one line of JSON
  std::string reason;  // empty for none
  // Of the entry; ignored when added.
  std::string by;
  Timestamp at;
};

// The last one for a task of a scheme stands.
struct EntrustmentRow {
  std::uint64_t entry = 0;
  std::string scheme;
  std::string task;
  std::string body;    // to whom, as one line of JSON
  std::string reason;  // empty for none
  // Of the entry; ignored when added.
  std::string by;
  Timestamp at;
};

class RegisterStore {
 public:
  virtual ~RegisterStore() = default;

  // Requires: `row.entry` is in the ledger.
  virtual Status Add(const RegisterRow& row) = 0;

  // The latest; nothing if there is none.
  virtual Result<std::optional<RegisterRow>> Current() const = 0;
  // The oldest first.
  virtual Result<std::vector<RegisterRow>> All() const = 0;

  // Requires: `row.entry` is in the ledger.
  virtual Status Name(const OfficeNameRow& row) = 0;
  // All of them, in the order of their entries.
  virtual Result<std::vector<OfficeNameRow>> Names() const = 0;

  // Requires: the scheme is there and `row.entry` is in the ledger.
  virtual Status Entrust(const EntrustmentRow& row) = 0;
  // All of them, in the order of their entries.
  virtual Result<std::vector<EntrustmentRow>> Entrustments() const = 0;
};

}  // namespace kaoping::store

#endif  // KAOPING_STORE_REGISTER_STORE_H_
