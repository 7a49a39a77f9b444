// RegisterStore: keeps the register of units and offices, and those it replaced.

#ifndef KAOPING_STORE_REGISTER_STORE_H_
#define KAOPING_STORE_REGISTER_STORE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace kaoping::store {

struct RegisterRow {
  std::uint64_t entry = 0;
  std::string body;  // the register's JSON
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
};

}  // namespace kaoping::store

#endif  // KAOPING_STORE_REGISTER_STORE_H_
