// Register (名录): the assessed units and their offices, and whom a name or a group means.
//
// The namespace is `registry`, since `register` is a word of C++.

#ifndef KAOPING_REGISTER_REGISTER_H_
#define KAOPING_REGISTER_REGISTER_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kaoping::registry {

// 责任处室: an office, and the offices within it.
struct Office {
  std::string name;
  std::vector<std::string> aliases;  // 监察室 for 纪检组（监察室）
  std::vector<std::string> tags;     // 业务, 执法: what groups are made of
  std::vector<Office> offices;
  friend bool operator==(const Office&, const Office&) = default;
};

// 被考评单位.
struct AssessedUnit {
  std::string name;
  std::vector<std::string> aliases;
  std::vector<std::string> tags;
  std::vector<Office> offices;
  friend bool operator==(const AssessedUnit&, const AssessedUnit&) = default;
};

// 各业务处室: every office that has one of the tags.
struct Group {
  std::string name;
  std::vector<std::string> aliases;
  std::vector<std::string> tags;
  friend bool operator==(const Group&, const Group&) = default;
};

struct Register {
  std::vector<AssessedUnit> units;
  std::vector<Group> groups;
  friend bool operator==(const Register&, const Register&) = default;
};

// `register/1` (docs/interfaces.md). kInvalid "register-invalid", naming the path, for what is not
// JSON, not register/1, an unknown field, a name or alias that two units share or two offices of
// one unit share, or offices nested deeper than eight levels.
// ReadRegister(WriteRegister(r)) == r for every register that it accepts.
Result<Register> ReadRegister(std::string_view json);
std::string WriteRegister(const Register& units_and_offices);

// The unit of this name or alias; nullptr if there is none. Pointers live as long as the register.
const AssessedUnit* FindUnit(const Register& units_and_offices, std::string_view name);

// What a name means within a unit.
struct Meaning {
  enum class Kind { kOffice, kGroup, kUnknown };

  Kind kind = Kind::kUnknown;
  std::vector<std::string> offices;  // names as the register has them, in its order
  std::vector<std::string> nearest;  // of an unknown name: at most three that look like it
  friend bool operator==(const Meaning&, const Meaning&) = default;
};

// Looks a name up as it is and by aliases, then as a group. Blanks and the width of brackets don't
// matter, a leading name of the unit (局办公室) is left aside, and 各, 全体 and 所有 mean the same
// in the name of a group.
Meaning Resolve(const Register& units_and_offices, const AssessedUnit& unit, std::string_view name);

// A name that the register does not know, once however often it stands in a notice.
struct UnknownName {
  std::string name;
  std::vector<std::string> nearest;
  friend bool operator==(const UnknownName&, const UnknownName&) = default;
};

// The unknown ones of `names`, in order of first mention.
std::vector<UnknownName> FindUnknown(const Register& units_and_offices, const AssessedUnit& unit,
                                     const std::vector<std::string>& names);

}  // namespace kaoping::registry

#endif  // KAOPING_REGISTER_REGISTER_H_
