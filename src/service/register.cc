#include "service/register.h"

#include <algorithm>
#include <utility>

#include "register/register.h"
#include "service/ground.h"
#include "service/places.h"
#include "service/reach.h"
#include "service/statements.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

int CountOffices(const std::vector<registry::Office>& offices) {
  int count = static_cast<int>(offices.size());
  for (const registry::Office& office : offices) count += CountOffices(office.offices);
  return count;
}

RegisterOutcome Describe(const registry::Register& names, bool is_new) {
  RegisterOutcome outcome;
  outcome.is_new = is_new;
  outcome.units = static_cast<int>(names.units.size());
  for (const registry::Unit& unit : names.units) {
    outcome.offices += CountOffices(unit.offices);
  }
  return outcome;
}

// Facts are found by the names that a unit has, written exactly so.
bool Assesses(const registry::Register& names, const std::string& name) {
  return std::any_of(names.units.begin(), names.units.end(), [&](const registry::Unit& unit) {
    const bool is_its = unit.name == name || std::find(unit.aliases.begin(), unit.aliases.end(),
                                                       name) != unit.aliases.end();
    return unit.is_assessed && is_its;
  });
}

Status CheckUnitsStay(const store::Transaction& transaction, const registry::Register& names) {
  KAOPING_TRY(const std::vector<std::string> used, transaction.facts().Units());
  for (const std::string& unit : used) {
    if (Assesses(names, unit)) continue;
    return MakeError(
        ErrorKind::kConflict, "unit-in-use",
        Say("“{}”已有事实记录，新名录里却没有它，或不再考评它；请保留它，改了名的把旧名列为别名",
            "'{}' has facts but is missing from the new register, or no longer assessed there; "
            "keep it, or list the old name among the aliases of the new one",
            unit));
  }
  return Ok();
}

}  // namespace

Result<RegisterOutcome> ImportRegister(const Context& context, std::string_view json) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kImport));
  KAOPING_TRY(const registry::Register names, registry::ReadRegister(json));
  store::RegisterRow row;
  row.body = registry::WriteRegister(names);

  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(const std::optional<store::RegisterRow> current, work->registers().Current());
  if (current && current->body == row.body) return Describe(names, /*is_new=*/false);
  KAOPING_TRY_STATUS(CheckUnitsStay(*work, names));
  KAOPING_TRY_STATUS(CheckPlacesStay(*work, names));
  const std::string before = current ? StateRegister(*current).after : "";
  KAOPING_TRY(row.entry, AppendEntry(*work, context.actor, context.now, action::kImportRegister,
                                     StateRegister(row), before));
  KAOPING_TRY_STATUS(work->registers().Add(row));
  KAOPING_TRY_STATUS(work->Commit());
  return Describe(names, /*is_new=*/true);
}

Result<std::string> ShowRegister(const Context& context) {
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(std::optional<store::RegisterRow> row, reading->registers().Current());
  return row ? std::move(row->body) : registry::WriteRegister({});
}

Result<std::vector<std::string>> ListUnits(const Context& context, std::string_view selector) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const Ground ground, LoadGround(*reading, selector));
  KAOPING_TRY(const Reach reach, Reach::Load(*reading, ground, context.actor));
  return reach.units();
}

Result<std::vector<std::string>> ListOffices(const Context& context, std::string_view selector) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const Ground ground, LoadGround(*reading, selector));
  return ground.units.Offices(ground.scheme);
}

Result<std::vector<std::string>> ListGroupsWithoutMembers(const Context& context,
                                                          std::string_view selector,
                                                          std::string_view unit) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const Ground ground, LoadGround(*reading, selector));
  KAOPING_TRY(const std::vector<std::string> names, ground.units.NamesOf(unit));
  return ground.units.GroupsWithoutMembers(ground.scheme, names.front());
}

}  // namespace kaoping::service
