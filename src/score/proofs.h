// Proofs: what is wrong or doubtful in a scheme and shows only when it is scored.
//
// Puts the rules of a scheme to the evaluator at the figures of their boundary tables (boundary.h)
// and holds the answers to what every scheme promises: worse results never score more, nothing is
// taken past what bounds it, and every bound can be reached.

#ifndef KAOPING_SCORE_PROOFS_H_
#define KAOPING_SCORE_PROOFS_H_

#include <vector>

#include "scheme/lint.h"
#include "scheme/scheme.h"

namespace kaoping::score {

// To be merged with what scheme::Lint finds; codes are in docs/lint.md. Mitigations (减半) may
// raise a score. Rules that cannot be put in figures yet prove nothing and are left out.
// Requires: scheme::CheckScheme(scheme).
std::vector<scheme::LintFinding> Prove(const scheme::Scheme& scheme);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_PROOFS_H_
