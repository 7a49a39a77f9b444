#include <algorithm>
#include <string>
#include <utility>

#include "rules/lex/lexicon.h"
#include "rules/parse/match.h"

namespace kaoping::rules {
namespace {

constexpr std::size_t kMostFigures = 16;  // of one list
constexpr int kLongestUnit = 4;           // of a noun counted after a slash, in tokens
constexpr int kLongestObject = 10;  // between a verb and its figure, in tokens: 扣责任人30分
constexpr int kLongestReason = 24;  // between 根据 and 评分, in tokens

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
      case Word::kAppropriate:
        break;
      default:
        return i;
    }
  }
  return i;
}

// The name that stands before a figure (国家级8分), at token `i`: where its figure stands; 0 if
// none.
int NamedFigure(const TokenText& text, int i, int last) {
  const int figure = SkipPlain(text, i, last, kLongestObject);
  return figure > i && text.Is(figure, Word::kNumber) ? figure : 0;
}

// 、0.5分（省）, 、省级5分, or the rest of 10、8、6分.
void TakeFurtherFigures(const TokenText& text, int last, Amount& amount) {
  const bool labelled = !amount.figures.front().label.empty();
  while (amount.figures.size() < kMostFigures) {
    const int next = amount.range.last;
    const bool joined = text.Is(next, Word::kListMark) || text.Is(next, Word::kAnd) ||
                        ((amount.respectively || labelled) && text.Is(next, Word::kComma));
    if (!joined || next >= last) return;
    auto figure = MatchFigure(text, next + 1, last);
    if (!figure && labelled) {
      const int named = NamedFigure(text, next + 1, last);
      if (named > 0) figure = MatchFigure(text, named, last);
      if (figure) figure->label = text.Text(next + 1, named);
    }
    if (!figure) return;
    amount.range.last = figure->range.last;
    amount.figures.push_back(*std::move(figure));
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
  while (end < last && end - i < kLongestUnit && IsPlain(text.at(end).word)) ++end;
  const bool ends = EndsAClause(text, end, last) || text.Is(end, Word::kListMark) ||
                    text.Is(end, Word::kFurtherBonus) || IsPointsVerb(text.at(end).word);
  if (end == i || !ends) return std::nullopt;
  return UnitMatch{text.Text(i, end), end};
}

// 人·次, 人/次: a second measure behind the first.
void TakeSecondMeasure(const TokenText& text, int last, UnitMatch& unit) {
  if (!text.Is(unit.last, Word::kSlash) && !text.Is(unit.last, Word::kMark)) return;
  const auto second = MatchUnit(text, unit.last + 1, last);
  if (!second) return;
  unit.unit += second->unit;
  unit.last = second->last;
}

// /次, or 每次, after the figure.
void TakeCounterAfter(const TokenText& text, int last, Amount& amount) {
  const int next = amount.range.last;
  if (next >= last || (!text.Is(next, Word::kSlash) && !text.Is(next, Word::kEvery))) return;
  const bool slashed_every = text.Is(next, Word::kSlash) && text.Is(next + 1, Word::kEvery);
  auto unit = MatchUnit(text, slashed_every ? next + 2 : next + 1, last);
  if (!unit || (text.Is(next, Word::kEvery) && !EndsAClause(text, unit->last, last))) {
    unit = text.Is(next, Word::kSlash) ? MatchNoun(text, next + 1, last) : std::nullopt;
  }
  if (!unit) return;
  TakeSecondMeasure(text, last, *unit);
  Counter counter;
  counter.unit = unit->unit;
  counter.every = true;
  counter.range = {next, unit->last};
  amount.counter = counter;
  amount.range.last = unit->last;
}

// Fills in figures from token `i`; false if there are none. `label` names the first.
bool TakeFigures(const TokenText& text, int i, int last, std::string label, Amount& amount) {
  if (const auto bare = MatchBareFigures(text, i, last)) {
    amount.figures = *bare;
    amount.range.last = bare->back().range.last;
  } else if (const auto figure = MatchFigure(text, i, last)) {
    amount.figures = {*figure};
    if (amount.figures.front().label.empty()) amount.figures.front().label = std::move(label);
    amount.range.last = figure->range.last;
    TakeFurtherFigures(text, last, amount);
  } else {
    return false;
  }
  TakeCounterAfter(text, last, amount);
  return true;
}

// Whether 根据 … 情况 stands before token `i`, so that what follows is a judgement.
bool HasReasonBefore(const TokenText& text, int i, int first) {
  bool situation = false;
  for (int back = i - 1; back >= first && i - back <= kLongestReason; --back) {
    const Word word = text.at(back).word;
    if (word == Word::kComma && back + 1 < i) return false;
    if (word == Word::kSituation || word == Word::kRegulation) situation = true;
    if ((word == Word::kBy || word == Word::kDiscretion) && situation) return true;
  }
  return false;
}

// 扣减相应分数, 扣相应分: a verb whose amount is left to judgement.
std::optional<Amount> MatchAppropriate(const TokenText& text, int i, int first) {
  const auto effect = EffectOf(text.at(i).word);
  if (!effect || !text.Is(i + 1, Word::kAppropriate)) return std::nullopt;
  int next = i + 2;
  if (text.Is(next, Word::kOf)) ++next;
  if (!text.Is(next, Word::kPoint) && !text.Is(next, Word::kPointsNoun) &&
      !IsPointsVerb(next < text.size() ? text.at(next).word : Word::kStop)) {
    return std::nullopt;
  }
  Amount amount;
  amount.effect = effect;
  amount.range = {TakeQualifiers(text, i, first, amount), next + 1};
  amount.judged = true;
  return amount;
}

// 加倍扣分, 减半加分, 扣双倍分; 加倍 alone does what the rule it multiplies does.
Amount MatchMultiple(const TokenText& text, int i, int first) {
  Amount amount;
  amount.on_top = true;
  amount.times = text.Is(i, Word::kDouble) ? Decimal::FromInt(2)
                                           : Decimal::FromMillionths(Decimal::kScale / 2);
  amount.range = {TakeQualifiers(text, i, first, amount), i + 1};
  if (text.Text(i, i + 1).find(kDeductWord) != std::string::npos) amount.effect = Effect::kDeduct;
  int& last = amount.range.last;
  if (text.Is(last, Word::kDeductPoints) || text.Is(last, Word::kBonusPoints) ||
      text.Is(last, Word::kAwardPoints)) {
    amount.effect = EffectOf(text.at(last).word);
    ++last;
  } else if (i > first && IsVerb(text.at(i - 1).word) && text.Is(last, Word::kPoint)) {
    amount.effect = EffectOf(text.at(i - 1).word);
    amount.range = {i - 1, last + 1};
  }
  return amount;
}

// 按3倍扣分, 按原标准的2倍扣分
std::optional<Amount> MatchTimes(const TokenText& text, int i, int first, int last) {
  if (i + 2 >= last || !text.Is(i, Word::kNumber) || text.at(i).doubtful) return std::nullopt;
  const bool multiple = text.at(i).value.IsPositive() && text.Text(i + 1, i + 2) == kTimesWord;
  if (!multiple || !EndsAClause(text, i + 3, last)) return std::nullopt;
  const Word verb = text.at(i + 2).word;
  if (!IsPointsVerb(verb)) return std::nullopt;
  Amount amount;
  amount.effect = EffectOf(verb);
  amount.on_top = true;
  amount.times = text.at(i).value;
  amount.range = {i, i + 3};
  for (int by = i - 1; by >= first && i - by <= kLongestObject; --by) {
    if (text.Is(by, Word::kBy)) amount.range.first = by;
    if (text.Is(by, Word::kComma)) break;
  }
  return amount;
}

// 视情打分, 酌情扣分, 按比例得分: a verb that carries 分 itself.
std::optional<Amount> MatchWithoutFigure(const TokenText& text, int i, int first, int last) {
  if (text.Is(i, Word::kDouble) || text.Is(i, Word::kHalve)) return MatchMultiple(text, i, first);
  Amount amount;
  amount.effect = EffectOf(text.at(i).word);
  amount.range = {TakeQualifiers(text, i, first, amount), i + 1};
  const bool or_forfeit = text.Is(i + 1, Word::kAnd) && text.Is(i + 2, Word::kForfeit);
  if (!EndsAClause(text, i + 1, last) && !or_forfeit) return std::nullopt;
  for (int back = i - 1; back >= amount.range.first; --back) {
    if (text.Is(back, Word::kAppropriate)) amount.judged = true;
  }
  if (!amount.in_proportion && HasReasonBefore(text, i, first)) amount.judged = true;
  if (!amount.judged && !amount.in_proportion) return std::nullopt;
  // 酌情扣分或者不得分 is one judgement.
  if (or_forfeit) amount.range.last = i + 3;
  return amount;
}

// 得满分: an award of the item's base.
std::optional<Amount> MatchFullMark(const TokenText& text, int i, int first) {
  if (!text.Is(i, Word::kAward) || !text.Is(i + 1, Word::kFullMark)) return std::nullopt;
  if (text.Is(i + 2, Word::kNumber)) return std::nullopt;
  // 得满分的80%, 得该项分值的一半
  const bool share = text.Is(i + 2, Word::kOf) && !EndsAClause(text, i + 3, text.size());
  if (share || (i + 2 < text.size() && IsPlain(text.at(i + 2).word))) return std::nullopt;
  Amount amount;
  amount.effect = Effect::kAward;
  amount.range = {TakeQualifiers(text, i, first, amount), i + 2};
  return amount;
}

// Whether the words before token `i` say what was not done; 未发生事故 is as it should be.
bool IsLeftUndone(const TokenText& text, int i) {
  for (int back = i - 1; back >= 0 && i - back <= kLongestReason; --back) {
    if (EndsAClause(text, back, text.size()) || text.Is(back, Word::kNumbering) ||
        text.Is(back, Word::kPoint)) {
      return false;
    }
    const bool undone =
        text.Is(back, Word::kNotInTime) ||
        (text.Is(back, Word::kNot) && text.Text(back, back + 1).starts_with(kNotYet));
    if (undone) return !text.Is(back + 1, Word::kOneOf) && !text.Is(back + 1, Word::kFailing);
  }
  return false;
}

// 90%以上的满分: the verb is left out.
std::optional<Amount> MatchBareFullMark(const TokenText& text, int i, int first, int last) {
  const bool led = i > first && (text.Is(i - 1, Word::kOf) || text.Is(i - 1, Word::kOrMore));
  if (!led || !text.Is(i, Word::kFullMark) || !EndsAClause(text, i + 1, last)) return std::nullopt;
  Amount amount;
  amount.effect = Effect::kAward;
  amount.range = {i, i + 1};
  return amount;
}

// (3分) closing a duty, 本项满分4分, 满分为100分: the item's base, which is no amount.
bool IsBaseMention(const TokenText& text, int figure_first, int figure_last) {
  const Word before = figure_first > 0 ? text.at(figure_first - 1).word : Word::kStop;
  if (before == Word::kOpen && text.Is(figure_last, Word::kClose)) {
    // 完成任务80%以上的（75分） is an amount: 的 leads to it; so is 未制定方案（1分）.
    return !text.Is(figure_first - 2, Word::kOf) && !IsLeftUndone(text, figure_first - 1);
  }
  int noun = figure_first - 1;
  if (IsPlain(before) &&
      (text.Is(noun - 1, Word::kFullMark) || text.Is(noun - 1, Word::kPointsNoun)))
    --noun;
  return text.Is(noun, Word::kFullMark) || text.Is(noun, Word::kPointsNoun) ||
         text.Is(noun, Word::kThisItem);
}

// 80分以上, 未达80分: a score that is compared with, not an amount.
bool IsComparison(const TokenText& text, int figure_first, int figure_last) {
  switch (figure_last < text.size() ? text.at(figure_last).word : Word::kStop) {
    case Word::kOrMore:
    case Word::kOrLess:
    case Word::kDash:
      return true;
    default:
      break;
  }
  switch (figure_first > 0 ? text.at(figure_first - 1).word : Word::kStop) {
    case Word::kFewerThan:
    case Word::kMoreThan:
    case Word::kNotFewerThan:
    case Word::kReach:
    case Word::kDash:
      return true;
    default:
      return false;
  }
}

// 污水处理厂建设3分，已建成的得3分: the figure is named before the clause that awards it.
bool IsNamedAhead(const TokenText& text, const Amount& amount, int last) {
  if (!text.Is(amount.range.last, Word::kComma)) return false;
  for (int i = amount.range.last; i + 2 < last && i - amount.range.last < kLongestReason; ++i) {
    if (text.Is(i, Word::kAward) && text.Is(i + 1, Word::kNumber) &&
        text.at(i + 1).value == amount.figures.front().max) {
      return true;
    }
  }
  return false;
}

// 按10分/户追加扣分: the verb follows the figure.
void TakeVerbAfter(const TokenText& text, int i, int first, Amount& amount) {
  int next = amount.range.last;
  while (text.Is(next, Word::kMay) || text.Is(next, Word::kFurtherBonus)) {
    amount.on_top = amount.on_top || text.Is(next, Word::kFurtherBonus);
    ++next;
  }
  const Word word = next < text.size() ? text.at(next).word : Word::kStop;
  if (!IsPointsVerb(word) && word != Word::kDeduct && word != Word::kSurcharge &&
      word != Word::kBonus) {
    return;
  }
  if (text.Is(next + 1, Word::kPoint)) ++next;
  if (!EndsAClause(text, next + 1, text.size())) return;
  amount.effect = EffectOf(word);
  amount.on_top = amount.on_top || word == Word::kSurcharge;
  amount.range.last = next + 1;
  if (i > first && text.Is(i - 1, Word::kBy)) --amount.range.first;
}

// An amount whose verb is left out, or follows.
std::optional<Amount> MatchWithoutVerb(const TokenText& text, int i, int first, int last) {
  Amount amount;
  // 国家级8分、省级5分: a list whose names stand before their figures.
  int name = i;
  while (name > first && i - name < 3 && IsPlain(text.at(name - 1).word)) --name;
  while (name < i && !text.Is(name, Word::kLevel)) ++name;
  const std::optional<Figure> figure = MatchFigure(text, i, last);
  const bool listed = name < i && figure && text.Is(figure->range.last, Word::kListMark) &&
                      NamedFigure(text, figure->range.last + 1, last) > 0;
  const int begin = listed ? name : i;
  amount.range = {TakeQualifiers(text, begin, first, amount), begin};
  if (!TakeFigures(text, i, last, listed ? text.Text(name, i) : "", amount)) return std::nullopt;
  TakeVerbAfter(text, amount.range.first, first, amount);
  if (amount.effect) return amount;
  const bool ends = EndsAClause(text, amount.range.last, last) ||
                    text.Is(amount.range.last, Word::kOpen) ||
                    text.Is(amount.range.last, Word::kListMark);
  if (IsComparison(text, i, amount.range.last) || IsBaseMention(text, i, amount.range.last) ||
      !ends || IsNamedAhead(text, amount, last)) {
    return std::nullopt;
  }
  return amount;
}

}  // namespace

std::optional<Figure> MatchFigure(const TokenText& text, int i, int last) {
  if (i >= last || !text.Is(i, Word::kNumber)) return std::nullopt;
  Figure figure{text.at(i).value, text.at(i).value, "", {i, i + 1}};
  int next = i + 1;
  if (text.Is(next, Word::kPoint) && text.Is(next + 1, Word::kDash)) ++next;
  if (text.Is(next, Word::kDash) && text.Is(next + 1, Word::kNumber)) {
    figure.max = text.at(next + 1).value;
    if (figure.max < figure.min) std::swap(figure.min, figure.max);
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
  if (IsPointsVerb(word) || word == Word::kDouble || word == Word::kHalve) {
    return MatchWithoutFigure(text, i, condition_first, last);
  }
  if (auto amount = MatchTimes(text, i, condition_first, last)) return amount;
  if (word == Word::kNumber) return MatchWithoutVerb(text, i, condition_first, last);
  if (word == Word::kFullMark) return MatchBareFullMark(text, i, condition_first, last);
  // 增加2分
  const bool adds = word == Word::kMore && text.Is(i + 1, Word::kNumber) &&
                    text.Is(i + 2, Word::kPoint) && EndsAClause(text, i + 3, last);
  if (!IsVerb(word) && !adds) return std::nullopt;
  if (auto amount = MatchFullMark(text, i, condition_first)) return amount;
  if (auto amount = MatchAppropriate(text, i, condition_first)) return amount;

  Amount amount;
  amount.effect = adds ? Effect::kBonus : EffectOf(word);
  // 少得0.5分 takes them away.
  const bool less = word == Word::kAward && i > condition_first && text.Is(i - 1, Word::kFewer);
  if (less) amount.effect = Effect::kDeduct;
  amount.on_top = word == Word::kSurcharge || word == Word::kFurtherBonus;
  // 扣责任人30分: an object between the verb and its figure; 加国家级8分: or the level it is for.
  const int figure = SkipPlain(text, i + 1, last, kLongestObject);
  std::string label;
  if (text.Is(i + 1, Word::kLevel)) label = text.Text(i + 1, figure);
  amount.range = {TakeQualifiers(text, less ? i - 1 : i, condition_first, amount), i};
  if (!TakeFigures(text, figure, last, std::move(label), amount)) return std::nullopt;
  // 根据情节轻重扣0.5-2分: a person looks at it.
  const Figure& figure_read = amount.figures.front();
  const bool is_range = figure_read.min != figure_read.max;
  if (is_range && HasReasonBefore(text, i, condition_first)) amount.judged = true;
  // 被扣12分的, 累计扣5分的, 扣5分以上的: what happened, not what follows from it.
  const int end = amount.range.last;
  const bool happened = i > condition_first &&
                        (text.Is(i - 1, Word::kReceive) || text.Is(i - 1, Word::kInTotal)) &&
                        end < last && (text.Is(end, Word::kOf) || IsPlain(text.at(end).word));
  if (happened || text.Is(end, Word::kOrMore) || text.Is(end, Word::kOrLess)) return std::nullopt;
  return amount;
}

}  // namespace kaoping::rules
