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
  kOther,      // a character, or a word of letters, without a meaning here
  kMark,       // 《 . ？: a mark without one
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
  kTimesSign,  // ×
  kSumSign,    // +
  kEquals,     // =

  // Points
  kPoint,         // 分, after a figure
  kPointsNoun,    // 分值 分数 总分: a word that speaks of points without an amount
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
  kExhaust,       // 扣完: a forfeit, or with 为止 a limit
  kNoPoints,      // 不扣分 不加分: an exception, which sets no points
  kMitigate,      // 不予扣分 酌情减免
  kFullMark,      // 满分 标准分
  kVeto,          // 一票否决
  kDisqualify,    // 取消 … 资格
  kHonour,        // 评优 荣誉 资格: what one may be disqualified from
  kUnqualified,   // 不合格
  kDetermine,     // 定为 判为: before a grade
  kAppraisal,     // 考核 考评 结果: what a grade is given to
  kGrade,         // 等次 档次
  kRegulation,    // 办法 规定: what another document fixes
  kInProportion,  // 按比例
  kRate,          // 率 比例, inside 按完成率
  kBy,            // 按 根据
  kConvert,       // 折算
  kDiscretion,    // 酌情 视情
  kAppropriate,   // 相应 适当: with a verb, a judgement
  kSituation,     // 情况 程度: what a judgement looks at
  kRespectively,  // 分别
  kEachOf,        // 各, before a verb
  kMay,           // 可 则 即: before a verb, without weight
  kOnce,          // 不论次数: once, however often
  kAnalogy,       // 依次类推

  // Limits and policies
  kUntilExhausted,  // 扣完为止
  kUntil,           // 直至
  kLowest,          // 最低, before 0分
  kInTotal,         // 累计
  kAtMost,          // 最多 不超过
  kLimitTo,         // 限
  kCapped,          // 封顶 为限 为止
  kFilled,          // 加满 扣满
  kHighestOnly,     // 不重复加分
  kRepeat,          // 重复 叠加: with 不, the same
  kSeveral,         // 多次 多项
  kTake,            // 取, before 最高
  kHighest,         // 最高: with 按 and a verb, the same
  kNoFloor,         // 扣分不保底
  kTheSame,         // 同一
  kThisItem,        // 本项 以上
  kEachItem,        // 各项, before a limit
  kLinked,          // 挂钩
  kCountToward,     // 计入 纳入
  kServeAs,         // 作为 … 依据
  kElsewhere,       // 另行制订

  // Counting
  kEvery,         // 每
  kOneOf,         // 有 发现 发生, before one occurrence
  kFewer,         // 少 缺
  kDiffer,        // 差, without a direction
  kMore,          // 多 超
  kBeyond,        // 超额 超任务: more than a plan
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
  kAfter,         // 以后, after a place
  kIncluding,     // 含, in brackets
  kRanking,       // 排名
  kLastPlace,     // 末位
  kOrdinal,       // 第, before a figure
  kFront,         // 前, before a figure
  kRear,          // 后 末 倒数, before a figure
  kPlace,         // 名 位, of a ranking
  kPercent,       // %
  kPercentPoint,  // 百分点
  kMeasure,       // 次 起 例
  kTimeUnit,      // 天 日 周
  kPiece,         // 个, before a noun
  kYearly,        // 每半年 每季度: with how many times a year
  kLevel,         // 国家 省级 市
  kLowIsBetter,   // 浓度 能耗: a figure that had better be small
  kDocument,      // 方案 台账 总结: a paper that must exist

  // Grammar
  kNot,          // 未 没有 无 不
  kNotInTime,    // 未按时 不及时
  kLacking,      // 无 没有 缺, before a document
  kNotPassed,    // 未通过: a failing that happened, not a duty left undone
  kFailing,      // 违规 差错 丢失: something that should not happen
  kMerit,        // 及时 到位 准确: something that is as it should be
  kTreatment,    // 处理: what is done about it
  kBut,          // 但 而: between two parts of one condition
  kContrast,     // 已 虽 只: a lesser state of what the clause before speaks of
  kAnd,          // 及 和
  kOrElse,       // 否则
  kOf,           // 的
  kWith,         // 与, 同
  kReceive,      // 被 受到
  kPreposition,  // 对 将 实行: before a list
  kSuchAs,       // 等 要求: after a list
  kFollowing,    // 下列 以下, before 情形
  kAmongThem,    // 其中
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
