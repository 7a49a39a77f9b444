// Slices: a scheme with the rules of one section at a time.
//
// What a rule comes to by itself depends on nothing outside of its section but the settings and the
// limits on the whole scheme, so that many questions about one rule need not go through all rules.

#ifndef KAOPING_SCORE_SLICE_H_
#define KAOPING_SCORE_SLICE_H_

#include <vector>

#include "scheme/scheme.h"

namespace kaoping::score {

// One for each section that has rules, in order: the same sections, tasks and keys, but the rules
// of that one alone, and of the others only limits on every item or on the scheme. The scheme
// itself, once, where a base or a criterion is shared across sections.
std::vector<scheme::Scheme> SliceBySection(const scheme::Scheme& scheme);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_SLICE_H_
