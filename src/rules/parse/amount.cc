#include "rules/parse/match.h"

namespace kaoping::rules {
namespace {

constexpr std::size_t kMostFigures = 16;  // of one list
constexpr int kLongestUnit = 4;           // of a noun counted after a slash, in tokens
constexpr int kLongestObject = 8;  // between a verb and its figure, in tokens: 扣责任人30分

std::optional<Effect> EffectOf(Word word) {
  switch (word) {
    case Word::kDeduct:
    case Word::kSurcharge:
    case Word::kDeductPoints:
    case Word::kDouble:
    case Word::kHalve:
      return Effect::kDeduct;
    case Word::kBonus:
    case Word::kFurtherBonus:
    case Word::kBonusPoints:
      return Effect::kBonus;
    case Word::kAward:
    case Word::kAwardPoints:
      return Effect::kAward;
    default:
      return std::nullopt;
  }
}

bool EndsAClause(const TokenText& text, int i, int last) {
  if (i >= last) return true;
  const Word word = text.at(i).word;
  return word == Word::kComma || word == Word::kStop || word == Word::kSemicolon ||
         word == Word::kClose;
}

// The words before an amount that say how it is meant, read backwards from `i`.
int TakeQualifiers(const TokenText& text, int i, int first, Amount& amount) {
  for (; i > first; --i) {
    switch (text.at(i - 1).word) {
      case Word::kRespectively:
        amount.respectively = true;
        break;
      case Word::kEachOf:
        amount.each_of = true;
        break;
      case Word::kDiscretion:
        amount.judged = true;
        break;
      case Word::kInProportion:
        amount.in_proportion = true;
        break;
      case Word::kMay:
        break;
      default:
        return i;
    }
  }
  return i;
}

// 、0.5分（省）, or the rest of 10、8、6分.
void TakeFurtherFigures(const TokenText& text, int last, Amount& amount) {
  while (amount.figures.size() < kMostFigures) {
    const int next = amount.range.last;
    const bool joined = text.Is(next, Word::kListMark) || text.Is(next, Word::kAnd) ||
                        (amount.respectively && text.Is(next, Word::kComma));
    if (!joined || next >= last) return;
    const auto figure = MatchFigure(text, next + 1, last);
    if (!figure) return;
    amount.figures.push_back(*figure);
    amount.range.last = figure->range.last;
  }
}

// 10、8、6分: only the last figure carries the 分.
std::optional<std::vector<Figure>> MatchBareFigures(const TokenText& text, int i, int last) {
  std::vector<Figure> figures;
  while (figures.size() < kMostFigures) {
    if (!text.Is(i, Word::kNumber) || i >= last || text.at(i).doubtful) return std::nullopt;
    figures.push_back({text.at(i).value, text.at(i).value, "", {i, i + 1}});
    if (text.Is(i + 1, Word::kPoint)) {
      figures.back().range.last = i + 2;
      if (figures.size() < 2) return std::nullopt;
      return figures;
    }
    if (!text.Is(i + 1, Word::kListMark) && !text.Is(i + 1, Word::kAnd)) return std::nullopt;
    i += 2;
  }
  return std::nullopt;
}

// The noun of /床位, up to the end of the clause.
std::optional<UnitMatch> MatchNoun(const TokenText& text, int i, int last) {
  int end = i;
  while (end < last && end - i < kLongestUnit &&
         (text.Is(end, Word::kOther) || text.Is(end, Word::kMeasure))) {
    ++end;
  }
  if (end == i || !EndsAClause(text, end, last)) return std::nullopt;
  return UnitMatch{text.Text(i, end), end};
}

// /次 after the figure.
void TakeCounterAfter(const TokenText& text, int last, Amount& amount) {
  const int next = amount.range.last;
  if (!text.Is(next, Word::kSlash) || next >= last) return;
  auto unit = MatchUnit(text, next + 1, last);
  if (!unit) unit = MatchNoun(text, next + 1, last);
  if (!unit) return;
  Counter counter;
  counter.unit = unit->unit;
  counter.range = {next, unit->last};
  amount.counter = counter;
  amount.range.last = unit->last;
}

// Fills in figures from token `i`; false if there are none.
bool TakeFigures(const TokenText& text, int i, int last, Amount& amount) {
  if (const auto bare = MatchBareFigures(text, i, last)) {
    amount.figures = *bare;
    amount.range.last = bare->back().range.last;
  } else if (const auto figure = MatchFigure(text, i, last)) {
    amount.figures = {*figure};
    amount.range.last = figure->range.last;
    TakeFurtherFigures(text, last, amount);
  } else {
    return false;
  }
  TakeCounterAfter(text, last, amount);
  return true;
}

// 视情打分, 酌情扣分, 加倍扣分, 按比例得分: a verb that carries 分 itself.
std::optional<Amount> MatchWithoutFigure(const TokenText& text, int i, int first, int last) {
  Amount amount;
  amount.effect = EffectOf(text.at(i).word);
  amount.range = {TakeQualifiers(text, i, first, amount), i + 1};
  if (text.Is(i, Word::kDouble)) amount.times = Decimal::FromInt(2);
  if (text.Is(i, Word::kHalve)) amount.times = Decimal::FromMillionths(Decimal::kScale / 2);
  if (amount.times) {
    amount.on_top = true;
    if (text.Is(i + 1, Word::kDeductPoints)) ++amount.range.last;
    return amount;
  }
  if (!EndsAClause(text, i + 1, last)) return std::nullopt;
  if (!amount.judged && !amount.in_proportion) return std::nullopt;
  return amount;
}

// 得满分: an award of the item's base.
std::optional<Amount> MatchFullMark(const TokenText& text, int i, int first) {
  if (!text.Is(i, Word::kAward) || !text.Is(i + 1, Word::kFullMark)) return std::nullopt;
  if (text.Is(i + 2, Word::kNumber)) return std::nullopt;
  Amount amount;
  amount.effect = Effect::kAward;
  amount.range = {TakeQualifiers(text, i, first, amount), i + 2};
  return amount;
}

bool IsBaseMention(const TokenText& text, int figure_first, int figure_last) {
  const Word before = figure_first > 0 ? text.at(figure_first - 1).word : Word::kStop;
  if (before == Word::kOpen && text.Is(figure_last, Word::kClose)) return true;
  // 满分为100分
  if (before == Word::kOther && text.Is(figure_first - 2, Word::kFullMark)) return true;
  return before == Word::kFullMark || before == Word::kPointsNoun || before == Word::kThisItem;
}

}  // namespace

bool IsVerb(Word word) {
  switch (word) {
    case Word::kDeduct:
    case Word::kBonus:
    case Word::kAward:
    case Word::kSurcharge:
    case Word::kFurtherBonus:
      return true;
    default:
      return false;
  }
}

std::optional<Figure> MatchFigure(const TokenText& text, int i, int last) {
  if (i >= last || !text.Is(i, Word::kNumber)) return std::nullopt;
  Figure figure{text.at(i).value, text.at(i).value, "", {i, i + 1}};
  int next = i + 1;
  if (text.Is(next, Word::kPoint) && text.Is(next + 1, Word::kDash)) ++next;
  if (text.Is(next, Word::kDash) && text.Is(next + 1, Word::kNumber)) {
    figure.max = text.at(next + 1).value;
    next += 2;
  }
  if (next >= last || !text.Is(next, Word::kPoint)) return std::nullopt;
  figure.range.last = next + 1;
  // 1分（国家）
  if (text.Is(next + 1, Word::kOpen)) {
    int close = next + 2;
    while (close < last && close - next <= kLongestObject && !text.Is(close, Word::kClose)) ++close;
    if (close < last && text.Is(close, Word::kClose) && text.Is(next + 2, Word::kLevel)) {
      figure.label = text.Text(next + 2, close);
      figure.range.last = close + 1;
    }
  }
  return figure;
}

std::optional<Amount> MatchAmount(const TokenText& text, int i, int condition_first, int last) {
  const Word word = text.at(i).word;
  if (word == Word::kDeductPoints || word == Word::kBonusPoints || word == Word::kAwardPoints ||
      word == Word::kDouble || word == Word::kHalve) {
    return MatchWithoutFigure(text, i, condition_first, last);
  }
  if (auto amount = MatchFullMark(text, i, condition_first)) return amount;

  Amount amount;
  int figure = i;
  if (IsVerb(word)) {
    amount.effect = EffectOf(word);
    amount.on_top = word == Word::kSurcharge || word == Word::kFurtherBonus;
    figure = i + 1;
    // 扣责任人30分: an object between the verb and its figure.
    while (figure < last && figure - i <= kLongestObject && text.Is(figure, Word::kOther)) ++figure;
  } else if (word != Word::kNumber) {
    return std::nullopt;
  }
  amount.range = {TakeQualifiers(text, i, condition_first, amount), i};
  if (!TakeFigures(text, figure, last, amount)) return std::nullopt;
  if (!amount.effect &&
      (IsBaseMention(text, i, amount.range.last) || !EndsAClause(text, amount.range.last, last))) {
    return std::nullopt;
  }
  return amount;
}

}  // namespace kaoping::rules
