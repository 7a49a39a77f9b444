#include "service/carry_over.h"

#include <algorithm>
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
#include "service/lineage.h"
#include "service/reviewed_scheme.h"
#include "service/revision.h"

namespace kaoping::service {
namespace {

// The last word on each of several criteria of the same words, in the order of their rows; nothing
// where nobody said a word that stands.
using OnTwins = std::vector<std::optional<Word>>;

// What the latest earlier import left that knew the criterion, or the finding, by identity.
struct Heritage {
  std::map<std::string, OnTwins> words;
  std::map<std::string, store::ConfirmationRow> confirmations;
  std::map<std::string, int> years;  // of the schemes that the words come from, by id
};

template <typename Visit>
void ForEachIdentity(const scheme::Scheme& scheme, const Visit& visit) {
  for (const scheme::CriterionRef& criterion : scheme::AllCriteria(scheme)) {
    visit(scheme::IdentityOf(scheme, *criterion.section, *criterion.task), *criterion.task);
  }
}

// `accepts` says which words may be inherited.
template <typename Accepts>
Status CollectWords(const store::Transaction& transaction, const store::SchemeRow& row,
                    const scheme::Scheme& earlier, const Accepts& accepts, Heritage& heritage) {
  KAOPING_TRY(const Words words, LoadWords(transaction, row.id));
  std::map<std::string, OnTwins> own;
  ForEachIdentity(earlier, [&](const std::string& identity, const scheme::Task& task) {
    const Word* const word = StandingWord(words, task.key);
    const bool is_inherited = word != nullptr && accepts(*word);
    own[identity].push_back(is_inherited ? std::optional(*word) : std::nullopt);
  });
  heritage.words.merge(own);  // what a later import knew stays
  heritage.years[row.id] = earlier.year;
  return Ok();
}

Status CollectConfirmations(const store::Transaction& transaction, const store::SchemeRow& row,
                            Heritage& heritage) {
  KAOPING_TRY(const std::vector<store::ConfirmationRow> confirmations,
              transaction.settlements().Confirmations(row.id));
  for (const store::ConfirmationRow& confirmation : confirmations) {
    heritage.confirmations.try_emplace(confirmation.identity, confirmation);
  }
  return Ok();
}

// A published notice of an earlier year, from the same issuer.
struct Elder {
  const store::SchemeRow* row = nullptr;
  scheme::Scheme scheme;
};

Result<Heritage> Collect(const store::Transaction& transaction, const std::string& scheme_id,
                         const scheme::Scheme& scheme) {
  Heritage heritage;
  std::vector<Elder> elders;
  KAOPING_TRY(const std::vector<store::SchemeRow> rows, transaction.schemes().All());
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    if (row->id == scheme_id) continue;
    Result<scheme::Scheme> earlier = LoadImported(transaction, *row);
    // One that can't be read is for verification to report, and no reason to refuse another.
    if (!earlier) continue;
    if (IsSameNotice(*earlier, scheme)) {
      KAOPING_TRY_STATUS(CollectWords(
          transaction, *row, *earlier, [](const Word&) { return true; }, heritage));
      KAOPING_TRY_STATUS(CollectConfirmations(transaction, *row, heritage));
    } else if (row->publication && row->followed_by.empty() && earlier->year < scheme.year &&
               !scheme.notice.issuer.empty() && earlier->notice.issuer == scheme.notice.issuer) {
      elders.push_back({&*row, *std::move(earlier)});
    }
  }
  std::stable_sort(elders.begin(), elders.end(),
                   [](const Elder& a, const Elder& b) { return a.scheme.year > b.scheme.year; });
  const auto is_decision = [](const Word& word) {
    return word.settlement.how != scheme::Settlement::How::kLeft;
  };
  for (const Elder& elder : elders) {
    KAOPING_TRY_STATUS(CollectWords(transaction, *elder.row, elder.scheme, is_decision, heritage));
  }
  return heritage;
}

// The word that somebody had first, where this one was carried over.
Result<Word> OriginOf(const store::Transaction& transaction, Word word) {
  std::set<std::string> seen;
  while (!word.row.carried_from.empty() && seen.insert(word.row.carried_from).second) {
    KAOPING_TRY(const Words words, LoadWords(transaction, word.row.carried_from));
    const Word* found = nullptr;
    for (const auto& [task, on_task] : words) {
      for (const Word& one : on_task) {
        const bool is_it = one.row.identity == word.row.identity &&
                           one.settlement.how == word.settlement.how &&
                           one.row.entry < word.row.entry;
        if (is_it) found = &one;
      }
    }
    if (found == nullptr) break;
    word = *found;
  }
  return word;
}

// `source` is the scheme that the word comes from, and of which year it is.
struct Source {
  std::string scheme;
  int year = 0;
};

Result<CarriedSettlement> Tell(const store::Transaction& transaction, const Source& source,
                               const Word& word, const scheme::Task& task, int year) {
  KAOPING_TRY(const Word origin, OriginOf(transaction, word));
  KAOPING_TRY(const std::vector<store::SchemeRow> rows, transaction.schemes().All());
  CarriedSettlement told;
  told.task = task.key;
  told.words = task.content.text.empty() ? task.criterion->text : task.content.text;
  told.how = origin.settlement.how;
  told.scheme = source.scheme;
  const store::SchemeRow* const row = FindRow(rows, source.scheme);
  told.title = row == nullptr ? "" : row->title;
  told.year = source.year;
  told.is_of_earlier_year = told.year != year;
  told.word = {origin.row.by, origin.row.at, origin.row.reason, origin.row.carried_from};
  return told;
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
  KAOPING_TRY_STATUS(KeepSettlement(work, context.actor, context.now, std::move(row)));
  scheme = std::move(settled);
  return true;
}

Result<std::vector<CarriedSettlement>> CarryWords(store::Transaction& work, const Context& context,
                                                  const std::string& scheme_id,
                                                  const Heritage& heritage,
                                                  const scheme::Scheme& imported,
                                                  scheme::Scheme& scheme) {
  std::vector<std::pair<const Word*, const scheme::Task*>> inherited;
  std::map<std::string, std::size_t> twins;
  ForEachIdentity(imported, [&](const std::string& identity, const scheme::Task& task) {
    const std::size_t nth = twins[identity]++;
    const auto words = heritage.words.find(identity);
    if (words == heritage.words.end() || nth >= words->second.size()) return;
    const std::optional<Word>& word = words->second[nth];
    if (word) inherited.emplace_back(&*word, &task);
  });
  std::vector<CarriedSettlement> carried;
  for (const auto& [word, task] : inherited) {
    KAOPING_TRY(const bool fits, Carry(work, context, scheme_id, *word, task->key, scheme));
    if (!fits) continue;
    const Source source = {word->row.scheme, heritage.years.at(word->row.scheme)};
    KAOPING_TRY(CarriedSettlement told, Tell(work, source, *word, *task, imported.year));
    carried.push_back(std::move(told));
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
    KAOPING_TRY_STATUS(KeepConfirmation(work, context.actor, context.now, scheme_id, finding,
                                        known->second.note, known->second.scheme));
  }
  return Ok();
}

}  // namespace

Result<std::vector<CarriedSettlement>> CarryOver(store::Transaction& work, const Context& context,
                                                 const std::string& scheme_id,
                                                 const scheme::Scheme& scheme) {
  KAOPING_TRY(const Heritage heritage, Collect(work, scheme_id, scheme));
  scheme::Scheme settled = scheme;
  KAOPING_TRY(std::vector<CarriedSettlement> carried,
              CarryWords(work, context, scheme_id, heritage, scheme, settled));
  KAOPING_TRY_STATUS(CarryConfirmations(work, context, scheme_id, heritage, settled));
  return carried;
}

Result<std::vector<CarriedSettlement>> CarriedOver(const store::Transaction& transaction,
                                                   const store::SchemeRow& row) {
  KAOPING_TRY(const scheme::Scheme imported, LoadImported(transaction, row));
  KAOPING_TRY(const Words words, LoadWords(transaction, row.id));
  KAOPING_TRY(const std::vector<store::SchemeRow> rows, transaction.schemes().All());
  std::map<std::string, int> years;  // of the schemes they come from
  std::vector<CarriedSettlement> carried;
  for (const scheme::CriterionRef& criterion : scheme::AllCriteria(imported)) {
    const Word* const word = StandingWord(words, criterion.task->key);
    if (word == nullptr || word->row.carried_from.empty()) continue;
    const store::SchemeRow* const from = FindRow(rows, word->row.carried_from);
    if (from == nullptr) continue;
    if (!years.contains(from->id)) {
      KAOPING_TRY(const scheme::Scheme earlier, LoadImported(transaction, *from));
      years[from->id] = earlier.year;
    }
    KAOPING_TRY(CarriedSettlement told, Tell(transaction, {from->id, years[from->id]}, *word,
                                             *criterion.task, imported.year));
    carried.push_back(std::move(told));
  }
  return carried;
}

}  // namespace kaoping::service
