// Clause: the syntax tree of a criterion. It still mirrors the sentence: nothing here is decided
// that needs a second clause.

#ifndef KAOPING_RULES_PARSE_CLAUSE_H_
#define KAOPING_RULES_PARSE_CLAUSE_H_

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "rules/ir/rule.h"
#include "rules/lex/token.h"

namespace kaoping::rules {

// [first, last) of the criterion's tokens.
struct TokenRange {
  int first = 0;
  int last = 0;
  bool IsEmpty() const { return first >= last; }
};

// 每少1次, 有一例, 每低1个百分点, /次
struct Counter {
  Trigger trigger = Trigger::kEach;
  std::string unit;
  Decimal per = Decimal::FromInt(1);
  bool fewer = false;  // 少, 缺: short or missing, which resolve decides
  TokenRange range;
};

// 不少于2次, 低于95%, 5位以上
struct Bound {
  enum class Kind { kAtLeast, kMoreThan, kAtMost, kLessThan };
  Kind kind = Kind::kAtLeast;
  Decimal figure;
  std::string unit;
  TokenRange range;
};

// 1分（国家）, 0.5-1分
struct Figure {
  Points min;
  Points max;
  std::string label;
  TokenRange range;
};

// 扣1分, 分别加1分、0.5分, 加倍扣分, 视情打分, 不得分
struct Amount {
  std::optional<Effect> effect;    // nothing where the verb is left out
  std::vector<Figure> figures;     // empty where the text gives none
  bool judged = false;             // 酌情
  bool respectively = false;       // 分别
  bool each_of = false;            // 各
  bool on_top = false;             // 加扣, 再加
  bool in_proportion = false;      // 按比例
  std::optional<Decimal> times;    // 加倍 → 2
  std::optional<Counter> counter;  // of the amount itself: /次
  TokenRange range;
};

struct Clause {
  enum class Kind {
    kRule,
    kLimit,
    kPolicy,
    kLink,
    kNotUnderstood,  // speaks of points, in a way the grammar does not know
  };

  Kind kind = Kind::kRule;
  TokenRange range;      // all of it
  TokenRange condition;  // what stands before the amount
  int sentence = 0;      // clauses with one number share a sentence: they end at 。 ； or a line
  int item = 0;          // and with one number a numbered item

  Amount amount;                   // kRule
  std::optional<Counter> counter;  // kRule: the nearest to the amount
  std::vector<Bound> bounds;       // kRule: in the condition, in the order of the text
  // kRule: 每 stands before the amount, but what it counts was not understood.
  bool counter_unknown = false;
  std::optional<Consequence> consequence;  // kRule, of a veto

  std::optional<Points> at_most;  // kLimit; nothing: 扣完为止
  std::string each;               // kLimit: 每项最高 → 项
  bool whole_criterion = false;   // kLimit: 以上, 本项, 累计 in a sentence of its own

  Policy::Kind policy = Policy::Kind::kHighestOnly;  // kPolicy
  std::string target;                                // kPolicy: the same what; kLink: to what
};

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_PARSE_CLAUSE_H_
