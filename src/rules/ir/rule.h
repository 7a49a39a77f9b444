// Rule: one executable rule of a scoring criterion, as the scorer and the JSON form see it.
//
// The meaning of every field is fixed by the rule language (docs/rule-language.md); names and
// values here follow its JSON form. Absent stays absent: an optional without a value, an empty
// string or list.

#ifndef KAOPING_RULES_IR_RULE_H_
#define KAOPING_RULES_IR_RULE_H_

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "diag/diagnostic.h"
#include "text/place.h"

namespace kaoping::rules {

enum class Effect {
  kDeduct,   // 扣分
  kBonus,    // 加分, on top of the base
  kAward,    // 得分, earned toward the base
  kForfeit,  // 不得分: the item's whole base is lost
  kVeto,     // 一票否决, 取消资格, 定为不合格
};

// How the amount is counted.
enum class Trigger {
  kOccurs,   // once, if the condition holds at all
  kEach,     // every occurrence
  kShort,    // every unit fewer than the target
  kOver,     // every unit more than the target
  kBelow,    // every step of a rate below the target
  kAbove,    // every step of a rate above the target
  kMissing,  // every absent component
  kLate,     // every unit of time past the deadline
  kRank,     // by place in a ranking
  kRatio,    // in proportion to a rate
  kJudged,   // a person decides
};

// On occurs and missing: what silence means.
enum class Nature {
  kDuty,      // must be shown done; open until then
  kIncident,  // must be shown to have happened
};

// 扣0.5-1分. Both ends belong to it.
struct PointsRange {
  Points min;
  Points max;
  friend bool operator==(const PointsRange&, const PointsRange&) = default;
};

// 国家1分、省0.5分: names as the text writes them, places of a ranking as "1", "2".
struct Level {
  std::string name;
  Points points;
  friend bool operator==(const Level&, const Level&) = default;
};

// The threshold of a tier, as a figure (any subset of the four bounds) or as places of a ranking.
struct When {
  std::optional<Decimal> at_least;
  std::optional<Decimal> more_than;
  std::optional<Decimal> at_most;
  std::optional<Decimal> less_than;
  std::string unit;
  std::optional<int> from;
  std::optional<int> to;

  // Whether `figure` lies within the bounds (of places, if those are given).
  bool Holds(Decimal figure) const;
  friend bool operator==(const When&, const When&) = default;
};

// What a veto leads to; at most one field is set.
struct Consequence {
  std::string grade;         // 定为不合格 → "不合格"
  std::optional<int> lower;  // 降低一个等次 → 1
  std::string bar;           // 取消评先评优资格 → "评先评优"
  bool last = false;         // 列末位
  friend bool operator==(const Consequence&, const Consequence&) = default;
};

struct Rule {
  Effect effect = Effect::kDeduct;
  Trigger trigger = Trigger::kOccurs;

  // At most one of the three says what it is worth; none where the text gives no figure.
  std::optional<Points> points;
  std::optional<PointsRange> range;
  std::vector<Level> levels;

  std::string unit;            // 次 起 例 项 …, as written
  std::optional<Decimal> per;  // how many units make one step; means 1 where a counter has none
  std::optional<Decimal> target;
  std::vector<std::string> of;  // for kMissing: the components, where the text lists them
  // Rules of one criterion with the same number: at most one of them applies.
  std::optional<int> one_of;
  // The index, within its criterion, of the rule that this one aggravates.
  std::optional<int> on_top_of;
  std::optional<Decimal> times;  // 加倍: the aggravated rule's points are multiplied
  std::optional<When> when;
  std::optional<Nature> nature;
  std::optional<Consequence> consequence;

  std::string condition;  // the words that say when it applies
  Span span;              // in the criterion's text

  Decimal Per() const { return per.value_or(Decimal::FromInt(1)); }
  friend bool operator==(const Rule&, const Rule&) = default;
};

struct Limit {
  enum class Scope { kRules, kSection, kScheme, kEveryItem };

  // The figure; nothing means "base": the item's base, or its group's award.
  std::optional<Points> at_most;
  std::vector<int> rules;  // indexes within the criterion; empty if `scope` is not kRules
  std::string each;        // 每项最高扣1分 → "项": the cap is per counted thing
  Scope scope = Scope::kRules;
  Span span;
  friend bool operator==(const Limit&, const Limit&) = default;
};

struct Policy {
  enum class Kind { kHighestOnly, kNoFloor };

  Kind kind = Kind::kHighestOnly;
  std::string same;            // 同一项工作
  bool whole_section = false;  // "scope": "section"; else its own criterion
  Span span;
  friend bool operator==(const Policy&, const Policy&) = default;
};

// What the result is used for (成果运用).
struct Link {
  std::string to;
  Span span;
  friend bool operator==(const Link&, const Link&) = default;
};

// What one criterion compiles to.
struct Compilation {
  std::vector<Rule> rules;
  std::vector<Limit> limits;
  std::vector<Policy> policies;
  std::vector<Link> links;
  std::vector<Diagnostic> diagnostics;
  friend bool operator==(const Compilation&, const Compilation&) = default;
};

// The values of the JSON form: "deduct", "short", "duty", …
const char* ToString(Effect effect);
const char* ToString(Trigger trigger);
const char* ToString(Nature nature);
const char* ToString(Limit::Scope scope);  // "" for kRules
const char* ToString(Policy::Kind kind);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_IR_RULE_H_
