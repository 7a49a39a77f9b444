// Compile: the text of one criterion → rules, limits, policies, links and diagnostics.
//
// The whole way: lex → parse → resolve → check. Pure and total: every text compiles; what is not
// understood is a diagnostic at its span, never a silence. Linear in the length of the text.

#ifndef KAOPING_RULES_COMPILE_H_
#define KAOPING_RULES_COMPILE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "rules/ir/rule.h"
#include "rules/readback/readback.h"  // IWYU pragma: export

namespace kaoping::rules {

// What the criterion's surroundings say.
struct Context {
  std::optional<Points> base;  // the item's full mark
  std::string content;         // the task's own words, which may supply a target
  // The effect of a clause without a verb, where the column's heading or the section says it
  // (a bonus section: kBonus).
  std::optional<Effect> default_effect;
};

// A text longer than this is no criterion but a table gone wrong: it gives one error, and no rule.
inline constexpr std::size_t kLongestCriterion = 20'000;  // in code points

// Requires: `text` is well-formed UTF-8. Spans are in code points of `text`.
Compilation Compile(std::string_view text, const Context& context = {});

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_COMPILE_H_
