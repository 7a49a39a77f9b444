// Token: a word of a criterion that means something to the grammar, or a single character that
// doesn't.

#ifndef KAOPING_RULES_LEX_TOKEN_H_
#define KAOPING_RULES_LEX_TOKEN_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "text/place.h"
#include "text/shadow.h"

namespace kaoping::rules {

// What a word is to the grammar. The words themselves stand in lexicon.cc and nowhere else.
enum class Word {
  kOther,      // a character without a meaning here
  kNumber,     // 2, 两, 0.5
  kNumbering,  // 1. ① （一）, opening an item of a list

  // Marks
  kComma,
  kSemicolon,
  kStop,  // 。 and a line break that ends a clause
  kListMark,
  kColon,
  kOpen,
  kClose,
  kQuote,
  kDash,  // - ~ 至, between two figures
  kSlash,

  // Points
  kPoint,         // 分, after a figure
  kPointsNoun,    // 分值 分数 得分: a word that speaks of points without an amount
  kDeduct,        // 扣 减
  kBonus,         // 加 奖
  kAward,         // 得 计 记
  kSurcharge,     // 加扣 另扣
  kFurtherBonus,  // 再加 另加
  kDeductPoints,  // 扣分, without a figure
  kBonusPoints,   // 加分
  kAwardPoints,   // 打分 计分
  kDouble,        // 加倍
  kHalve,         // 减半
  kForfeit,       // 不得分
  kFullMark,      // 满分 标准分
  kVeto,          // 一票否决
  kDisqualify,    // 取消 … 资格
  kHonour,        // 评优 荣誉 资格: what one may be disqualified from
  kUnqualified,   // 不合格
  kInProportion,  // 按比例
  kDiscretion,    // 酌情 视情
  kRespectively,  // 分别
  kEachOf,        // 各, before a verb
  kMay,           // 可 则 即: before a verb, without weight

  // Limits and policies
  kUntilExhausted,  // 扣完为止
  kInTotal,         // 累计
  kAtMost,          // 最多 不超过
  kLimitTo,         // 限
  kCapped,          // 封顶 为限 为止
  kHighestOnly,     // 不重复加分 以最高得分计算
  kNoFloor,         // 扣分不保底
  kTheSame,         // 同一
  kThisItem,        // 本项 以上
  kLinked,          // 挂钩
  kElsewhere,       // 另行制订

  // Counting
  kEvery,         // 每
  kOneOf,         // 有 发现 发生, before one occurrence
  kFewer,         // 少 缺
  kMore,          // 多 超
  kLower,         // 低 下降
  kHigher,        // 高 上升
  kOverdue,       // 逾期
  kFallBack,      // 后退
  kNotFewerThan,  // 不少于
  kFewerThan,     // 少于
  kReach,         // 达到
  kMoreThan,      // 超过, 高于
  kOrMore,        // 以上
  kOrLess,        // 以下 以内
  kRanking,       // 排名
  kLastPlace,     // 末位
  kOrdinal,       // 第, before a figure
  kPercent,       // %
  kPercentPoint,  // 百分点
  kMeasure,       // 次 起 例
  kTimeUnit,      // 天 日 周
  kPiece,         // 个, before a noun
  kYearly,        // 每半年 每季度: with how many times a year
  kLevel,         // 国家 省级 市

  // Grammar
  kNot,        // 未 没有 无 不
  kNotPassed,  // 未通过: a failing that happened, not a duty left undone
  kAlready,    // 已
  kAnd,        // 及 和
  kOrElse,     // 否则
  kOf,         // 的
  kWith,       // 与, 同
  kReceive,    // 被 受到
  kHave,       // 有, before a noun of a list
};

struct Token {
  Word word = Word::kOther;
  int begin = 0;  // [begin, end) in the shadow
  int end = 0;
  Decimal value;          // kNumber; kYearly (times a year)
  bool damaged = false;   // kNumber: see text/numerals.h
  bool doubtful = false;  // kNumber
};

// The tokens of one criterion, and the way back to its text. `[first, last)` below index `tokens`.
struct TokenText {
  Shadow shadow;
  std::vector<Token> tokens;

  int size() const { return static_cast<int>(tokens.size()); }
  const Token& at(int i) const { return tokens[static_cast<std::size_t>(i)]; }
  // Whether token i exists and is `word`.
  bool Is(int i, Word word) const { return i >= 0 && i < size() && at(i).word == word; }
  // The normalised characters of [first, last).
  std::string Text(int first, int last) const;
  // Their place in the original; empty if first == last.
  Span SpanOf(int first, int last) const;
};

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_LEX_TOKEN_H_
