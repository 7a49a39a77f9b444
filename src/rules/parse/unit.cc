#include <string>
#include <utility>

#include "rules/lex/lexicon.h"
#include "rules/parse/match.h"

namespace kaoping::rules {
namespace {

constexpr int kLongestNoun = 8;  // of a counted thing, in tokens

bool IsNoun(Word word) {
  switch (word) {
    case Word::kOther:
    case Word::kLevel:
    case Word::kMeasure:
    case Word::kGrade:
    case Word::kRanking:
    case Word::kHonour:
    case Word::kDocument:
    case Word::kFailing:
    case Word::kRepeat:
    case Word::kSeveral:
    case Word::kTake:
    case Word::kMerit:
      return true;
    default:
      return false;
  }
}

int SkipNoun(const TokenText& text, int i, int last) {
  for (const int first = i; i < last && i - first < kLongestNoun && IsNoun(text.at(i).word); ++i) {
  }
  return i;
}

// 10亿元以上, inside 1个10亿元以上项目: how large it must be, not how many.
int SkipSize(const TokenText& text, int i, int last) {
  int next = text.Is(i, Word::kNumber) ? i + 1 : i;
  while (next < last && text.Is(next, Word::kMeasure)) ++next;
  if (next < last && (text.Is(next, Word::kOrMore) || text.Is(next, Word::kOrLess))) {
    return next + 1;
  }
  return i;
}

// 个断面 → 断面; 个 alone → 个.
UnitMatch TakePiece(const TokenText& text, int i, int last) {
  const int first = SkipSize(text, i + 1, last);
  const int end = SkipNoun(text, first, last);
  return {end == first ? text.Text(i, i + 1) : text.Text(first, end), end};
}

// 件(次): the bracketed second measure is dropped.
int SkipBracketedMeasure(const TokenText& text, int i, int last) {
  if (i + 2 < last && text.Is(i, Word::kOpen) && text.Is(i + 1, Word::kMeasure) &&
      text.Is(i + 2, Word::kClose)) {
    return i + 3;
  }
  return i;
}

// 次, 天: measures of time, which alone join another without 每 (人次, 人天).
bool CountsTimes(const std::string& measure) {
  constexpr std::string_view kTimes = " 次 天 日 起 ";
  return kTimes.find(" " + measure + " ") != std::string_view::npos;
}

// 每人每次 → 人次; 项次 is written without the second 每. 处/块 are two names of one.
void JoinSecondMeasure(const TokenText& text, int last, UnitMatch& match) {
  int next = match.last;
  const bool every = text.Is(next, Word::kEvery);
  const bool slash = text.Is(next, Word::kSlash);
  if (every || slash) ++next;
  if (next >= last || !text.Is(next, Word::kMeasure)) return;
  const bool names_more = text.Is(next + 1, Word::kOther) || text.Is(next + 1, Word::kMerit) ||
                          text.Is(next + 1, Word::kFailing);
  if (names_more) return;
  const std::string second = text.Text(next, next + 1);
  const bool joins = every || CountsTimes(second);
  if (!joins && !slash) return;
  if (joins) match.unit += second;
  match.last = next + 1;
}

}  // namespace

bool IsRateUnit(const TokenText& text, int i) {
  return text.Is(i, Word::kPercent) || text.Is(i, Word::kPercentPoint);
}

std::string RateUnit(const TokenText& text, int i) {
  std::string unit = text.Text(i, i + 1);
  if (unit.empty()) return std::string(kPercentSign);  // 百分之五
  if (unit.starts_with(kPieceWord)) unit.erase(0, kPieceWord.size());
  return unit;
}

Quantity TakeQuantity(const TokenText& text, int i, int last) {
  if (i < last && text.Is(i, Word::kNumber) && !text.at(i).doubtful &&
      text.at(i).value.IsPositive()) {
    return {text.at(i).value, true, i + 1};
  }
  return {Decimal::FromInt(1), false, i};
}

std::optional<UnitMatch> MatchUnit(const TokenText& text, int i, int last) {
  if (i >= last) return std::nullopt;
  UnitMatch match;
  if (text.Is(i, Word::kMeasure) || text.Is(i, Word::kTimeUnit)) {
    match = {text.Text(i, i + 1), i + 1};
    // 1个月: the 个 belongs to the measure of time, and is dropped as before a noun.
    if (text.Is(i, Word::kTimeUnit) && match.unit.starts_with(kPieceWord)) {
      match.unit.erase(0, kPieceWord.size());
    }
  } else if (text.Is(i, Word::kPiece)) {
    match = TakePiece(text, i, last);
  } else {
    return std::nullopt;
  }
  match.last = SkipBracketedMeasure(text, match.last, last);
  JoinSecondMeasure(text, last, match);
  return match;
}

std::optional<UnitMatch> MatchUnitOrNoun(const TokenText& text, int i, int last) {
  if (auto unit = MatchUnit(text, i, last)) return unit;
  const int end = SkipNoun(text, i, last);
  if (end == i) return std::nullopt;
  if (!EndsAClause(text, end, last) && !text.Is(end, Word::kOf) && !text.Is(end, Word::kMay)) {
    return std::nullopt;
  }
  return UnitMatch{text.Text(i, end), end};
}

}  // namespace kaoping::rules
