// Scorecard: the score of one unit under one reading, and why. See docs/scoring.md.

#ifndef KAOPING_SCORE_SCORECARD_H_
#define KAOPING_SCORE_SCORECARD_H_

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "rules/ir/rule.h"
#include "text/place.h"

namespace kaoping::score {

enum class Reading { kConfirmed, kClaimed, kProjected };
const char* ToString(Reading reading);  // "confirmed", "claimed", "projected"

struct RuleAmount {
  std::string rule;  // key
  Points amount;     // signed: a deduction is negative
  friend bool operator==(const RuleAmount&, const RuleAmount&) = default;
};

// What a limit took away from a rule's amount: a limit of the scheme ("limit 7.1#1", or "limit
// bonus_cap" for its setting), the floor of an item ("floor 1.1", by its first task), the award
// that a group's deductions come off ("award 1.1") or what that earned beyond the base
// ("base 1.1").
struct Cut {
  std::string by;
  std::string rule;  // key
  Points amount;     // how much the rule's amount was cut, never negative
  friend bool operator==(const Cut&, const Cut&) = default;
};

struct Veto {
  std::string rule;
  rules::Consequence consequence;
  friend bool operator==(const Veto&, const Veto&) = default;
};

// Something still to be shown, decided or counted before the period ends.
struct Owed {
  std::string rule;                  // key
  std::string task;                  // key
  std::vector<std::string> offices;  // the task's responsible offices, first-named first
  Date due;                          // the period's end unless something says otherwise
  // What is lost if nothing more happens, as a negative amount, after tiers and limits (0 where
  // another item of the list costs it already); nothing where it has no bound (未定): a rate
  // without a figure in the pool, a judgement, a place, an award still to be decided.
  std::optional<Points> at_stake;
  std::string sentence;  // “还差1次党组专题会议，否则扣1分”, in Chinese
  friend bool operator==(const Owed&, const Owed&) = default;
};

// One step of the explanation: a sentence first, the tree below.
struct Reason {
  enum class Kind {
    kTotal,
    kSection,
    kTask,
    kGroup,
    kRule,
    kLimit,
    kPolicy,
    kFact,
    kRounding,
    kBase
  };

  Kind kind = Kind::kTotal;
  std::string key;  // of the section, task, rule or limit; the id of a fact
  Points amount;    // signed
  std::string sentence;  // Chinese, with the arithmetic: “党组专题会议应有2次，实有1次，少1次：2 −
                         // 1 = 1次 × 1分 = −1分”
  Span span;          // the words of the criterion, where there are any (kRule, kLimit, kPolicy)
  bool open = false;  // nothing recorded yet (未评)
  // What was set aside: counted under another rule or by 以最高得分计算; does not add up.
  bool set_aside = false;
  std::vector<std::string> evidence;
  // Those not set aside add up exactly to `amount`; none where the amount is told by itself.
  std::vector<Reason> children;
  friend bool operator==(const Reason&, const Reason&) = default;
};
const char* ToString(Reason::Kind kind);  // "total", "section", …

struct Scorecard {
  std::string unit;
  Reading reading = Reading::kConfirmed;
  Points total;            // rounded once, half up, to the scheme's decimals
  bool net = false;        // no base anywhere: a net adjustment (净加减分)
  bool evaluated = false;  // false: nothing counts yet, so that pages show 未评 instead of 0
  Points deducted;         // sum of deductions and forfeits that count, as a positive figure
  Points bonus;            // sum of bonuses that count
  // What counts of each rule after tiers, policies and limits, in the order of the scheme; only
  // rules that something was recorded for, implied or projected on.
  std::vector<RuleAmount> rules;
  std::vector<Cut> cut;
  // Keys of rules with no word on them yet, or whose text gives no figure to count by; in the
  // projected reading also of those that may still cost something without a bound (未定).
  std::vector<std::string> open;
  std::vector<Veto> vetoes;
  // By due day, then office, then rule; empty but in the projected reading.
  std::vector<Owed> owed;
  std::vector<std::string> notes;  // “若按最高总分选择，加分为2.5分”
  Reason why;
  friend bool operator==(const Scorecard&, const Scorecard&) = default;
};

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_SCORECARD_H_
