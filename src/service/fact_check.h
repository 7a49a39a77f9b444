// Private to service/: facts that somebody wants recorded, checked against the scheme, the
// register, the rights of their author and what is recorded already.

#ifndef KAOPING_SERVICE_FACT_CHECK_H_
#define KAOPING_SERVICE_FACT_CHECK_H_

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "scheme/scheme.h"
#include "score/fact.h"
#include "service/context.h"
#include "service/facts.h"
#include "service/ground.h"
#include "store/transaction.h"

namespace kaoping::service {

// A fact as it is kept: unit by its name, rule by its lasting id, with a status.
struct CheckedFact {
  score::Fact fact;
  bool is_there = false;  // recorded already, or standing twice among those given
};

struct CheckedFacts {
  std::vector<FactProblem> problems;
  std::vector<CheckedFact> facts;  // one for each fact given; complete only without problems
};

// Whether the texts of `fact` can be kept and shown at all: `text-unfit`, `text-too-long`,
// `fact-id-unfit`.
Status CheckTexts(const score::Fact& fact);

Result<CheckedFacts> CheckAgainst(const store::Transaction& transaction, const Ground& ground,
                                  const Context& context, std::span<const score::Fact> facts);

// Whether these facts of one unit can be scored in every reading: the error if they can't. Nothing
// that is kept for ever may be left in a state that cannot be scored.
Status CheckTogether(const scheme::Scheme& scheme, const std::string& unit,
                     std::span<const score::Fact> facts);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_FACT_CHECK_H_
