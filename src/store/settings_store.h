// SettingsStore: keeps what people chose in place of defaults; added, never changed or removed.

#ifndef KAOPING_STORE_SETTINGS_STORE_H_
#define KAOPING_STORE_SETTINGS_STORE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace kaoping::store {

// The last one for a name stands.
struct SettingRow {
  std::uint64_t entry = 0;
  std::string name;
  std::string value;
  std::string reason;
  // Of the entry; ignored when added.
  std::string by;
  Timestamp at;
};

class SettingsStore {
 public:
  virtual ~SettingsStore() = default;

  // Requires: `row.entry` is in the ledger.
  virtual Status Change(const SettingRow& row) = 0;
  // All of them, in the order of their entries.
  virtual Result<std::vector<SettingRow>> All() const = 0;
};

}  // namespace kaoping::store

#endif  // KAOPING_STORE_SETTINGS_STORE_H_
