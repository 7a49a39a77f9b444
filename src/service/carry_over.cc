#include "service/carry_over.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "scheme/json.h"
#include "scheme/settlement.h"
#include "service/confirmations.h"
#include "service/reviewed_scheme.h"

namespace kaoping::service {
namespace {

// What earlier imports of the notice left, by the identity of what it is about.
struct Heritage {
  std::map<std::string, Word> words;  // the last one on each criterion
  std::map<std::string, store::ConfirmationRow> confirmations;
};

// The latest import first, so that what is known already stays.
Result<Heritage> Collect(const store::Transaction& transaction, const std::string& scheme_id,
                         const scheme::Scheme& scheme) {
  Heritage heritage;
  KAOPING_TRY(const std::vector<store::SchemeRow> rows, transaction.schemes().All());
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    if (row->id == scheme_id) continue;
    KAOPING_TRY(const scheme::Scheme earlier, LoadImported(transaction, *row));
    if (earlier.notice.issuer != scheme.notice.issuer || earlier.year != scheme.year) continue;
    KAOPING_TRY(Words words, LoadWords(transaction, row->id));
    for (auto& [task, on_task] : words) {
      Word& last = on_task.back();
      std::string identity = last.row.identity;
      heritage.words.try_emplace(std::move(identity), std::move(last));
    }
    KAOPING_TRY(const std::vector<store::ConfirmationRow> confirmations,
                transaction.settlements().Confirmations(row->id));
    for (const store::ConfirmationRow& confirmation : confirmations) {
      heritage.confirmations.try_emplace(confirmation.identity, confirmation);
    }
  }
  return heritage;
}

// Puts the word on the task's criterion and keeps it; false if it doesn't fit what this compiler
// reads.
Result<bool> Carry(store::Transaction& work, const Context& context, const std::string& scheme_id,
                   const Word& word, const std::string& task_key, scheme::Scheme& scheme) {
  scheme::Settlement settlement = word.settlement;
  settlement.ids.clear();
  scheme::Scheme settled = scheme;
  if (!scheme::Apply(settlement, task_key, settled) || !scheme::CheckScheme(settled)) return false;
  const scheme::Criterion& criterion = *scheme::FindTask(settled, task_key)->criterion;
  if (!settlement.reading.rules.empty()) settlement.ids = scheme::IdsOf(criterion);
  store::SettlementRow row;
  row.scheme = scheme_id;
  row.task = task_key;
  row.identity = word.row.identity;
  row.body = scheme::WriteSettlement(settlement);
  row.reason = word.row.reason;
  row.carried_from = word.row.scheme;
  KAOPING_TRY_STATUS(KeepSettlement(work, context.actor.name, context.now, std::move(row)));
  scheme = std::move(settled);
  return true;
}

Result<int> CarryWords(store::Transaction& work, const Context& context,
                       const std::string& scheme_id, const Heritage& heritage,
                       const scheme::Scheme& imported, scheme::Scheme& scheme) {
  int carried = 0;
  for (const scheme::Section& section : imported.sections) {
    for (const scheme::Task& task : section.tasks) {
      if (!task.criterion || !task.criterion->same_as.empty()) continue;
      const auto word = heritage.words.find(scheme::IdentityOf(imported, section, task));
      if (word == heritage.words.end()) continue;
      if (word->second.settlement.how == scheme::Settlement::How::kReopened) continue;
      KAOPING_TRY(const bool fits, Carry(work, context, scheme_id, word->second, task.key, scheme));
      carried += fits ? 1 : 0;
    }
  }
  return carried;
}

Status CarryConfirmations(store::Transaction& work, const Context& context,
                          const std::string& scheme_id, const Heritage& heritage,
                          const scheme::Scheme& scheme) {
  if (heritage.confirmations.empty()) return Ok();
  KAOPING_TRY(const std::vector<scheme::LintFinding> findings, FindingsOf(work, scheme));
  std::set<std::string> done;
  for (const scheme::LintFinding& finding : findings) {
    const auto known = heritage.confirmations.find(finding.identity);
    if (known == heritage.confirmations.end() ||
        finding.diagnostic.severity != Severity::kWarning ||
        !done.insert(finding.identity).second) {
      continue;
    }
    KAOPING_TRY_STATUS(KeepConfirmation(work, context.actor.name, context.now, scheme_id, finding,
                                        known->second.note, known->second.scheme));
  }
  return Ok();
}

}  // namespace

Result<int> CarryOver(store::Transaction& work, const Context& context,
                      const std::string& scheme_id, const scheme::Scheme& scheme) {
  KAOPING_TRY(const Heritage heritage, Collect(work, scheme_id, scheme));
  scheme::Scheme settled = scheme;
  KAOPING_TRY(const int carried, CarryWords(work, context, scheme_id, heritage, scheme, settled));
  KAOPING_TRY_STATUS(CarryConfirmations(work, context, scheme_id, heritage, settled));
  return carried;
}

}  // namespace kaoping::service
