// Lint: what is wrong or doubtful in a scheme, before it is published.
//
// What the words and figures of the scheme show by themselves. What only the evaluator can show is
// proved by score/proofs.h; the two lists together are what `kaoping lint` prints and `publish`
// asks about. An error keeps its rule from counting until it is mended; a warning needs a person's
// confirmation. Codes are in docs/lint.md, those of criteria in docs/diagnostics.md and those of
// documents in docs/importing.md.

#ifndef KAOPING_SCHEME_LINT_H_
#define KAOPING_SCHEME_LINT_H_

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "register/register.h"
#include "scheme/scheme.h"

namespace kaoping::scheme {

struct LintFinding {
  Diagnostic diagnostic;
  std::string task;  // key; empty if it is about a section or the scheme
  std::string rule;  // key; empty if it is not about one rule alone
  // What the diagnostic's span points into; empty if there is nothing to quote.
  std::string text;
  // The same again for the same code about the same words of the same rule or task, wherever its
  // row has moved to: what a confirmation is kept by. Stored; never change how it is made.
  std::string identity;

  friend bool operator==(const LintFinding&, const LintFinding&) = default;
};

// All that is doubtful, what the import and the compiler found included, in the order of the
// scheme. With a register, the offices that it doesn't know too.
// Requires: CheckScheme(scheme).
std::vector<LintFinding> Lint(const Scheme& scheme, const registry::Register* offices = nullptr);

// Both lists as one, in the order of the scheme: what is about the whole first, then by task, and
// by the words within it.
std::vector<LintFinding> Merge(const Scheme& scheme, std::vector<LintFinding> findings,
                               std::vector<LintFinding> more);

bool HasErrors(const std::vector<LintFinding>& findings);

// {"severity","code","message","span"?,"place"?,"task"?,"rule"?,"words"?,"identity"}
void to_json(nlohmann::ordered_json& json, const LintFinding& finding);

// ---- For who finds something -------------------------------------------------------------------

struct LintCode {
  const char* name;
  Severity severity;
};

// About the words at `span` of a rule's criterion, or all words of the rule if it is empty.
LintFinding AboutRule(const LintCode& code, const RuleRef& ref, Message message, Span span = {});
// About the words at `span` of a task's criterion. Requires: the task has one.
LintFinding AboutCriterion(const LintCode& code, const Section& section, const Task& task,
                           Message message, Span span);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_LINT_H_
