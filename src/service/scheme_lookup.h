// Private to service/: schemes as they are stored, found and summed up.

#ifndef KAOPING_SERVICE_SCHEME_LOOKUP_H_
#define KAOPING_SERVICE_SCHEME_LOOKUP_H_

#include <string_view>
#include <vector>

#include "base/result.h"
#include "scheme/scheme.h"
#include "service/reviewed_scheme.h"
#include "service/schemes.h"
#include "store/transaction.h"

namespace kaoping::service {

enum class Sought {
  kAny,
  kInForce,  // the published one rather than drafts that revise it
};

// The one scheme that `selector` means: `scheme-not-found`, `scheme-ambiguous`. By a part of its
// title or number a scheme is not found any more once a revision was published in its place, or a
// draft once it was revised itself.
Result<store::SchemeRow> FindScheme(const store::Transaction& transaction,
                                    std::string_view selector, Sought sought = Sought::kAny);

// kConflict `scheme-superseded`, naming the revision that took its place.
Status CheckNotSuperseded(const store::SchemeRow& row);

// The task where the criterion of `task_key` stands: that one, or the first of those that share it.
// kNotFound `criterion-unknown`: there is no such task, or nothing in it is scored.
Result<const scheme::Task*> FindCriterionTask(const scheme::Scheme& scheme,
                                              std::string_view task_key);

// The rule with this key or lasting id. kNotFound `rule-unknown` (field "rule").
Result<scheme::RuleRef> FindNamedRule(const scheme::Scheme& scheme, std::string_view key_or_id);

// Of the document and of all criteria, in the order of the document.
std::vector<Diagnostic> DiagnosticsOf(const scheme::Scheme& scheme);
// What the notice leaves to its reader: as it was asked at the import, but for the names of
// offices, which are asked by the register and the answers of today.
Result<std::vector<Question>> LoadQuestions(const store::Transaction& transaction,
                                            const std::string& scheme_id,
                                            const scheme::Scheme& scheme);
Question ToQuestion(const scheme::Question& question);
SchemeSummary Summarise(const store::SchemeRow& row, const ReviewedScheme& reviewed);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_SCHEME_LOOKUP_H_
