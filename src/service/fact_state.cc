#include "service/fact_state.h"

#include <iterator>
#include <limits>
#include <map>
#include <utility>

#include "base/utf8.h"
#include "service/texts.h"

namespace kaoping::service {
namespace {

constexpr int kAll = std::numeric_limits<int>::max();

Error UnreadableFact(const store::FactRow& row) {
  return MakeError(ErrorKind::kCorrupt, "data-corrupt",
                   Say("存下的事实{}读不出来；请用 kaoping verify 校验数据",
                       "the stored fact {} cannot be read; run kaoping verify", row.id));
}

std::optional<score::FactStatus> ParseStatus(std::string_view text) {
  for (const score::FactStatus status :
       {score::FactStatus::kClaimed, score::FactStatus::kConfirmed, score::FactStatus::kRejected}) {
    if (text == score::ToString(status)) return status;
  }
  return std::nullopt;
}

Result<RecordedFact> ReadRow(const store::FactRow& row) {
  Result<std::vector<score::Fact>> facts = score::ReadFactLine(row.body);
  if (!facts || facts->size() != 1) return UnreadableFact(row);
  RecordedFact recorded;
  recorded.fact = std::move(facts->front());
  recorded.scheme = row.scheme;
  if (!recorded.fact.known) recorded.fact.known = row.recorded_at;
  recorded.recorded_by = row.recorded_by;
  recorded.recorded_at = row.recorded_at;
  if (recorded.fact.status && *recorded.fact.status != score::FactStatus::kClaimed) {
    recorded.decided_by = row.recorded_by;
    recorded.decided_at = row.recorded_at;
  }
  return recorded;
}

}  // namespace

Result<std::vector<RecordedFact>> FoldFacts(const std::vector<store::FactRow>& rows,
                                            const std::vector<store::DecisionRow>& decisions,
                                            std::optional<Timestamp> known_at) {
  std::map<std::string_view, const store::DecisionRow*> latest;
  for (const store::DecisionRow& decision : decisions) {
    if (!known_at || decision.decided_at <= *known_at) latest[decision.fact] = &decision;
  }
  std::vector<RecordedFact> facts;
  facts.reserve(rows.size());
  for (const store::FactRow& row : rows) {
    KAOPING_TRY(RecordedFact recorded, ReadRow(row));
    if (const auto found = latest.find(row.id); found != latest.end()) {
      const store::DecisionRow& decision = *found->second;
      const std::optional<score::FactStatus> status = ParseStatus(decision.status);
      if (!status) return UnreadableFact(row);
      recorded.fact.status = status;
      recorded.decided_by = decision.decided_by;
      recorded.decided_at = decision.decided_at;
      recorded.decision_note = decision.note;
    }
    facts.push_back(std::move(recorded));
  }
  return facts;
}

Result<std::vector<store::DecisionRow>> DecisionsOf(const store::Transaction& transaction,
                                                    const Lineage& lineage,
                                                    const std::vector<std::string>& units) {
  std::vector<store::DecisionRow> all;
  for (const std::string& scheme : lineage.schemes()) {
    KAOPING_TRY(std::vector<store::DecisionRow> decisions,
                transaction.facts().Decisions(scheme, units, ""));
    std::move(decisions.begin(), decisions.end(), std::back_inserter(all));
  }
  return all;
}

void PutUnderHeir(const Lineage& lineage, RecordedFact& recorded) {
  if (auto heir = lineage.HeirOf(recorded.scheme, recorded.fact.rule)) {
    recorded.fact.rule = *std::move(heir);
  } else {
    recorded.counts = false;
  }
}

Result<std::vector<score::Fact>> FactsOfUnit(const store::Transaction& transaction,
                                             const Lineage& lineage,
                                             const std::vector<std::string>& names,
                                             std::optional<Timestamp> known_at) {
  store::FactSelection selection;
  selection.schemes = lineage.schemes();
  selection.units = names;
  KAOPING_TRY(const std::vector<store::FactRow> rows, transaction.facts().Select(selection, kAll));
  KAOPING_TRY(const std::vector<store::DecisionRow> decisions,
              DecisionsOf(transaction, lineage, names));
  KAOPING_TRY(std::vector<RecordedFact> recorded, FoldFacts(rows, decisions, known_at));
  std::vector<score::Fact> facts;
  facts.reserve(recorded.size());
  for (RecordedFact& item : recorded) {
    PutUnderHeir(lineage, item);
    if (!item.counts) continue;
    item.fact.unit = names.front();
    facts.push_back(std::move(item.fact));
  }
  return facts;
}

Error FactNotFound(std::string_view fact_id) {
  return MakeError(
      ErrorKind::kNotFound, "fact-not-found",
      Say("没有编号为“{}”的事实；请从事实列表中选择",
          "there is no fact with id '{}'; choose one from the list of facts", Shorten(fact_id)));
}

Result<RecordedFact> FindFact(const store::Transaction& transaction, const Lineage& lineage,
                              std::string_view fact_id) {
  if (FirstInvalidUtf8(fact_id) || fact_id.find('\0') != std::string_view::npos) {
    return FactNotFound(fact_id);
  }
  KAOPING_TRY(const std::optional<store::FactRow> row, lineage.FindFact(transaction, fact_id));
  if (!row) return FactNotFound(fact_id);
  KAOPING_TRY(const std::vector<store::DecisionRow> decisions,
              transaction.facts().Decisions(row->scheme, {}, fact_id));
  KAOPING_TRY(std::vector<RecordedFact> facts, FoldFacts({*row}, decisions, std::nullopt));
  PutUnderHeir(lineage, facts.front());
  return std::move(facts.front());
}

}  // namespace kaoping::service
