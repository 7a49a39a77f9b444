// Register (名录): the units and their offices, and whom a name or a group means.
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

// 单位: one that is assessed (被考评单位), or one whose people take part in the appraisal alone: a
// court that reports facts, a city's appraisal office.
struct Unit {
  std::string name;
  std::vector<std::string> aliases;
  std::vector<std::string> tags;
  std::vector<Office> offices;
  bool is_assessed = true;
  friend bool operator==(const Unit&, const Unit&) = default;
};

// 各业务处室: every office that has one of the tags.
struct Group {
  std::string name;
  std::vector<std::string> aliases;
  std::vector<std::string> tags;
  friend bool operator==(const Group&, const Group&) = default;
};

// What a person said that a name means which the units and groups do not have: one of the three, or
// nothing at all where that was taken back.
struct Answer {
  std::vector<std::string> offices = {};  // names that the register has
  std::vector<std::string> tags = {};     // every office that has one of them
  bool ignored = false;                   // no office of the unit: it stays as written

  bool IsTakenBack() const { return offices.empty() && tags.empty() && !ignored; }
  friend bool operator==(const Answer&, const Answer&) = default;
};

struct AnsweredName {
  std::string unit;
  std::string name;
  Answer answer;
  friend bool operator==(const AnsweredName&, const AnsweredName&) = default;
};

struct Register {
  std::vector<Unit> units;
  std::vector<Group> groups;
  // No part of register/1: they outlast the register that they were given to. The last one for a
  // name stands.
  std::vector<AnsweredName> answers = {};
  friend bool operator==(const Register&, const Register&) = default;
};

// `register/1` (docs/interfaces.md). kInvalid "register-invalid", naming the path, for what is not
// JSON, not register/1, an unknown field, a name or alias that two units share or two offices of
// one unit share, or offices nested deeper than eight levels.
// ReadRegister(WriteRegister(r)) == r for every register that it gives.
Result<Register> ReadRegister(std::string_view json);
std::string WriteRegister(const Register& units_and_offices);

// An answer as one line of JSON. kInvalid "register-invalid" for what is none.
Result<Answer> ReadAnswer(std::string_view json);
std::string WriteAnswer(const Answer& answer);

// The unit of this name or alias; nullptr if there is none. Pointers live as long as the register.
const Unit* FindUnit(const Register& units_and_offices, std::string_view name);

// The unit that is assessed, if there is just one; nullptr otherwise.
const Unit* OnlyAssessed(const Register& units_and_offices);

// The office of `unit` with this name or alias, in the tree; nullptr if there is none.
const Office* FindOffice(const Unit& unit, std::string_view name);

// The names of an office and of all within it.
std::vector<std::string> NamesWithin(const Office& office);

// What a name means within a unit.
struct Meaning {
  enum class Kind {
    kOffice,
    kGroup,
    kIgnored,  // a person said that it is none of the unit's
    kUnknown,
  };

  Kind kind = Kind::kUnknown;
  std::vector<std::string> offices;  // names as the register has them, in its order
  std::vector<std::string> nearest;  // of an unknown name: at most three that look like it
  friend bool operator==(const Meaning&, const Meaning&) = default;
};

// Looks a name up as it is and by aliases, then as a group, then among the answers, which count as
// long as the register has what they name. Blanks and the form of brackets don't matter, a leading
// name of the unit (局办公室, 市局办公室) is left aside, 法规处（科） is 法规处 or 法规科,
// whichever the register has alone, and 各, 全体 and 所有 mean the same in the name of a group.
// 法规科 and 法规处 are two offices.
Meaning Resolve(const Register& units_and_offices, const Unit& unit, std::string_view name);

// A name that the register does not know, once however often it stands in a notice.
struct UnknownName {
  std::string name;
  std::vector<std::string> nearest;
  friend bool operator==(const UnknownName&, const UnknownName&) = default;
};

// Whether two names are written the same but for blanks and brackets.
bool AreSameName(std::string_view a, std::string_view b);

// The unknown ones of `names`, in order of first mention.
std::vector<UnknownName> FindUnknown(const Register& units_and_offices, const Unit& unit,
                                     const std::vector<std::string>& names);

}  // namespace kaoping::registry

#endif  // KAOPING_REGISTER_REGISTER_H_
