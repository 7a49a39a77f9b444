#include "service/reviewed_scheme.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "scheme/json.h"
#include "scheme/questions.h"
#include "score/proofs.h"
#include "service/statements.h"
#include "service/units.h"

namespace kaoping::service {
namespace {

using nlohmann::ordered_json;
using scheme::Settlement;

Error Unreadable(const std::string& id) {
  return MakeError(ErrorKind::kCorrupt, "data-corrupt",
                   Say("方案{}存下的内容读不出来；请用 kaoping verify 校验数据",
                       "what is stored of scheme {} cannot be read; run kaoping verify", id));
}

bool MakesErrorsVoid(const Word* word) {
  return word != nullptr && word->settlement.how != Settlement::How::kLeft;
}

// ---- What a publication held --------------------------------------------------------------------

// What cannot be read is left out: verification reports it.
std::vector<Pending> ReadPending(const std::string& text) {
  std::vector<Pending> pending;
  const ordered_json list = ordered_json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!list.is_array()) return pending;
  for (const ordered_json& item : list) {
    if (!item.is_object()) continue;
    const std::string why = item.value("why", "");
    Pending& last = pending.emplace_back(Pending{item.value("task", ""), {why, why}, {}});
    if (const auto rules = item.find("rules"); rules != item.end() && rules->is_array()) {
      for (const ordered_json& rule : *rules) last.rules.push_back(rule.is_string() ? rule : "");
    }
  }
  return pending;
}

scheme::Criterion* FindOwnCriterion(scheme::Scheme& scheme, const std::string& task_key) {
  for (scheme::Section& section : scheme.sections) {
    for (scheme::Task& task : section.tasks) {
      if (task.key == task_key && task.criterion) return &*task.criterion;
    }
  }
  return nullptr;
}

std::vector<int> PositionsOf(const scheme::Criterion& criterion,
                             const std::vector<std::string>& keys) {
  std::vector<int> positions;
  for (std::size_t i = 0; i < criterion.rules.size(); ++i) {
    if (std::find(keys.begin(), keys.end(), criterion.rules[i].key) != keys.end()) {
      positions.push_back(static_cast<int>(i));
    }
  }
  return positions;
}

// Holds what the publication held and nobody settled since; gives that back.
std::vector<Pending> HoldAsPublished(const store::PublicationRow& publication,
                                     ReviewedScheme& reviewed) {
  std::vector<Pending> held;
  for (Pending& item : ReadPending(publication.pending)) {
    if (item.rules.empty()) continue;
    const Word* const word = StandingWord(reviewed.words, item.task);
    if (word != nullptr && word->row.entry > publication.entry) continue;
    scheme::Criterion* const criterion = FindOwnCriterion(reviewed.scheme, item.task);
    if (criterion == nullptr) continue;
    scheme::Hold(PositionsOf(*criterion, item.rules), *criterion);
    held.push_back(std::move(item));
  }
  return held;
}

// ---- What doesn't count -------------------------------------------------------------------------

std::vector<Pending> PendingByItself(const scheme::Scheme& scheme) {
  std::vector<Pending> pending;
  for (const Diagnostic& diagnostic : scheme.diagnostics) {
    if (diagnostic.severity == Severity::kError) pending.push_back({"", diagnostic.message, {}});
  }
  std::vector<Pending> criteria = scheme::FindPending(scheme);
  std::move(criteria.begin(), criteria.end(), std::back_inserter(pending));
  return pending;
}

void Add(std::vector<Pending> more, std::vector<Pending>& pending) {
  for (Pending& item : more) {
    const auto same = std::find_if(pending.begin(), pending.end(), [&item](const Pending& known) {
      return known.task == item.task;
    });
    if (same == pending.end()) {
      pending.push_back(std::move(item));
    } else {
      same->rules.insert(same->rules.end(), item.rules.begin(), item.rules.end());
    }
  }
}

// Rules that a draft's scoring shows to be wrong: they won't count either, unless mended.
std::vector<Pending> PendingByProof(const std::vector<scheme::LintFinding>& findings) {
  std::vector<Pending> pending;
  for (const scheme::LintFinding& finding : findings) {
    if (finding.rule.empty() || finding.diagnostic.severity != Severity::kError) continue;
    pending.push_back({finding.task, finding.diagnostic.message, {finding.rule}});
  }
  return pending;
}

}  // namespace

Result<scheme::Scheme> LoadImported(const store::Transaction& transaction,
                                    const store::SchemeRow& row) {
  KAOPING_TRY(const std::optional<store::SchemeText> text, transaction.schemes().FindText(row.id));
  if (!text) return Unreadable(row.id);
  Result<scheme::Scheme> scheme = scheme::ReadScheme(text->scheme);
  if (!scheme) return Unreadable(row.id);
  return scheme;
}

const Word* StandingWord(const Words& words, const std::string& task) {
  const auto found = words.find(task);
  if (found == words.end()) return nullptr;
  const Word& last = found->second.back();
  return last.settlement.how == Settlement::How::kReopened ? nullptr : &last;
}

Result<Words> LoadWords(const store::Transaction& transaction, const std::string& scheme_id) {
  KAOPING_TRY(std::vector<store::SettlementRow> rows,
              transaction.settlements().Settlements(scheme_id));
  Words words;
  for (store::SettlementRow& row : rows) {
    Result<Settlement> settlement = scheme::ReadSettlement(row.body);
    if (!settlement) return Unreadable(scheme_id);
    settlement->reason = row.reason;
    std::vector<Word>& on_task = words[row.task];
    on_task.push_back({std::move(row), *std::move(settlement)});
  }
  return words;
}

Result<ReviewedScheme> LoadReviewed(const store::Transaction& transaction,
                                    const store::SchemeRow& row,
                                    std::optional<Timestamp> known_at) {
  ReviewedScheme reviewed;
  KAOPING_TRY(reviewed.scheme, LoadImported(transaction, row));
  KAOPING_TRY(reviewed.words, LoadWords(transaction, row.id));
  if (known_at) {
    for (auto& [task, words] : reviewed.words) {
      std::erase_if(words, [&](const Word& word) { return word.row.at > *known_at; });
    }
    std::erase_if(reviewed.words, [](const auto& entry) { return entry.second.empty(); });
  }
  for (scheme::Section& section : reviewed.scheme.sections) {
    for (scheme::Task& task : section.tasks) {
      if (!task.criterion || !task.criterion->same_as.empty()) continue;
      const Word* const word = StandingWord(reviewed.words, task.key);
      if (!MakesErrorsVoid(word)) scheme::HoldErrors(*task.criterion);
      if (word == nullptr) continue;
      if (!scheme::Apply(word->settlement, task.key, reviewed.scheme)) return Unreadable(row.id);
    }
  }
  if (!scheme::CheckScheme(reviewed.scheme)) return Unreadable(row.id);
  std::vector<Pending> held;
  if (row.publication) {
    held = HoldAsPublished(*row.publication, reviewed);
  } else {
    KAOPING_TRY(const std::vector<scheme::LintFinding> findings,
                FindingsOf(transaction, reviewed.scheme));
    held = PendingByProof(findings);
  }
  reviewed.pending = PendingByItself(reviewed.scheme);
  Add(std::move(held), reviewed.pending);
  return reviewed;
}

Result<std::vector<scheme::LintFinding>> FindingsOf(const store::Transaction& transaction,
                                                    const scheme::Scheme& scheme) {
  KAOPING_TRY(const std::optional<registry::Register> names, LoadRegister(transaction));
  return scheme::Merge(scheme, scheme::Lint(scheme, names ? &*names : nullptr),
                       score::Prove(scheme));
}

Status KeepSettlement(store::Transaction& work, std::string_view actor, Timestamp now,
                      store::SettlementRow row) {
  KAOPING_TRY(
      const ledger::Entry entry,
      work.ledger().Append(DraftOf(actor, action::kSettleCriterion, StateSettlement(row)), now));
  row.entry = entry.seq;
  return work.settlements().Settle(row);
}

std::string WritePending(const std::vector<Pending>& pending) {
  ordered_json list = ordered_json::array();
  for (const Pending& item : pending) {
    ordered_json& last = list.emplace_back(ordered_json{{"task", item.task}, {"why", item.why.zh}});
    if (!item.rules.empty()) last["rules"] = item.rules;
  }
  return list.dump();
}

}  // namespace kaoping::service
