// Verification: does the ledger hang together, and does the data say what the ledger says?

#ifndef KAOPING_SERVICE_VERIFICATION_H_
#define KAOPING_SERVICE_VERIFICATION_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "base/result.h"
#include "ledger/chain.h"
#include "ledger/entry.h"
#include "service/context.h"

namespace kaoping::service {

using Checkpoint = ledger::Checkpoint;
// A break of the chain, or a difference between ledger and data; docs/ledger-format.md lists the
// codes.
using Problem = ledger::Problem;

struct VerifyReport {
  std::uint64_t entries = 0;
  std::string hash;                 // of the last entry
  std::vector<Problem> problems;    // at most 100
  std::uint64_t more_problems = 0;  // how many were found beyond those
};

// Recomputes the whole chain, and compares every scheme, publication, fact, decision, account, item
// of evidence and the register with what the ledger says of it, and every file of evidence with its
// hash. Writes nothing.
//
// Problems are no errors: they stand in the report, and nothing is repaired.
Result<VerifyReport> Verify(const Context& context, const std::optional<Checkpoint>& checkpoint);

// {"entries":12,"hash":"…","problems":[{"code","message"}]}: a report is a checkpoint too.
std::string WriteReport(const VerifyReport& report, Language language);
// kInvalid `checkpoint-unreadable` for anything without "entries" and "hash"; other fields are
// passed over.
Result<Checkpoint> ReadCheckpoint(std::string_view json);

// The entries with numbers from `first` (the first is 1), in order. Fewer than `limit` means the
// end was reached. Requires: 1 <= limit <= 10'000.
Result<std::vector<ledger::Entry>> ReadLedger(const Context& context, std::uint64_t first,
                                              int limit);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_VERIFICATION_H_
