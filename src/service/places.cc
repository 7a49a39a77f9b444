#include "service/places.h"

#include <utility>

#include "base/utf8.h"
#include "service/texts.h"
#include "service/units.h"

namespace kaoping::service {
namespace {

Error UnitRequired(Role role) {
  const Message who = {TitleOf(role), ToString(role)};
  return MakeError(ErrorKind::kInvalid, "unit-required",
                   Say("请选择所属单位：{0}能看到和办理的事项由所属单位决定",
                       "choose a unit: what {1} may see and do hangs on it", who.zh, who.en),
                   "unit");
}

Error NoSuchUnit(std::string_view name) {
  return MakeError(
      ErrorKind::kNotFound, "unit-unknown",
      Say("名录中没有单位“{}”；请从名录中选择，或先把它补进名录",
          "the register has no unit '{}'; choose one that it has, or add it there", Shorten(name)),
      "unit");
}

Error NoSuchOffice(const std::string& unit, std::string_view name) {
  return MakeError(ErrorKind::kNotFound, "office-unknown",
                   Say("名录中“{0}”没有处室“{1}”；请从名录中选择，或先把它补进名录",
                       "the register has no office '{1}' in {0}; choose one that it has, or add it "
                       "there",
                       unit, Shorten(name)),
                   "office");
}

}  // namespace

Result<Place> FindPlace(const store::Transaction& transaction, const Place& place, Role role) {
  if (place.unit.empty()) {
    if (NeedsUnit(role) || !place.office.empty()) return UnitRequired(role);
    return Place();
  }
  KAOPING_TRY(const std::optional<registry::Register> names, LoadRegister(transaction));
  const registry::Unit* const unit = FindUnit(names, place.unit);
  if (unit == nullptr) return NoSuchUnit(place.unit);
  if (place.office.empty()) return Place{.unit = unit->name};
  const registry::Office* const office =
      IsName(place.office) ? registry::FindOffice(*unit, place.office) : nullptr;
  if (office == nullptr) return NoSuchOffice(unit->name, place.office);
  return Place{.unit = unit->name, .office = office->name};
}

Status CheckPlacesStay(const store::Transaction& transaction, const registry::Register& names) {
  KAOPING_TRY(const std::vector<store::AccountRow> accounts, transaction.accounts().All());
  for (const store::AccountRow& account : accounts) {
    if (account.unit.empty()) continue;
    const registry::Unit* const unit = registry::FindUnit(names, account.unit);
    if (unit != nullptr &&
        (account.office.empty() || registry::FindOffice(*unit, account.office) != nullptr)) {
      continue;
    }
    const std::string& missing = unit == nullptr ? account.unit : account.office;
    return MakeError(
        ErrorKind::kConflict, "unit-in-use",
        Say("账号“{0}”属于“{1}”，新名录里却没有它；请保留它，改了名的把旧名列为别名，或先把人调出",
            "account '{0}' belongs to '{1}', which is missing from the new register; keep it, list "
            "the old name among the aliases of the new one, or move the person first",
            account.name, missing));
  }
  return Ok();
}

}  // namespace kaoping::service
