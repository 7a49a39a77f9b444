// The register: which units are assessed and which offices answer for tasks.

#ifndef KAOPING_SERVICE_REGISTER_H_
#define KAOPING_SERVICE_REGISTER_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "service/context.h"

namespace kaoping::service {

struct RegisterOutcome {
  bool is_new = false;  // false: the same register was there already, and nothing changed
  int units = 0;
  int offices = 0;
};

// Takes the register of the data folder from the JSON of register/, in place of the one before.
// Facts stay under the names of their units, so a unit that has facts must stay too, and so must
// units and offices that people belong to.
//
// kInvalid: the errors of register/. kConflict `unit-in-use`, naming a unit that has facts, or
// somebody's unit or office, that is missing from the new register.
Result<RegisterOutcome> ImportRegister(const Context& context, std::string_view json);

// The register as register/1, for everybody: names are no secret. One without units if there is
// none.
Result<std::string> ShowRegister(const Context& context);

// The units that a scheme assesses: those of the register; while there is no register, the issuer
// of the notice alone (a bureau that spreads its own table), else nothing. Only those within reach
// of whoever asks.
Result<std::vector<std::string>> ListUnits(const Context& context, std::string_view selector);

// The offices that may answer for a task: those of the register, then those that the scheme names
// and the register does not, in the order of the scheme.
Result<std::vector<std::string>> ListOffices(const Context& context, std::string_view selector);

// The groups of offices (相关处室) that answer for a task of the scheme and that have no member in
// the register, in the order of the scheme; none without a register. kNotFound `unit-unknown`.
Result<std::vector<std::string>> ListGroupsWithoutMembers(const Context& context,
                                                          std::string_view selector,
                                                          std::string_view unit);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_REGISTER_H_
