// Private to service/: a scheme as it counts, with what people decided on it put on what was
// imported.

#ifndef KAOPING_SERVICE_REVIEWED_SCHEME_H_
#define KAOPING_SERVICE_REVIEWED_SCHEME_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "scheme/lint.h"
#include "scheme/scheme.h"
#include "scheme/settlement.h"
#include "service/schemes.h"
#include "store/transaction.h"

namespace kaoping::service {

// A word that somebody had on a criterion.
struct Word {
  store::SettlementRow row;
  scheme::Settlement settlement;
};

// By task, every word in its order; the last one stands.
using Words = std::map<std::string, std::vector<Word>>;

struct ReviewedScheme {
  scheme::Scheme scheme;
  std::vector<Pending> pending;
  Words words;
};

// As it was imported. Requires: `row` comes from the same transaction. `data-corrupt` if what is
// stored can't be read, here and below.
Result<scheme::Scheme> LoadImported(const store::Transaction& transaction,
                                    const store::SchemeRow& row);

// With the words that were known at that moment; all of them if none is given.
Result<ReviewedScheme> LoadReviewed(const store::Transaction& transaction,
                                    const store::SchemeRow& row,
                                    std::optional<Timestamp> known_at = std::nullopt);

// The last word on a task's criterion; nullptr if there is none or it was taken back.
const Word* StandingWord(const Words& words, const std::string& task);

Result<Words> LoadWords(const store::Transaction& transaction, const std::string& scheme_id);

// All that is doubtful in a scheme, by its words, by the register if there is one, and when it is
// scored. What doesn't count is looked at as if it did, unless a person left it so.
Result<std::vector<scheme::LintFinding>> FindingsOf(const store::Transaction& transaction,
                                                    scheme::Scheme scheme);

// Writes down a word on a criterion, whose `entry`, `by` and `at` are still to come.
Status KeepSettlement(store::Transaction& work, const Actor& actor, Timestamp now,
                      store::SettlementRow row);

// What doesn't count, as JSON that a publication keeps.
std::string WritePending(const std::vector<Pending>& pending);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_REVIEWED_SCHEME_H_
