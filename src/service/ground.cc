#include "service/ground.h"

#include <utility>

#include "service/scheme_lookup.h"

namespace kaoping::service {

namespace {

// The one that was in force then.
Result<store::SchemeRow> InForceAt(const store::Transaction& transaction, store::SchemeRow row,
                                   Timestamp moment) {
  if (!row.succession || row.succession->at <= moment) return row;
  KAOPING_TRY(const std::vector<store::SchemeRow> rows, transaction.schemes().All());
  for (std::size_t steps = 0; steps < rows.size(); ++steps) {
    if (!row.succession || row.succession->at <= moment) break;
    const store::SchemeRow* const earlier = FindRow(rows, row.succession->follows);
    if (earlier == nullptr) break;
    row = *earlier;
  }
  return row;
}

}  // namespace

Result<Ground> LoadGround(const store::Transaction& transaction, std::string_view selector,
                          std::optional<Timestamp> known_at) {
  KAOPING_TRY(store::SchemeRow row, FindScheme(transaction, selector, Sought::kInForce));
  if (known_at) {
    KAOPING_TRY(row, InForceAt(transaction, std::move(row), *known_at));
  }
  KAOPING_TRY(ReviewedScheme reviewed, LoadReviewed(transaction, row, known_at));
  KAOPING_TRY(Units units, Units::Load(transaction, reviewed.scheme));
  KAOPING_TRY(Lineage lineage, Lineage::Load(transaction, row));
  return Ground{std::move(row), std::move(reviewed.scheme), std::move(units), std::move(lineage)};
}

Result<Ground> LoadPublished(const store::Transaction& transaction, std::string_view selector) {
  KAOPING_TRY(Ground ground, LoadGround(transaction, selector));
  if (!ground.row.publication) {
    return MakeError(ErrorKind::kConflict, "scheme-not-published",
                     Say("方案《{0}》（{1}）尚未发布，还不能记录事实；请先发布",
                         "scheme '{0}' ({1}) is not published yet and takes no facts; publish it "
                         "first",
                         ground.row.title, ground.row.id));
  }
  KAOPING_TRY_STATUS(CheckNotSuperseded(ground.row));
  return ground;
}

}  // namespace kaoping::service
