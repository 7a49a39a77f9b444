// The small patterns that Parse is made of. Each matches at a token or not at all, and looks at a
// bounded number of tokens.

#ifndef KAOPING_RULES_PARSE_MATCH_H_
#define KAOPING_RULES_PARSE_MATCH_H_

#include <optional>
#include <string>
#include <vector>

#include "rules/lex/token.h"
#include "rules/parse/clause.h"

namespace kaoping::rules {

// ---- words.cc ----

bool IsVerb(Word word);        // 扣 加 得 and what strengthens them
bool IsPointsVerb(Word word);  // 扣分 加分 得分: a verb that carries 分 itself
bool IsNegation(Word word);    // 未 没有 不
bool TakesAFigure(Word word);  // 每 少 不少于 第: a figure behind it is not simply a count
// A word without weight inside a noun, or between a verb and its figure: 责任人, 国控断面,
// 该项因子.
bool IsPlain(Word word);
// Whether a clause ends before token `i`: at `last`, or at a mark.
bool EndsAClause(const TokenText& text, int i, int last);
std::optional<Effect> EffectOf(Word word);
// Whether the 到 at token `i` arrives (应到20人, 到县一次) and does not span (3到5次).
bool Arrives(const TokenText& text, int i);
bool HasWord(const TokenText& text, TokenRange range, Word word);
bool HasNegation(const TokenText& text, TokenRange range);
bool IsMark(const TokenText& text, int i);  // ， ： （ 、 /: at an end of a condition no part of it
// The first token after those of [i, last) that are plain, but at most `most` of them.
int SkipPlain(const TokenText& text, int i, int last, int most);

// ---- unit.cc ----

// The name of a counted thing at token `i` (次, 个断面, 人每次), before `last`; and where it ends.
struct UnitMatch {
  std::string unit;
  int last = 0;
};
std::optional<UnitMatch> MatchUnit(const TokenText& text, int i, int last);
// The same, or a noun that ends where its clause or its part of one does (批, 案次, 床位).
std::optional<UnitMatch> MatchUnitOrNoun(const TokenText& text, int i, int last);

// 2, or the 1 that 每次 leaves out.
struct Quantity {
  Decimal number = Decimal::FromInt(1);
  bool stated = false;
  int next = 0;
};
Quantity TakeQuantity(const TokenText& text, int i, int last);

bool IsRateUnit(const TokenText& text, int i);
std::string RateUnit(const TokenText& text, int i);  // "%", "百分点", "‰"

// ---- counter.cc ----

// The counter nearest to the end of `condition`; nothing if there is none. `ranked`: a ranking was
// spoken of, so that 一位 is a place.
std::optional<Counter> FindCounter(const TokenText& text, TokenRange condition, bool ranked);

// ---- bound.cc ----

bool IsComparisonSign(const TokenText& text, int i);  // ≤ < > ≥
// Every comparison in `range` with a figure.
std::vector<Bound> FindBounds(const TokenText& text, TokenRange range);
// The last mention of places in a ranking. `ranked`: one was spoken of before `range`.
std::optional<Places> FindPlaces(const TokenText& text, TokenRange range, bool ranked);

// ---- amount.cc, proportion.cc ----

// The amount that starts at token `i` (at its verb, or at its figure where the verb is left out)
// and ends before `last`. Its qualifiers (分别, 酌情) are taken from the tokens before it, not
// before `condition_first`.
std::optional<Amount> MatchAmount(const TokenText& text, int i, int condition_first, int last);
// The figure "1分（国家）", "0.5-1分" at token `i`.
std::optional<Figure> MatchFigure(const TokenText& text, int i, int last);
// 按完成率计分, 按该比例×50得分, 得分=到位率×5分. `linear` is false for a formula that is no simple
// proportion; its amount must not be used.
struct ProportionMatch {
  Amount amount;
  bool linear = true;
};
std::optional<ProportionMatch> MatchProportion(const TokenText& text, int i, int last);

// ---- limit.cc ----

// 累计不超过2分, 扣完为止; 与…挂钩. `start` is where the clause begins. The range's end is set,
// its beginning is the caller's.
std::optional<Clause> MatchLimit(const TokenText& text, int i, int start, TokenRange sentence);
std::optional<Clause> MatchLink(const TokenText& text, int i, int start, TokenRange sentence);

// ---- policy.cc ----

// 不重复加分, 以最高分计算, 同一事项只计一次; 扣分不保底. `start` as above.
std::optional<Clause> MatchPolicy(const TokenText& text, int i, int start, TokenRange sentence);
// Whether token `i` speaks of the highest of several amounts: 最高级别, 最高分.
bool NamesHighest(const TokenText& text, int i);

// ---- stated.cc ----

// A sentence of a read-back, all of it; nothing if it has not exactly that form.
std::optional<Clause> MatchStated(const TokenText& text, TokenRange sentence);

// ---- veto.cc ----

// 不得分, 得0分; 一票否决, 取消评优资格, 定为不合格, 降低一个等次, 列末位.
std::optional<Clause> MatchForfeit(const TokenText& text, int i, int start, TokenRange sentence);
std::optional<Clause> MatchVeto(const TokenText& text, int i, int start, TokenRange sentence);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_PARSE_MATCH_H_
