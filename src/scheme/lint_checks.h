// The checks that Lint makes, one after the other. Each adds what it finds.

#ifndef KAOPING_SCHEME_LINT_CHECKS_H_
#define KAOPING_SCHEME_LINT_CHECKS_H_

#include <vector>

#include "register/register.h"
#include "scheme/lint.h"
#include "scheme/scheme.h"

namespace kaoping::scheme {

// 扣 in the words of a bonus, 加 in those of a deduction.
void CheckSigns(const Scheme& scheme, std::vector<LintFinding>& findings);

// The bases of a section's items against what the section states; those of sections against the
// scheme's.
void CheckSums(const Scheme& scheme, std::vector<LintFinding>& findings);

// A figure that the content requires against the one that the criterion counts by.
void CheckFigures(const Scheme& scheme, std::vector<LintFinding>& findings);

// Two criteria that take points off for the same failing.
void CheckLikeness(const Scheme& scheme, std::vector<LintFinding>& findings);

// Criteria in which no rule was found.
void CheckEmptiness(const Scheme& scheme, std::vector<LintFinding>& findings);

void CheckOffices(const Scheme& scheme, const registry::Register& offices,
                  std::vector<LintFinding>& findings);

// ---- Shared by several checks ------------------------------------------------------------------

// About `span` of a section's title, or all of it if empty.
LintFinding AboutSection(const LintCode& code, const Section& section, Message message, Span span);
// About the scheme as a whole.
LintFinding AboutScheme(const LintCode& code, Message message);
// About the words at `span` of a cell of a task.
LintFinding AboutCell(const LintCode& code, const Section& section, const Task& task,
                      const PlacedText& cell, Message message, Span span);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_LINT_CHECKS_H_
