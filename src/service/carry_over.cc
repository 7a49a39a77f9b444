#include "service/carry_over.h"

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "scheme/json.h"
#include "scheme/settlement.h"
#include "service/confirmations.h"
#include "service/reviewed_scheme.h"

namespace kaoping::service {
namespace {

// The last word on each of several criteria of the same words, in the order of their rows; nothing
// where nobody said a word that stands.
using OnTwins = std::vector<std::optional<Word>>;

// What the latest earlier import left that knew the criterion, or the finding, by identity.
struct Heritage {
  std::map<std::string, OnTwins> words;
  std::map<std::string, store::ConfirmationRow> confirmations;
};

// Whether both come from the same notice, perhaps a corrected one.
bool IsSameNotice(const scheme::Scheme& a, const scheme::Scheme& b) {
  const bool same_name =
      a.title == b.title || (!a.notice.number.empty() && a.notice.number == b.notice.number);
  return !a.notice.issuer.empty() && a.notice.issuer == b.notice.issuer && a.year == b.year &&
         same_name;
}

template <typename Visit>
void ForEachIdentity(const scheme::Scheme& scheme, const Visit& visit) {
  for (const scheme::CriterionRef& criterion : scheme::AllCriteria(scheme)) {
    visit(scheme::IdentityOf(scheme, *criterion.section, *criterion.task), *criterion.task);
  }
}

Status CollectFrom(const store::Transaction& transaction, const store::SchemeRow& row,
                   const scheme::Scheme& earlier, Heritage& heritage) {
  KAOPING_TRY(const Words words, LoadWords(transaction, row.id));
  std::map<std::string, OnTwins> own;
  ForEachIdentity(earlier, [&](const std::string& identity, const scheme::Task& task) {
    const Word* const word = StandingWord(words, task.key);
    own[identity].push_back(word == nullptr ? std::nullopt : std::optional(*word));
  });
  heritage.words.merge(own);  // what a later import knew stays
  KAOPING_TRY(const std::vector<store::ConfirmationRow> confirmations,
              transaction.settlements().Confirmations(row.id));
  for (const store::ConfirmationRow& confirmation : confirmations) {
    heritage.confirmations.try_emplace(confirmation.identity, confirmation);
  }
  return Ok();
}

Result<Heritage> Collect(const store::Transaction& transaction, const std::string& scheme_id,
                         const scheme::Scheme& scheme) {
  Heritage heritage;
  KAOPING_TRY(const std::vector<store::SchemeRow> rows, transaction.schemes().All());
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    if (row->id == scheme_id) continue;
    const Result<scheme::Scheme> earlier = LoadImported(transaction, *row);
    // One that can't be read is for verification to report, and no reason to refuse another.
    if (!earlier || !IsSameNotice(*earlier, scheme)) continue;
    KAOPING_TRY_STATUS(CollectFrom(transaction, *row, *earlier, heritage));
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
  std::vector<std::pair<const Word*, std::string>> inherited;  // with the key of the task
  std::map<std::string, std::size_t> twins;
  ForEachIdentity(imported, [&](const std::string& identity, const scheme::Task& task) {
    const std::size_t nth = twins[identity]++;
    const auto words = heritage.words.find(identity);
    if (words == heritage.words.end() || nth >= words->second.size()) return;
    const std::optional<Word>& word = words->second[nth];
    if (word) inherited.emplace_back(&*word, task.key);
  });
  int carried = 0;
  for (const auto& [word, task_key] : inherited) {
    KAOPING_TRY(const bool fits, Carry(work, context, scheme_id, *word, task_key, scheme));
    carried += fits ? 1 : 0;
  }
  return carried;
}

// Whether what was confirmed says the same of the same words: a figure in it may have changed.
bool SaysTheSame(const store::ConfirmationRow& confirmation, const scheme::LintFinding& finding) {
  const auto body =
      nlohmann::ordered_json::parse(confirmation.body, nullptr, /*allow_exceptions=*/false);
  const auto message = body.is_object() ? body.find("message") : body.end();
  return message != body.end() && *message == finding.diagnostic.message.zh;
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
        finding.diagnostic.severity != Severity::kWarning || !SaysTheSame(known->second, finding) ||
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
