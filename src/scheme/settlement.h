// Settlement (核定): what a person decides on how one criterion is read.
//
// A scheme is kept as it was imported; what counts is that with the settlements put on it, in their
// order. A person confirms the reading, puts another in its place, leaves it undecided (挂账), or
// takes the last word back.

#ifndef KAOPING_SCHEME_SETTLEMENT_H_
#define KAOPING_SCHEME_SETTLEMENT_H_

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/ir/rule.h"
#include "scheme/scheme.h"

namespace kaoping::scheme {

struct Settlement {
  enum class How {
    kConfirmed,  // 确认: it counts as it was read
    kReplaced,   // 改写: what counts is `reading`
    kLeft,       // 挂账: nothing in it counts until somebody settles it
    kReopened,   // 撤回: as it was read, and nobody's word
  };

  How how = How::kConfirmed;
  // Of kConfirmed and kReplaced: what counts, and will whatever a later compiler reads. Its spans
  // are in `text`, or, without one, in the criterion's own words.
  rules::Compilation reading;
  // The lasting ids of its rules, once it has been applied to the scheme that it is kept for.
  std::vector<std::string> ids;
  std::string text;    // the sentences that a replacement was compiled from; empty if from rules
  std::string reason;  // empty for none, which kLeft cannot be
  friend bool operator==(const Settlement&, const Settlement&) = default;
};

// "confirmed", "replaced", "left", "reopened". Kept in the ledger: never rename one.
const char* ToString(Settlement::How how);
// kInvalid, naming the four, for any other.
Result<Settlement::How> ReadHow(const nlohmann::ordered_json& json);

// {"how","text"?,"reading"?,"ids"?} as one line; the reason stands in the ledger beside
// it.
std::string WriteSettlement(const Settlement& settlement);
// kInvalid `settlement-invalid` for what WriteSettlement doesn't write.
Result<Settlement> ReadSettlement(std::string_view json);

// Rules that a person gives as JSON: {"rules"?,"limits"?,"policies"?,"links"?} in the form of
// `kaoping compile --format json`, whose diagnostics and ids are passed over; spans may be absent.
// kInvalid `rule-invalid`, naming the field.
Result<rules::Compilation> ReadReading(std::string_view json);

// kInvalid `reading-too-long` past 200 rules, limits, policies and links together, which is more
// than one criterion has.
Status CheckLength(const rules::Compilation& reading);

// A person's sentences, compiled where the criterion stands: with its base, its content and the
// effect of its section. Requires: `task` stands in `section` of `scheme` and has a criterion.
rules::Compilation CompileInPlace(const Scheme& scheme, const Section& section, const Task& task,
                                  std::string_view text);

// The ids of the criterion's rules.
std::vector<std::string> IdsOf(const Criterion& criterion);
// The criterion's rules, limits, policies, links and diagnostics.
rules::Compilation ReadingOf(const Criterion& criterion);

// Why the criterion can't be confirmed as it stands, and must be replaced or left; nothing if it
// can. One without any rule can: it then leaves the score as it is.
std::optional<Message> WhyNotConfirmable(const Criterion& criterion);

// Puts a settlement on the criterion of `task_key`, which must be as it was imported. A rule that
// the import had read the same keeps its id and its words.
// Whether the scheme still holds together is for CheckScheme to say, once all are applied.
// kInvalid `settlement-invalid` if it fits another criterion, `task-unknown`; nothing is changed
// then.
Status Apply(const Settlement& settlement, std::string_view task_key, Scheme& scheme);

// The same for the same words in the same surroundings, wherever their row has moved to: what a
// settlement is carried over by when a notice is imported again. Stored; never change how it is
// made. Requires: `task` has a criterion of its own.
std::string IdentityOf(const Scheme& scheme, const Section& section, const Task& task);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_SETTLEMENT_H_
