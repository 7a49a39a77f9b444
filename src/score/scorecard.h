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

// What a limit took away from a rule's amount.
struct Cut {
  std::string by;    // "limit 7.1#1"
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
  // What is lost if nothing more happens, as a negative amount; nothing where it has no bound
  // (未定): a rate without a figure in the pool, a judgement, a place.
  std::optional<Points> at_stake;
  std::string sentence;  // “还差1次党组专题会议，否则扣1分”, in Chinese
  friend bool operator==(const Owed&, const Owed&) = default;
};

// One step of the explanation. The amounts of a node's children add up exactly to its own, where
// `adds` is true.
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
  Points deducted;         // sum of deductions that count, as a positive figure
  Points bonus;            // sum of bonuses that count
  std::vector<RuleAmount> rules;  // only rules that something was recorded for or projected on
  std::vector<Cut> cut;
  std::vector<std::string> open;  // keys of rules with no word on them yet
  std::vector<Veto> vetoes;
  std::vector<Owed> owed;          // by due day, then office, then rule
  std::vector<std::string> notes;  // “若按最高总分选择，加分为2.5分”
  Reason why;
  friend bool operator==(const Scorecard&, const Scorecard&) = default;
};

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_SCORECARD_H_
