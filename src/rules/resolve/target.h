// The figure that a count falls short of, or goes beyond.

#ifndef KAOPING_RULES_RESOLVE_TARGET_H_
#define KAOPING_RULES_RESOLVE_TARGET_H_

#include <optional>
#include <string>

#include "base/decimal.h"
#include "rules/lex/token.h"
#include "rules/parse/clause.h"

namespace kaoping::rules {

struct Target {
  Decimal figure;
  bool for_each = false;  // 各不少于1次: of each body, not of all together
};

// Where a target may stand, the nearest first.
struct TargetPlaces {
  TokenRange behind;    // in brackets right behind its counter: 每少1次（全年4次）
  TokenRange clause;    // its own words, up to its counter
  TokenRange sentence;  // and its sentence
  TokenRange earlier;   // what stands before the sentence in the same numbered item
  TokenRange later;     // what stands behind the clause and belongs to no other
  // The tokens of the task's content; nullptr if there is none.
  const TokenText* content = nullptr;
};

// The figure with `unit` ("%" for rates) that the words require. A year's figure is made of a
// shorter period's (每季度1次 is 4). Nothing where no figure stands, or where one sentence has two.
std::optional<Target> FindTarget(const TokenText& text, const TargetPlaces& places,
                                 const std::string& unit);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_RESOLVE_TARGET_H_
