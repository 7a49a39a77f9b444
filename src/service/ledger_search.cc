#include "service/ledger_search.h"

#include <nlohmann/json.hpp>

#include "service/paging.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

constexpr int kAtOnce = 10'000;
constexpr int kMostReads = 5;  // for a page

bool Fits(const ledger::Entry& entry, const LedgerFilter& filter) {
  if (!filter.actor.empty() && entry.actor != filter.actor) return false;
  if (!filter.action.empty() && entry.action != filter.action) return false;
  if (!entry.subject.starts_with(filter.subject)) return false;
  if (entry.body.find(filter.words) == std::string::npos) return false;
  if (!filter.from && !filter.to) return true;
  const Date day = entry.at.BeijingDay();
  return (!filter.from || *filter.from <= day) && (!filter.to || day <= *filter.to);
}

}  // namespace

Result<LedgerPage> SearchLedger(const Context& context, const LedgerFilter& filter) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kVerify));
  KAOPING_TRY_STATUS(CheckLimit(filter.limit, "entries"));
  KAOPING_TRY(std::uint64_t last, ReadCursor(filter.cursor));
  KAOPING_TRY(const auto reading, context.store.Read());
  LedgerPage page;
  for (int reads = 0; reads < kMostReads; ++reads) {
    KAOPING_TRY(const std::vector<ledger::Entry> entries,
                reading->ledger().Read(last + 1, kAtOnce));
    for (const ledger::Entry& entry : entries) {
      last = entry.seq;
      if (!Fits(entry, filter)) continue;
      page.items.push_back(entry);
      if (page.items.size() < static_cast<std::size_t>(filter.limit)) continue;
      page.next = std::to_string(last);
      return page;
    }
    if (entries.size() < static_cast<std::size_t>(kAtOnce)) return page;
  }
  page.next = std::to_string(last);
  return page;
}

std::string WriteEntry(const ledger::Entry& entry) {
  return nlohmann::ordered_json({{"seq", entry.seq},
                                 {"at", entry.at.ToString()},
                                 {"actor", entry.actor},
                                 {"action", entry.action},
                                 {"subject", entry.subject},
                                 {"body", entry.body},
                                 {"prev_hash", entry.prev_hash},
                                 {"hash", entry.hash}})
      .dump();
}

}  // namespace kaoping::service
