#include "service/ground.h"

#include <utility>

#include "service/scheme_lookup.h"

namespace kaoping::service {

Result<Ground> LoadGround(const store::Transaction& transaction, std::string_view selector,
                          std::optional<Timestamp> known_at) {
  KAOPING_TRY(store::SchemeRow row, FindScheme(transaction, selector));
  KAOPING_TRY(ReviewedScheme reviewed, LoadReviewed(transaction, row, known_at));
  KAOPING_TRY(Units units, Units::Load(transaction, reviewed.scheme));
  return Ground{std::move(row), std::move(reviewed.scheme), std::move(units)};
}

Result<Ground> LoadPublished(const store::Transaction& transaction, std::string_view selector) {
  KAOPING_TRY(Ground ground, LoadGround(transaction, selector));
  if (ground.row.publication) return ground;
  return MakeError(ErrorKind::kConflict, "scheme-not-published",
                   Say("方案《{0}》（{1}）尚未发布，还不能记录事实；请先发布",
                       "scheme '{0}' ({1}) is not published yet and takes no facts; publish it "
                       "first",
                       ground.row.title, ground.row.id));
}

}  // namespace kaoping::service
