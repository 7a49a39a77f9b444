#include "service/revision.h"

#include <utility>
#include <vector>

#include "service/lineage.h"
#include "service/reviewed_scheme.h"
#include "service/statements.h"

namespace kaoping::service {
namespace {

// Whether nothing took the place of what `row` would be published after.
bool IsCurrent(const std::vector<store::SchemeRow>& rows, const store::SchemeRow& row) {
  const store::SchemeRow* const published = FindPublished(rows, row);
  return published == nullptr || published->followed_by.empty();
}

}  // namespace

bool IsSameNotice(const scheme::Scheme& a, const scheme::Scheme& b) {
  const bool same_name =
      a.title == b.title || (!a.notice.number.empty() && a.notice.number == b.notice.number);
  return !a.notice.issuer.empty() && a.notice.issuer == b.notice.issuer && a.year == b.year &&
         same_name;
}

Result<std::optional<std::string>> FindSaidAlready(const store::Transaction& transaction,
                                                   const scheme::Scheme& scheme) {
  KAOPING_TRY(const std::vector<store::SchemeRow> rows, transaction.schemes().All());
  for (const store::SchemeRow& row : rows) {
    // What a supplement completed is no notice of its own.
    if (row.revision && !row.revision->supplement.empty()) continue;
    const Result<scheme::Scheme> earlier = LoadImported(transaction, row);
    // One that can't be read is for verification to report, and no reason to refuse another.
    if (!earlier || earlier->year != scheme.year || earlier->title != scheme.title) continue;
    if (scheme::Diff(*earlier, scheme).IsEmpty()) return std::optional(row.id);
  }
  return std::optional<std::string>();
}

Result<std::optional<store::SchemeRow>> FindCorrected(const store::Transaction& transaction,
                                                      const scheme::Scheme& scheme) {
  KAOPING_TRY(const std::vector<store::SchemeRow> rows, transaction.schemes().All());
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    const Result<scheme::Scheme> earlier = LoadImported(transaction, *row);
    if (!earlier || !IsSameNotice(*earlier, scheme) || !IsCurrent(rows, *row)) continue;
    return std::optional(*row);
  }
  return std::optional<store::SchemeRow>();
}

Status KeepRevision(store::Transaction& work, const Context& context, const std::string& scheme,
                    const store::SchemeRow& earlier, std::string supplement) {
  store::RevisionRow row;
  row.scheme = scheme;
  row.revises = earlier.id;
  row.number = earlier.revision ? earlier.revision->number + 1 : 2;
  row.supplement = std::move(supplement);
  KAOPING_TRY(row.entry, AppendEntry(work, context.actor, context.now, action::kReviseScheme,
                                     StateRevision(row)));
  return work.schemes().Revise(row);
}

Result<std::optional<RevisionView>> ViewRevision(const store::Transaction& transaction,
                                                 const store::SchemeRow& row) {
  if (!row.revision) return std::optional<RevisionView>();
  KAOPING_TRY(const std::vector<store::SchemeRow> rows, transaction.schemes().All());
  const store::SchemeRow* const earlier = FindRow(rows, row.revision->revises);
  if (earlier == nullptr) return std::optional<RevisionView>();
  KAOPING_TRY(const scheme::Scheme before, LoadImported(transaction, *earlier));
  KAOPING_TRY(const scheme::Scheme after, LoadImported(transaction, row));
  RevisionView view;
  view.revises = earlier->id;
  view.title = earlier->title;
  view.number = row.revision->number;
  view.was_published = earlier->publication.has_value();
  view.diff = scheme::Diff(before, after);
  return std::optional(std::move(view));
}

}  // namespace kaoping::service
