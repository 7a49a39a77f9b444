// Names of offices that a notice has and the register doesn't: what each means, asked once and
// remembered for the unit's later notices.

#ifndef KAOPING_SERVICE_OFFICE_NAMES_H_
#define KAOPING_SERVICE_OFFICE_NAMES_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "register/register.h"
#include "service/context.h"

namespace kaoping::service {

// A name that nobody has said the meaning of.
struct OpenName {
  std::string name;
  std::vector<std::string> nearest;  // of the register, at most three
  std::vector<std::string> tasks;    // keys
  bool is_vague = false;             // 相关处室: some of them are meant, and not which
};

// A name that somebody said the meaning of.
struct GivenName {
  std::string name;
  registry::Answer answer;
  std::vector<std::string> offices;  // those that it means now; none if it is ignored
  std::vector<std::string> tasks;    // keys of those that name it; none where another notice does
  std::string by;
  Timestamp at;
  std::string reason;  // empty for none
};

// An office that a name may mean.
struct OfficeChoice {
  std::string name;
  std::vector<std::string> tags;
};

struct OfficeNames {
  std::string unit;               // whose notice it is, as the register calls it
  std::vector<OpenName> unknown;  // in the order of the scheme
  std::vector<GivenName> given;   // of the unit, whatever notice they came from; in order of saying
  std::vector<OfficeChoice> offices;  // of the unit, in the order of the register
};

// kConflict `register-missing` while there is no register; kNotFound `unit-unknown` where it
// doesn't have the issuer of the notice. The same for both below.
Result<OfficeNames> ListOfficeNames(const Context& context, std::string_view selector);

// Says what a name of the scheme means from now on; an answer that is taken back is none. The same
// answer again changes nothing.
//
// kNotFound `name-unknown` (field "name")  no task of the scheme names it, and nobody said anything
//                                          on it
//           `office-unknown` (field "offices"), naming the nearest; `tag-unknown` (field "tags"),
//           naming those that there are
// kConflict `name-known`      the register has it: change the register
//           `name-not-fixed`  each case or another document decides
// kInvalid  `answer-unclear`  more than one of offices, tags and ignored
//           `text-unfit`, `text-too-long` (field "reason")
Result<OfficeNames> AnswerOfficeName(const Context& context, std::string_view selector,
                                     std::string_view name, const registry::Answer& answer,
                                     std::string_view reason);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_OFFICE_NAMES_H_
