#include "service/evidence_reach.h"

#include <utility>

#include "base/utf8.h"
#include "service/texts.h"
#include "service/units.h"

namespace kaoping::service {
namespace {

Error OutsideReach(std::string_view field, std::string_view name) {
  return MakeError(ErrorKind::kForbidden, "outside-reach",
                   Say("“{}”的佐证材料不在您的管理范围内；请由该单位、该处室或考评办的人办理",
                       "evidence of '{}' is not yours to see or hand in; ask somebody of it, or of "
                       "the appraisal office",
                       Shorten(name)),
                   field);
}

}  // namespace

Result<EvidenceReach> EvidenceReach::Load(const store::Transaction& transaction,
                                          const Actor& actor) {
  EvidenceReach reach;
  reach.actor_ = actor;
  KAOPING_TRY(reach.names_, LoadRegister(transaction));
  const registry::Unit* const unit = FindUnit(reach.names_, actor.place.unit);
  if (!IsOfOffice(actor.role) || actor.place.office.empty() || unit == nullptr) return reach;
  const registry::Office* const office = registry::FindOffice(*unit, actor.place.office);
  reach.offices_.emplace({actor.place.office});
  if (office == nullptr) return reach;
  for (std::string& name : registry::NamesWithin(*office)) reach.offices_->insert(std::move(name));
  return reach;
}

bool EvidenceReach::HasUnit(std::string_view unit) const {
  const std::string& own = actor_.place.unit;
  if (own.empty()) return !NeedsUnit(actor_.role);
  if (own == unit) return true;
  const registry::Unit* const found = FindUnit(names_, own);
  return found != nullptr && found == FindUnit(names_, unit);
}

bool EvidenceReach::HasOffice(std::string_view office) const {
  return !offices_ || office.empty() || offices_->contains(office);
}

bool EvidenceReach::Has(std::string_view unit, std::string_view office, std::string_view by) const {
  return HasUnit(unit) && (HasOffice(office) || by == actor_.name);
}

std::vector<std::string> EvidenceReach::OwnNames() const {
  const std::string& own = actor_.place.unit;
  if (own.empty()) return {};
  const registry::Unit* const unit = FindUnit(names_, own);
  return unit == nullptr ? std::vector{own} : service::NamesOf(*unit);
}

Result<std::vector<std::string>> EvidenceReach::NamesOf(std::string_view unit) const {
  std::vector<std::string> names = {std::string(unit)};
  if (names_) {
    const registry::Unit* const found = FindUnit(names_, unit);
    if (found == nullptr) {
      return MakeError(ErrorKind::kNotFound, "unit-unknown",
                       Say("名录中没有单位“{}”；请用名录中的名称",
                           "the register has no unit '{}'; use a name that it has", Shorten(unit)),
                       "unit");
    }
    names = service::NamesOf(*found);
  }
  if (!HasUnit(names.front())) return OutsideReach("unit", unit);
  return names;
}

Result<Place> EvidenceReach::TakePlace(const Place& place) const {
  Place taken = place;
  if (IsBlank(taken.unit)) taken.unit = actor_.place.unit;
  if (taken.unit.empty()) {
    return MakeError(ErrorKind::kInvalid, "field-missing",
                     Say("没有填写单位；请写明是哪个单位的材料",
                         "the unit is missing; say whose evidence it is"),
                     "unit");
  }
  KAOPING_TRY(const std::vector<std::string> names, NamesOf(taken.unit));
  taken.unit = names.front();
  if (taken.office.empty() && offices_) taken.office = actor_.place.office;
  const registry::Unit* const unit = FindUnit(names_, taken.unit);
  if (unit != nullptr && !taken.office.empty()) {
    KAOPING_TRY(taken.office,
                OneOffice(taken.office, registry::Resolve(*names_, *unit, taken.office)));
  }
  if (HasOffice(taken.office)) return taken;
  return OutsideReach("office", taken.office);
}

}  // namespace kaoping::service
