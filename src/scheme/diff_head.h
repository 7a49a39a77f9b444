// How two schemes differ as a whole: title, year, period, settings and the parts of the notice.

#ifndef KAOPING_SCHEME_DIFF_HEAD_H_
#define KAOPING_SCHEME_DIFF_HEAD_H_

#include <vector>

#include "scheme/diff.h"

namespace kaoping::scheme {

// In the order in which `scheme/1` names them; empty if nothing differs.
std::vector<Change> CompareHeads(const Scheme& before, const Scheme& after);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_DIFF_HEAD_H_
