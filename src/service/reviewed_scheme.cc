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

// ---- What a publication held --------------------------------------------------------------------

std::string TextIn(const ordered_json& json, const char* field) {
  const auto found = json.find(field);
  return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

// What cannot be read is left out: verification reports it.
std::vector<Pending> ReadPending(const std::string& text) {
  std::vector<Pending> pending;
  const ordered_json list = ordered_json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!list.is_array()) return pending;
  for (const ordered_json& item : list) {
    if (!item.is_object()) continue;
    const std::string why = TextIn(item, "why");
    const std::string why_en = TextIn(item, "why_en");
    pending.push_back({TextIn(item, "task"), {why, why_en.empty() ? why : why_en}});
  }
  return pending;
}

// What the publication held and nobody settled since.
std::vector<Pending> StillPending(const store::PublicationRow& publication, const Words& words) {
  std::vector<Pending> pending = ReadPending(publication.pending);
  std::erase_if(pending, [&](const Pending& item) {
    const Word* const word = StandingWord(words, item.task);
    return item.task.empty() || (word != nullptr && word->row.entry > publication.entry);
  });
  return pending;
}

// ---- What doesn't count -------------------------------------------------------------------------

std::vector<Pending> PendingByItself(const scheme::Scheme& scheme) {
  std::vector<Pending> pending;
  for (const Diagnostic& diagnostic : scheme.diagnostics) {
    if (diagnostic.severity == Severity::kError) pending.push_back({"", diagnostic.message});
  }
  std::vector<Pending> criteria = scheme::FindPending(scheme);
  std::move(criteria.begin(), criteria.end(), std::back_inserter(pending));
  return pending;
}

// Criteria of a draft that scoring shows to be wrong.
std::vector<Pending> PendingByProof(const std::vector<scheme::LintFinding>& findings) {
  std::vector<Pending> pending;
  for (const scheme::LintFinding& finding : findings) {
    if (finding.rule.empty() || finding.diagnostic.severity != Severity::kError) continue;
    pending.push_back({finding.task, finding.diagnostic.message});
  }
  return pending;
}

void Add(std::vector<Pending> more, std::vector<Pending>& pending) {
  for (Pending& item : more) {
    const bool is_known =
        std::any_of(pending.begin(), pending.end(),
                    [&item](const Pending& known) { return known.task == item.task; });
    if (!is_known) pending.push_back(std::move(item));
  }
}

// What is pending doesn't count, in no part of it.
void Hold(const std::vector<Pending>& pending, scheme::Scheme& scheme) {
  for (scheme::Section& section : scheme.sections) {
    for (scheme::Task& task : section.tasks) {
      if (!task.criterion) continue;
      task.criterion->held =
          std::any_of(pending.begin(), pending.end(),
                      [&task](const Pending& item) { return item.task == task.key; });
    }
  }
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
  for (const auto& [task, words] : reviewed.words) {
    const Word* const word = StandingWord(reviewed.words, task);
    if (word == nullptr) continue;
    if (!scheme::Apply(word->settlement, task, reviewed.scheme)) return Unreadable(row.id);
  }
  if (!scheme::CheckScheme(reviewed.scheme)) return Unreadable(row.id);
  reviewed.pending = PendingByItself(reviewed.scheme);
  if (row.publication) {
    Add(StillPending(*row.publication, reviewed.words), reviewed.pending);
  } else {
    KAOPING_TRY(const std::vector<scheme::LintFinding> findings,
                FindingsOf(transaction, reviewed.scheme));
    Add(PendingByProof(findings), reviewed.pending);
  }
  Hold(reviewed.pending, reviewed.scheme);
  return reviewed;
}

Result<std::vector<scheme::LintFinding>> FindingsOf(const store::Transaction& transaction,
                                                    scheme::Scheme scheme) {
  for (scheme::Section& section : scheme.sections) {
    for (scheme::Task& task : section.tasks) {
      if (task.criterion) task.criterion->held = task.criterion->settled == scheme::Settled::kLeft;
    }
  }
  KAOPING_TRY(const std::optional<registry::Register> names, LoadRegister(transaction));
  return scheme::Merge(scheme, scheme::Lint(scheme, names ? &*names : nullptr),
                       score::Prove(scheme));
}

Status KeepSettlement(store::Transaction& work, const Actor& actor, Timestamp now,
                      store::SettlementRow row) {
  KAOPING_TRY(row.entry,
              AppendEntry(work, actor, now, action::kSettleCriterion, StateSettlement(row)));
  return work.settlements().Settle(row);
}

std::string WritePending(const std::vector<Pending>& pending) {
  ordered_json list = ordered_json::array();
  for (const Pending& item : pending) {
    list.push_back({{"task", item.task}, {"why", item.why.zh}, {"why_en", item.why.en}});
  }
  return list.dump();
}

}  // namespace kaoping::service
