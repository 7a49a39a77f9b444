// Private to service/: whom a name means among those that a scheme assesses.

#ifndef KAOPING_SERVICE_UNITS_H_
#define KAOPING_SERVICE_UNITS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "register/register.h"
#include "scheme/scheme.h"
#include "store/transaction.h"

namespace kaoping::service {

// The register of the data folder, with what people said that other names mean; nothing if there is
// none.
Result<std::optional<registry::Register>> LoadRegister(const store::Transaction& transaction);
// Whether a register may have `name` at all: well-formed, and not blank.
bool IsName(std::string_view name);
// The unit that somebody calls `name`, whatever was given for one; nullptr if there is none, or no
// register.
const registry::Unit* FindUnit(const std::optional<registry::Register>& names,
                               std::string_view name);

// Its name, then its aliases.
std::vector<std::string> NamesOf(const registry::Unit& unit);

// What a row says. `data-corrupt` if it can't be read.
Result<registry::Answer> ReadStoredAnswer(const store::OfficeNameRow& row);

// The office, as the register calls it, that a name means. kNotFound `office-unknown` (field
// "office"), naming the nearest; kInvalid `office-is-group`, naming its offices.
Result<std::string> OneOffice(const std::string& name, const registry::Meaning& meaning);

class Units {
 public:
  // By the register of the data folder; without one, the issuer of the notice is the only unit.
  static Result<Units> Load(const store::Transaction& transaction, const scheme::Scheme& scheme);

  // The unit's name, then its aliases: what facts may stand under. kNotFound `unit-unknown`, naming
  // units that there are.
  Result<std::vector<std::string>> NamesOf(std::string_view name) const;
  // Every unit that is assessed, by its name.
  std::vector<std::string> All() const;
  // Whether a fact of `unit` may be put down to `office`: an office of the register, or one that
  // the scheme names and the register does not. Anything will do without a register, or if `office`
  // is empty. kNotFound `office-unknown` (field "office"), naming the nearest; kInvalid
  // `office-is-group`, naming its offices.
  // Requires: `unit` is one of All().
  Status CheckOffice(const scheme::Scheme& scheme, std::string_view unit,
                     const std::string& office) const;
  // Whether both are names of one unit, assessed or not.
  bool AreSame(std::string_view a, std::string_view b) const;
  // The office of `unit` with this name or alias, and those within it, by their names; the name
  // itself if the register knows no such office. Requires: `unit` is one of All().
  std::vector<std::string> OfficesWithin(std::string_view unit, const std::string& office) const;
  // The offices of `unit` that a name of the notice means: one, or those of a group; the name
  // itself if the register knows none. Requires: `unit` is one of All().
  std::vector<std::string> MembersOf(std::string_view unit, const std::string& name) const;
  // See service::ListGroupsWithoutMembers.
  std::vector<std::string> GroupsWithoutMembers(const scheme::Scheme& scheme,
                                                std::string_view unit) const;
  // See service::ListOffices.
  std::vector<std::string> Offices(const scheme::Scheme& scheme) const;

 private:
  registry::Register register_;
  bool has_register_ = false;
};

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_UNITS_H_
