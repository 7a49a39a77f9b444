// Rule heirs: which rule of a revised scheme takes over the facts of which rule before it.
//
// A fact was recorded because the words of its rule describe what happened. It stays with the rule
// that still describes it: the same words wherever they stand, or with nothing but other figures in
// them. A rule about something else takes over no facts, however like it looks: a person has to say
// so.

#ifndef KAOPING_SCHEME_RULE_HEIRS_H_
#define KAOPING_SCHEME_RULE_HEIRS_H_

#include <string>
#include <vector>

#include "scheme/scheme.h"

namespace kaoping::scheme {

struct RuleHeir {
  std::string before;  // lasting ids
  std::string after;
  // Whether it means something else now: its points, its target, a tier.
  bool is_changed = false;

  friend bool operator==(const RuleHeir&, const RuleHeir&) = default;
};

// In the order of `before`; a rule without an heir is left out. No rule has two heirs or is the
// heir of two. Tasks are matched as Diff does, by what they say. Requires: CheckScheme accepts
// both.
std::vector<RuleHeir> FindRuleHeirs(const Scheme& before, const Scheme& after);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_RULE_HEIRS_H_
