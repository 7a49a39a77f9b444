#include "rules/parse/match.h"

namespace kaoping::rules {
namespace {

constexpr int kLongestProportion = 24;  // from 按 to its verb, in tokens

// The product of the figures that a proportion is multiplied by; nothing where there are none, or
// where it is multiplied by the base itself.
class Factors {
 public:
  void Take(const TokenText& text, int i) {
    if (!text.Is(i, Word::kNumber) || text.at(i).doubtful) return;
    Decimal factor = text.at(i).value;
    // ×100% turns a share into per cent, and changes nothing.
    if (text.Is(i + 1, Word::kPercent)) return;
    const auto product = Multiply(product_.value_or(Decimal::FromInt(1)), factor);
    overflow_ = overflow_ || !product;
    if (product) product_ = *product;
  }
  bool overflow() const { return overflow_; }
  const std::optional<Decimal>& product() const { return product_; }

 private:
  std::optional<Decimal> product_;
  bool overflow_ = false;
};

void SetFactors(TokenRange range, const Factors& factors, ProportionMatch& match) {
  match.amount.in_proportion = true;
  match.amount.range = range;
  if (factors.overflow()) match.linear = false;
  if (factors.product()) {
    match.amount.figures = {{*factors.product(), *factors.product(), "", range}};
  }
}

// 得分=及时受理率×5分, 得分=（到位数/任务数）×分值
std::optional<ProportionMatch> MatchFormula(const TokenText& text, int i, int last) {
  const bool score = text.Is(i, Word::kAwardPoints) || text.Is(i, Word::kPointsNoun) ||
                     text.Is(i, Word::kDeductPoints) || text.Is(i, Word::kBonusPoints);
  if (!score || !text.Is(i + 1, Word::kEquals)) return std::nullopt;
  ProportionMatch match;
  match.amount.effect = EffectOf(text.at(i).word).value_or(Effect::kAward);
  match.amount.formula = true;
  Factors factors;
  bool multiplied = false;
  int end = i + 2;
  for (int depth = 0; end < last; ++end) {
    const Word word = text.at(end).word;
    if (word == Word::kOpen) ++depth;
    if (word == Word::kClose && --depth < 0) break;
    if (depth <= 0 && (word == Word::kComma || word == Word::kStop || word == Word::kSemicolon)) {
      break;
    }
    // 70×率-63: what is added or taken away makes it more than a proportion.
    if (word == Word::kSumSign || word == Word::kDash) match.linear = false;
    if (word == Word::kTimesSign || word == Word::kSlash) multiplied = true;
    if (word == Word::kTimesSign) {
      if (text.Is(end - 1, Word::kNumber)) factors.Take(text, end - 1);
      factors.Take(text, end + 1);
    }
  }
  // 得分=80 is a comparison or nonsense.
  if (!multiplied) match.linear = false;
  SetFactors({i, end}, factors, match);
  return match;
}

// 完成数÷目标数×15分, without 得分=
std::optional<ProportionMatch> MatchBareFormula(const TokenText& text, int i, int last) {
  if (!text.Is(i, Word::kTimesSign) || !text.Is(i + 1, Word::kNumber) ||
      !text.Is(i + 2, Word::kPoint) || i + 2 >= last) {
    return std::nullopt;
  }
  bool rate = false;
  for (int back = i - 1; back >= 0 && i - back <= kLongestProportion; --back) {
    if (EndsAClause(text, back, last)) break;
    rate = rate || text.Is(back, Word::kRate) || text.Is(back, Word::kSlash);
  }
  if (!rate) return std::nullopt;
  ProportionMatch match;
  match.amount.effect = Effect::kAward;
  match.amount.formula = true;
  Factors factors;
  factors.Take(text, i + 1);
  SetFactors({i, i + 3}, factors, match);
  return match;
}

}  // namespace

std::optional<ProportionMatch> MatchProportion(const TokenText& text, int i, int last) {
  if (auto formula = MatchBareFormula(text, i, last)) return formula;
  if (auto formula = MatchFormula(text, i, last)) return formula;
  bool rate = text.Is(i, Word::kInProportion);
  if (!rate && !text.Is(i, Word::kBy)) return std::nullopt;
  ProportionMatch match;
  Factors factors;
  for (int end = i + 1; end < last && end - i <= kLongestProportion; ++end) {
    const Word word = text.at(end).word;
    if (word == Word::kTimesSign) {
      factors.Take(text, end + 1);
      ++end;
      if (text.Is(end + 1, Word::kPoint)) ++end;
      continue;
    }
    const bool verb =
        IsPointsVerb(word) || (rate && (word == Word::kDeduct || word == Word::kAward) &&
                               EndsAClause(text, end + 1, last));
    if (verb) {
      // 按率计分 sets a proportion; 按率 … 每低1% 扣 does not come here, since 每 stops the search.
      if (!rate || !EndsAClause(text, end + 1, last)) return std::nullopt;
      match.amount.effect = EffectOf(word);
      SetFactors({i, end + 1}, factors, match);
      return match;
    }
    rate = rate || word == Word::kRate || word == Word::kInProportion;
    if (!IsPlain(word) && word != Word::kOf && word != Word::kConvert && word != Word::kMay &&
        word != Word::kAnd && word != Word::kAppropriate && word != Word::kReach &&
        word != Word::kSlash && word != Word::kWith && word != Word::kNot &&
        word != Word::kFewerThan && word != Word::kMore && word != Word::kBeyond) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace kaoping::rules
