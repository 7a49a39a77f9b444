// Clause: the syntax tree of a criterion. It still mirrors the sentence: nothing here is decided
// that needs a second clause.

#ifndef KAOPING_RULES_PARSE_CLAUSE_H_
#define KAOPING_RULES_PARSE_CLAUSE_H_

#include <memory>
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
  enum class Kind {
    kOccurrence,  // 每次, 有一例: every one
    kFewer,       // 少1次, 缺一项: fewer than there must be
    kMore,        // 多1件, 增加1件: more than something, or simply every one
    kExcess,      // 超1件: more than a limit
    kDiffer,      // 差1微克: away from a figure, whichever way that is
    kRate,        // 每10个百分点, without a direction of its own
    kRateDown,    // 低1个百分点
    kRateUp,      // 高1个百分点
    kLate,        // 逾期1天
    kPlaces,      // 后退1位
  };
  Kind kind = Kind::kOccurrence;
  std::string unit;
  Decimal per = Decimal::FromInt(1);
  bool every = false;             // 每 stands with it
  bool rate = false;              // counted in % or 百分点
  std::optional<Decimal> origin;  // 每低于95%1个百分点: counted from 95
  bool deed = false;              // 少开一次: a verb says what was not done
  bool quoted = false;            // 少“一有”: counts the quoted word of a list
  TokenRange verb;                // 每邀请1个企业: what stands between 每 and the count
  TokenRange range;
};

// 不少于2次, 低于95%, 5位以上, 80%-90%
struct Bound {
  enum class Kind {
    kAtLeast,
    kMoreThan,
    kAtMost,
    kLessThan,
    kWithin,  // from `figure` to `upper`, both of them included
    kBare,    // 完成90%: a rate without a word of comparison
  };
  Kind kind = Kind::kAtLeast;
  Decimal figure;
  std::optional<Decimal> upper;  // kWithin
  std::string unit;
  bool for_each = false;  // 各不少于1次
  TokenRange range;
};

// 第1至3名, 前三名, 7名以后, 末位
struct Places {
  std::optional<int> from;
  std::optional<int> to;
  bool last = false;      // 末位
  bool from_end = false;  // 后三名: how many there are, counted from the end
  TokenRange range;
};

// 1分（国家）, 国家级1分, 0.5-1分
struct Figure {
  Points min;
  Points max;
  std::string label;
  TokenRange range;
};

// 扣1分, 分别加1分、0.5分, 加倍扣分, 视情打分, 按完成率得分, 不得分
struct Amount {
  std::optional<Effect> effect;    // nothing where the verb is left out
  std::vector<Figure> figures;     // empty where the text gives none
  bool judged = false;             // 酌情
  bool respectively = false;       // 分别
  bool each_of = false;            // 各
  bool on_top = false;             // 加扣, 再加
  bool in_proportion = false;      // 按比例
  bool formula = false;            // 得分=…×5分
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
    kStated,         // read back by this program: the whole rule is written out
    kNotUnderstood,  // speaks of points, in a way the grammar does not know
    kMitigation,     // 不予扣分: lessens what other rules deduct
    kAnalogy,        // 依次类推: goes on as the clauses before it did
    kNotLinear,      // a formula that is no simple proportion
    kWithoutAmount,  // 每户扣分: counts, and does not say how much
    kOutside,        // 从总分扣5分: taken outside the item
  };

  Kind kind = Kind::kRule;
  TokenRange range;      // all of it
  TokenRange condition;  // what stands before the amount
  int sentence = 0;      // clauses with one number share a sentence: they end at 。 ； or a line
  int paragraph = 0;     // and with one number all that stands between two 。 or lines
  int item = 0;          // and with one number a numbered item

  Amount amount;                           // kRule
  std::optional<Counter> counter;          // kRule: the nearest to the amount
  std::vector<Bound> bounds;               // kRule: in the condition, in the order of the text
  std::optional<Places> places;            // kRule: the last in the condition
  bool counter_unknown = false;            // kRule: 每 counts something that was not understood
  bool once = false;                       // kRule: 不论次数
  std::optional<Consequence> consequence;  // kRule, of a veto

  std::optional<Points> at_most;        // kLimit; nothing: 扣完为止
  std::string each;                     // kLimit: 每项最高 → 项
  bool each_item = false;               // kLimit: 各项扣分以本项分值为限
  bool whole_criterion = false;         // kLimit: 以上, 本项, or in a sentence of its own
  std::optional<Effect> limits_effect;  // kLimit: 加分不超过20分 → bonuses alone

  Policy::Kind policy = Policy::Kind::kHighestOnly;  // kPolicy
  std::string target;                                // kPolicy: the same what; kLink: to what

  // Read back: what the sentence states by itself.
  std::shared_ptr<const Rule> stated;        // kStated
  std::optional<Limit::Scope> stated_scope;  // kLimit, kPolicy
  // By number, from 1: the rules of a kLimit; of a kStated, those that exclude it.
  std::vector<int> stated_numbers;
};

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_PARSE_CLAUSE_H_
