// Looking through the ledger, for whoever may verify it; nothing here can change it.

#ifndef KAOPING_SERVICE_LEDGER_SEARCH_H_
#define KAOPING_SERVICE_LEDGER_SEARCH_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "ledger/entry.h"
#include "service/context.h"

namespace kaoping::service {

// What is empty selects everything.
struct LedgerFilter {
  std::string actor{};         // the account
  std::string action{};        // "record-fact"
  std::string subject{};       // or its beginning: "fact/s0123456789ab/f12", "account/"
  std::string words{};         // anywhere in the body
  std::optional<Date> from{};  // Beijing days, both included
  std::optional<Date> to{};
  std::string cursor{};  // LedgerPage::next of the page before; empty: from the first entry
  int limit = 100;       // 1 to 1 000
};

struct LedgerPage {
  std::vector<ledger::Entry> items;  // in order
  // Empty behind the last entry. A page may have fewer than `limit` items, or none, and still lead
  // on: no more than some tens of thousands of entries are looked at for one.
  std::string next;
};

// kInvalid `cursor-unfit`, `limit-unfit`.
Result<LedgerPage> SearchLedger(const Context& context, const LedgerFilter& filter);

// An entry as one line of JSON, without the line break: its fields in the order of
// docs/ledger-format.md, `body` as it was hashed, in a string.
std::string WriteEntry(const ledger::Entry& entry);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_LEDGER_SEARCH_H_
