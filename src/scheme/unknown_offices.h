// Unknown offices: the names in a scheme that the register of its issuer does not have.

#ifndef KAOPING_SCHEME_UNKNOWN_OFFICES_H_
#define KAOPING_SCHEME_UNKNOWN_OFFICES_H_

#include <string>
#include <vector>

#include "register/register.h"
#include "scheme/questions.h"
#include "scheme/scheme.h"

namespace kaoping::scheme {

// Who issued the scheme; where it doesn't say, the only unit that can have. nullptr if the register
// has none.
const registry::Unit* IssuerOf(const Scheme& scheme, const registry::Register& offices);

// Whether nobody has said which ones it means: 相关处室.
bool IsOpen(const Responsible& office);

// A name that the register lacks, where it first stands, and in which tasks. Pointers as in
// RuleRef.
struct UnknownOffice {
  const Section* section = nullptr;
  const Task* task = nullptr;
  std::string name;
  std::vector<std::string> nearest;  // at most three
  std::vector<std::string> tasks;    // keys
};

// Each once, in the order of the scheme. What each case or another document decides, and what
// nobody has fixed yet, is asked about elsewhere.
std::vector<UnknownOffice> FindUnknownOffices(const Scheme& scheme,
                                              const registry::Register& offices,
                                              const registry::Unit& unit);

// What is to be asked of them ("office-unknown"), or of an issuer that the register does not have
// ("unit-unknown").
std::vector<Question> AskAboutUnknownOffices(const Scheme& scheme,
                                             const registry::Register& offices);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_UNKNOWN_OFFICES_H_
