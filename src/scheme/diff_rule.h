// Which rule of one criterion is which of another, and how they differ, in words.

#ifndef KAOPING_SCHEME_DIFF_RULE_H_
#define KAOPING_SCHEME_DIFF_RULE_H_

#include <vector>

#include "base/message.h"
#include "scheme/diff_likeness.h"
#include "scheme/scheme.h"

namespace kaoping::scheme {

// The rules of two criteria, matched: by lasting id, then by condition (6 of 10), effect and
// trigger (2 each). Both must outlive it.
struct RuleLists {
  RuleLists(const std::vector<SchemeRule>& rules_before,
            const std::vector<SchemeRule>& rules_after);

  const std::vector<SchemeRule>& before;
  const std::vector<SchemeRule>& after;
  Matching matching;
};

// “扣分由1分改为2分”, “应有次数由2次改为4次”: a part of a sentence for each difference in meaning
// between two that were matched; empty if there is none. A condition that differs only in figures
// is told by those figures.
std::vector<Message> CompareRules(const RuleLists& lists, std::size_t before, std::size_t after);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_DIFF_RULE_H_
