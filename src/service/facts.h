// Facts: recorded, decided on by somebody else, never changed or removed.

#ifndef KAOPING_SERVICE_FACTS_H_
#define KAOPING_SERVICE_FACTS_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "score/fact.h"
#include "service/context.h"

namespace kaoping::service {

// A fact as it stands: `fact.rule` is the rule's key in the scheme, `fact.status` what was last
// decided, `fact.known` the time of recording unless the fact gave its own.
struct RecordedFact {
  score::Fact fact;
  std::string scheme;  // the one it was recorded on: this, or one that this took the place of
  // Of a fact that was recorded before a revision: false if its rule is not in the scheme any more.
  // `fact.rule` is then the key that it had.
  bool counts = true;
  std::string recorded_by;
  Timestamp recorded_at;
  // Empty until decided. What the operator's file gave a status was decided by the operator, when
  // recording it.
  std::string decided_by;
  std::optional<Timestamp> decided_at;  // nothing until decided
  std::string decision_note;
};

// What is wrong with one of several facts.
struct FactProblem {
  std::size_t index = 0;  // into the facts given
  Error error;
};

// Everything that would keep RecordFacts from recording `facts`, in their order; empty if nothing
// would. Records nothing. For a file, whose author wants the whole list.
//
// The error of a problem is one of score::CheckFact's, or
//   kNotFound `unit-unknown` (field "unit")      the register has no such unit
//   kConflict `fact-id-taken` (field "id")       the id stands for another content, in the scheme
//                                                or among `facts`
//   kNotFound `fact-not-found` (field "reverses")  it takes back a fact that isn't there
//   kInvalid  `fact-id-unfit` (field "id")       over 64 characters, blanks, slashes, or what can't
//   show kInvalid  `field-reserved` (field "status" or "known")  a status other than claimed, or a
//   time
//             of its own, from somebody who isn't the operator: both would rewrite what was known
//   kInvalid  `known-in-future`, `known-before-on` (field "known")  known before it happened
//   kInvalid  `count-fraction` (field "count", "value", "add")  half a meeting
//   kNotFound `office-unknown`, kInvalid `office-is-group` (field "office")  if there is a register
//   kForbidden `outside-reach` (field "unit", "rule" or "office")  not the author's to report
//   kInvalid  `text-unfit`, `text-too-long`      characters that can't show, over 2 000 of them
//   what score::ScoreUnit says of the unit's facts with these among them (two figures of one day)
Result<std::vector<FactProblem>> CheckFacts(const Context& context, std::string_view selector,
                                            std::span<const score::Fact> facts);

struct RecordOutcome {
  std::vector<std::string> ids;  // one for each fact given, in its order
  int recorded = 0;              // how many of them are new
  int confirmed = 0;             // and how many of the new ones stand confirmed,
  int rejected = 0;              // or rejected; the others are claims
  bool is_repeat = false;        // the idempotency key had been used for the same request before
};

// Records `facts`, all or none, as claims (待核实) unless the operator's file says a status. A fact
// without an id gets one; one that somebody of an office reports is put down to that office. A fact
// that is there already with the same content is passed over. Items of evidence that a fact names
// are cited for it.
//
// `idempotency_key` (at most 128 characters; empty for none) makes a repeated request, by the same
// actor, harmless: it gets the first answer again.
// Errors: the first of CheckFacts (its message says which fact, if there are several); kConflict
// `scheme-not-published`; kConflict `idempotency-key-reused`, for the key of another request;
// kInvalid `idempotency-key-unfit`; kInvalid `facts-missing` if there is none.
Result<RecordOutcome> RecordFacts(const Context& context, std::string_view selector,
                                  std::span<const score::Fact> facts,
                                  std::string_view idempotency_key = {});

// Confirms or rejects a fact that somebody else recorded (or anybody, where the setting
// `second-confirmation` is off); a later decision replaces an earlier one
// from its time on. Deciding what is decided so already changes nothing. Returns the fact as it
// then stands.
//
// kConflict `scheme-not-published`; kNotFound `fact-not-found`; kForbidden `own-fact`, for whoever
// recorded it; kInvalid `status-undecided` for kClaimed; kInvalid `note-required` (field "note")
// for a rejection without a reason; kInvalid `text-too-long` for a note over 2 000 characters; what
// score::ScoreUnit says, if the unit's facts no longer fit together with it (two figures of one
// day).
Result<RecordedFact> DecideFact(const Context& context, std::string_view selector,
                                std::string_view fact_id, score::FactStatus status,
                                std::string_view note);

struct FactFilter {
  std::string unit{};    // empty: all
  std::string rule{};    // key or lasting id; empty: all
  std::string cursor{};  // FactPage::next of the page before; empty: from the start
  int limit = 100;       // 1 to 1 000
};

struct FactPage {
  std::vector<RecordedFact> items;  // in the order of recording
  std::string next;                 // empty on the last page
};

// Only facts within reach of whoever asks.
//
// kInvalid `cursor-unfit`, `limit-unfit`; kNotFound `unit-unknown`, `rule-unknown` (field "rule");
// kForbidden `outside-reach` (field "unit").
Result<FactPage> ListFacts(const Context& context, std::string_view selector,
                           const FactFilter& filter);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_FACTS_H_
