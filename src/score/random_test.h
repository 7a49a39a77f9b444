// Random schemes and facts, for the laws: every effect, trigger, tier, limit and policy of the rule
// language, and every field of a fact, in any mixture that CheckScheme and CheckFact let pass.

#ifndef KAOPING_SCORE_RANDOM_TEST_H_
#define KAOPING_SCORE_RANDOM_TEST_H_

#include <rapidcheck.h>

#include <ostream>
#include <string>
#include <vector>

#include "scheme/scheme.h"
#include "score/choices_test.h"
#include "score/score.h"
#include "score/scorecard.h"

namespace kaoping::score {

// The units that random facts speak of.
inline const std::string kOffice = "局";
inline const std::string kInstitute = "所";

struct Case {
  scheme::Scheme scheme;
  std::vector<Fact> facts;
};

// Facts that fit together (CheckFactsTogether), of both units.
rc::Gen<Case> AnyCase();
// Each fact fits the scheme; ids, reversals, figures of one day and sums may contradict each other.
rc::Gen<Case> AnyContradictoryCase();
// Any reading, on any day and at any moment; often without either clock.
rc::Gen<Query> AnyQuery();

// How many facts AnyCase had to leave out since it could not make them fit, and how many it made.
struct MakingOfFacts {
  int made = 0;
  int refused = 0;
};
const MakingOfFacts& FactsMadeSoFar();

// ---- For random_test.cc and its parts ----------------------------------------------------------

scheme::Scheme SchemeFrom(const Bytes& settings, const std::vector<Bytes>& tasks);
std::vector<Fact> FactsFrom(const scheme::Scheme& scheme, const std::vector<Bytes>& facts,
                            bool fit_together);

// The scheme and the facts as files, so that a failure can be run by hand.
void showValue(const Case& value, std::ostream& out);
void showValue(const Query& query, std::ostream& out);
void showValue(const Scorecard& card, std::ostream& out);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_RANDOM_TEST_H_
