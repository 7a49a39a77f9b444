#include "service/confirmations.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "service/scheme_lookup.h"
#include "service/statements.h"
#include "service/texts.h"
#include "store/store.h"

namespace kaoping::service {

SettlementView ViewOf(const Word& word) {
  SettlementView view;
  view.how = word.settlement.how;
  view.text = word.settlement.text;
  view.word = {word.row.by, word.row.at, word.row.reason, word.row.carried_from};
  return view;
}

Result<std::vector<ReviewedFinding>> ReviewFindings(const store::Transaction& transaction,
                                                    const std::string& scheme_id,
                                                    const scheme::Scheme& scheme) {
  KAOPING_TRY(const std::vector<store::ConfirmationRow> rows,
              transaction.settlements().Confirmations(scheme_id));
  std::map<std::string, Confirmation> confirmed;
  for (const store::ConfirmationRow& row : rows) {
    confirmed[row.identity] = {row.by, row.at, row.note, row.carried_from};
  }
  KAOPING_TRY(std::vector<scheme::LintFinding> findings, FindingsOf(transaction, scheme));
  std::vector<ReviewedFinding> reviewed;
  for (scheme::LintFinding& finding : findings) {
    const auto known = confirmed.find(finding.identity);
    ReviewedFinding& last = reviewed.emplace_back(ReviewedFinding{std::move(finding), {}});
    if (known != confirmed.end()) last.confirmed = known->second;
  }
  return reviewed;
}

bool IsOutstanding(const ReviewedFinding& finding, const std::vector<Pending>& pending) {
  if (finding.confirmed || finding.finding.diagnostic.severity != Severity::kWarning) return false;
  return finding.finding.task.empty() ||
         std::none_of(pending.begin(), pending.end(),
                      [&](const Pending& item) { return item.task == finding.finding.task; });
}

Status KeepConfirmation(store::Transaction& work, const Actor& actor, Timestamp now,
                        const std::string& scheme_id, const scheme::LintFinding& finding,
                        std::string_view note, std::string_view carried_from) {
  store::ConfirmationRow row;
  row.scheme = scheme_id;
  row.identity = finding.identity;
  row.body = nlohmann::ordered_json(finding).dump();
  row.note = IsBlank(note) ? "" : note;
  row.carried_from = carried_from;
  KAOPING_TRY(row.entry,
              AppendEntry(work, actor, now, action::kConfirmFinding, StateConfirmation(row)));
  return work.settlements().Confirm(row);
}

Result<std::vector<ReviewedFinding>> FindWarnings(const std::vector<ReviewedFinding>& findings,
                                                  std::span<const std::string> identities,
                                                  std::string_view field) {
  std::vector<ReviewedFinding> found;
  for (const std::string& identity : identities) {
    const auto finding =
        std::find_if(findings.begin(), findings.end(), [&](const ReviewedFinding& candidate) {
          return candidate.finding.identity == identity &&
                 candidate.finding.diagnostic.severity == Severity::kWarning;
        });
    if (finding == findings.end()) {
      return MakeError(
          ErrorKind::kInvalid, "finding-unknown",
          Say("方案里没有编号为“{}”的警告，可能已经改正；请刷新后再确认",
              "the scheme has no warning '{}' any more; load it again and confirm what is there",
              Shorten(identity)),
          field);
    }
    const bool is_named_already =
        std::any_of(found.begin(), found.end(),
                    [&](const ReviewedFinding& one) { return one.finding.identity == identity; });
    if (!is_named_already) found.push_back(*finding);
  }
  return found;
}

Result<int> ConfirmFindings(const Context& context, std::string_view selector,
                            std::span<const std::string> identities, std::string_view note) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kSettle));
  KAOPING_TRY_STATUS(CheckRemark(note, "note"));
  if (identities.empty()) {
    return MakeError(ErrorKind::kInvalid, "findings-missing",
                     Say("没有指明要确认哪一处疑点；请至少选一处",
                         "say which warnings are confirmed; choose at least one"),
                     "findings");
  }
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(const store::SchemeRow row, FindScheme(*work, selector));
  if (row.publication) {
    return MakeError(
        ErrorKind::kConflict, "scheme-in-force",
        Say("方案《{}》已经发布，疑点当时已确认，不能再改",
            "scheme '{}' is published: what was doubtful was confirmed then", row.title));
  }
  KAOPING_TRY(const ReviewedScheme reviewed, LoadReviewed(*work, row));
  KAOPING_TRY(const std::vector<ReviewedFinding> findings,
              ReviewFindings(*work, row.id, reviewed.scheme));
  KAOPING_TRY(const std::vector<ReviewedFinding> named,
              FindWarnings(findings, identities, "findings"));
  int confirmed = 0;
  for (const ReviewedFinding& one : named) {
    if (one.confirmed) continue;
    KAOPING_TRY_STATUS(
        KeepConfirmation(*work, context.actor, context.now, row.id, one.finding, note));
    ++confirmed;
  }
  if (confirmed > 0) KAOPING_TRY_STATUS(work->Commit());
  return confirmed;
}

}  // namespace kaoping::service
