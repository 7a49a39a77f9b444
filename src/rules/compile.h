// Compile: the text of one criterion → rules, limits, policies, links and diagnostics.
//
// The whole way: lex → parse → resolve → check. Pure and total: every text compiles; what is not
// understood is a diagnostic at its span, never a silence. Linear in the length of the text.

#ifndef KAOPING_RULES_COMPILE_H_
#define KAOPING_RULES_COMPILE_H_

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "rules/ir/rule.h"

namespace kaoping::rules {

// What the criterion's surroundings say.
struct Context {
  std::optional<Points> base;  // the item's full mark
  std::string content;         // the task's own words, which may supply a target
  // The effect of a clause without a verb, where the column's heading or the section says it
  // (a bonus section: kBonus).
  std::optional<Effect> default_effect;
};

// Requires: `text` is well-formed UTF-8. Spans are in code points of `text`.
Compilation Compile(std::string_view text, const Context& context = {});

// The rule as one plain Chinese sentence: “每少1次（应有2次），扣1分。”
std::string ReadBack(const Rule& rule);
// A limit of a compilation with its rules named by their numbers from 1: “第1项累计不超过2分。”
std::string ReadBack(const Limit& limit);
std::string ReadBack(const Policy& policy);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_COMPILE_H_
