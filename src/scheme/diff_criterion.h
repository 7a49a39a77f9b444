// How one criterion differs from another: its rules, limits, policies, links and other words.

#ifndef KAOPING_SCHEME_DIFF_CRITERION_H_
#define KAOPING_SCHEME_DIFF_CRITERION_H_

#include <vector>

#include "scheme/diff.h"

namespace kaoping::scheme {

// In the order of `after`: rules, limits, policies, links, then the wording where it says something
// that no rule does, or says the same in other words. Either may be nullptr: then all of the other
// came or went, without a word on the wording.
//
// Requires: neither is a mere `same_as`; not both are nullptr.
std::vector<Change> CompareCriteria(const Criterion* before, const Criterion* after);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_DIFF_CRITERION_H_
