// Settlements (核定): a person decides how a criterion is read, and confirms what is doubtful in a
// draft, before it is published.

#ifndef KAOPING_SERVICE_SETTLEMENTS_H_
#define KAOPING_SERVICE_SETTLEMENTS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "scheme/lint.h"
#include "scheme/scheme.h"
#include "scheme/settlement.h"
#include "score/boundary.h"
#include "service/context.h"

namespace kaoping::service {

// Somebody's word, and when.
struct Confirmation {
  std::string by;
  Timestamp at;
  std::string note;          // empty for none
  std::string carried_from;  // the scheme whose import this one repeats; empty for none
};

// What is wrong or doubtful in a scheme, and who said that it may stay.
struct ReviewedFinding {
  scheme::LintFinding finding;
  std::optional<Confirmation> confirmed;
};

// What a person decided on a criterion.
struct SettlementView {
  scheme::Settlement::How how = scheme::Settlement::How::kConfirmed;
  std::string text;   // the sentences that replaced it; empty for none
  Confirmation word;  // its note is the reason
};

struct CriterionView {
  std::string scheme;                       // id
  scheme::Task task;                        // where the criterion stands, as it counts now
  std::vector<score::Boundary> boundaries;  // one for each of its rules, those held included
  std::string written;                      // all of it as sentences that compile to the same again
  std::optional<Message> pending;           // why it can't be executed as it stands
  bool may_be_confirmed = false;
  std::vector<ReviewedFinding> findings;
  std::optional<SettlementView> settlement;  // the last word, unless it was taken back
  std::vector<SettlementView> history;       // the first one first
  // Stands for what was seen; changes with every word on the criterion.
  std::uint64_t version = 0;
};

// The criterion of the task with this key, or the one that it shares.
//
// kNotFound `criterion-unknown`, here and below.
Result<CriterionView> ShowCriterion(const Context& context, std::string_view selector,
                                    std::string_view task);

// A person's own reading of a criterion: sentences, or rules as JSON (see scheme::ReadReading).
// Exactly one of the two.
struct OwnReading {
  std::optional<std::string> text{};
  std::optional<std::string> rules{};
};

struct TriedReading {
  std::string task;            // where the criterion stands
  rules::Compilation reading;  // its spans are in the text; its diagnostics too
  std::vector<std::string> sentences;
  std::vector<score::Boundary> boundaries;  // empty if the rules don't hold together
  std::string written;
  std::vector<std::string> keys;  // of the rules, as they would be
  bool is_acceptable = false;     // no error in it, and it holds together
};

// What a reading would mean in the criterion's place. Nothing is kept.
//
// kInvalid `reading-missing` (none or both given), `text-unfit`, `text-too-long`; `rule-invalid`
// for JSON that says no rules.
Result<TriedReading> TryReading(const Context& context, std::string_view selector,
                                std::string_view task, const OwnReading& own);

struct SettleRequest {
  scheme::Settlement::How how = scheme::Settlement::How::kConfirmed;
  OwnReading reading{};                 // of kReplaced
  std::string reason{};                 // required for kLeft, and for a reading without any rule
  std::optional<std::uint64_t> seen{};  // the version that the person saw; any, if absent
};

// Decides on a criterion, and keeps that in the ledger. A confirmation confirms the criterion's
// warnings too. What says nothing new (a second confirmation, taking back what isn't there) changes
// nothing. Once the scheme is published only what doesn't count yet can be settled; what then
// counts at once may have warnings only with a reason, which confirms them.
//
// kInvalid: those of TryReading; `reading-has-errors` (field "text"), with the first of them;
// `reading-too-long`; `reading-contradicts` (rules that don't hold together); `reason-required`
// (field "reason"); `criterion-unreadable`: it can't be confirmed as it stands.
// kConflict: `criterion-changed`, somebody settled it since; `criterion-settled`: it was replaced
// and must be reopened before it is confirmed; `criterion-in-force`; `rule-has-facts`.
Result<CriterionView> SettleCriterion(const Context& context, std::string_view selector,
                                      std::string_view task, const SettleRequest& request);

// Confirms warnings of a draft, by their identities; gives how many nobody had confirmed before.
//
// kInvalid `finding-unknown` (field "findings"), also for an error, which nobody can confirm away;
// `findings-missing`; the errors of a remark (field "note"). kConflict `scheme-in-force`.
Result<int> ConfirmFindings(const Context& context, std::string_view selector,
                            std::span<const std::string> identities, std::string_view note);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_SETTLEMENTS_H_
