// Private to service/: whose evidence somebody may see, hand in and review. The one place that
// decides it: from the account's role, unit and office, never from what a request says.
//
// * Who belongs to no unit reaches all of it, but for roles that hang on a unit.
// * Everybody else reaches what belongs to his unit; unit heads and office contacts of an office,
//   what is put down to it, to an office within it or to none, and what they handed in themselves.

#ifndef KAOPING_SERVICE_EVIDENCE_REACH_H_
#define KAOPING_SERVICE_EVIDENCE_REACH_H_

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "register/register.h"
#include "service/context.h"
#include "store/transaction.h"

namespace kaoping::service {

class EvidenceReach {
 public:
  static Result<EvidenceReach> Load(const store::Transaction& transaction, const Actor& actor);

  bool Has(const store::EvidenceRow& row) const { return Has(row.unit, row.office, row.by); }

  // The names under which evidence of the only unit within reach stands; none if it is all of them.
  std::vector<std::string> OwnNames() const;

  // The names under which evidence of a unit stands: the register's name first, then its aliases;
  // the name as it is without a register. kNotFound `unit-unknown`; kForbidden `outside-reach`. The
  // field of both is "unit".
  Result<std::vector<std::string>> NamesOf(std::string_view unit) const;

  // The unit and the office by their names of the register; those of the actor where none is given.
  // kInvalid `field-missing` (field "unit"), `office-is-group`; kNotFound `unit-unknown`,
  // `office-unknown`; kForbidden `outside-reach`, its field "unit" or "office".
  Result<Place> TakePlace(const Place& place) const;

 private:
  bool Has(std::string_view unit, std::string_view office, std::string_view by) const;
  bool HasUnit(std::string_view unit) const;
  bool HasOffice(std::string_view office) const;

  Actor actor_;
  std::optional<registry::Register> names_;
  std::optional<std::set<std::string, std::less<>>> offices_;  // nothing: all
};

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_EVIDENCE_REACH_H_
