#include "rules/parse/match.h"

namespace kaoping::rules {

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

bool IsPointsVerb(Word word) {
  return word == Word::kDeductPoints || word == Word::kBonusPoints || word == Word::kAwardPoints;
}

bool IsNegation(Word word) {
  return word == Word::kNot || word == Word::kLacking || word == Word::kNotPassed ||
         word == Word::kNotInTime;
}

bool TakesAFigure(Word word) {
  switch (word) {
    case Word::kEvery:
    case Word::kOneOf:
    case Word::kFewer:
    case Word::kDiffer:
    case Word::kMore:
    case Word::kLower:
    case Word::kHigher:
    case Word::kFallBack:
    case Word::kNotFewerThan:
    case Word::kFewerThan:
    case Word::kReach:
    case Word::kMoreThan:
    case Word::kAtMost:
    case Word::kOrdinal:
    case Word::kFront:
    case Word::kRear:
    case Word::kDash:
      return true;
    default:
      return false;
  }
}

bool IsPlain(Word word) {
  switch (word) {
    case Word::kOther:
    case Word::kMeasure:
    case Word::kLevel:
    case Word::kTimeUnit:
    case Word::kPiece:
    case Word::kThisItem:
    case Word::kGrade:
    case Word::kPointsNoun:
    case Word::kFullMark:
    case Word::kSuchAs:
    case Word::kSituation:
    case Word::kPreposition:
    case Word::kHonour:
    case Word::kAppraisal:
    case Word::kRanking:
    case Word::kRate:
    case Word::kTheSame:
    case Word::kLowIsBetter:
    case Word::kDocument:
    case Word::kRegulation:
    case Word::kEachItem:
    case Word::kFailing:
    case Word::kMerit:
    case Word::kBut:
    case Word::kRepeat:
    case Word::kSeveral:
    case Word::kTake:
    case Word::kFallBack:
    case Word::kTreatment:
      return true;
    default:
      return false;
  }
}

bool EndsAClause(const TokenText& text, int i, int last) {
  if (i >= last) return true;
  switch (text.at(i).word) {
    case Word::kComma:
    case Word::kStop:
    case Word::kSemicolon:
    case Word::kClose:
      return true;
    default:
      return false;
  }
}

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

int SkipPlain(const TokenText& text, int i, int last, int most) {
  for (const int first = i; i < last && i - first < most && IsPlain(text.at(i).word); ++i) {
  }
  return i;
}

bool Arrives(const TokenText& text, int i) {
  if (!text.Is(i, Word::kDash)) return false;
  const Word before = i > 0 ? text.at(i - 1).word : Word::kStop;
  return before != Word::kNumber && before != Word::kMeasure && before != Word::kTimeUnit &&
         before != Word::kPercent && before != Word::kPoint;
}

bool HasWord(const TokenText& text, TokenRange range, Word word) {
  for (int i = range.first; i < range.last; ++i) {
    if (text.at(i).word == word) return true;
  }
  return false;
}

bool HasNegation(const TokenText& text, TokenRange range) {
  for (int i = range.first; i < range.last; ++i) {
    if (IsNegation(text.at(i).word)) return true;
  }
  return false;
}

bool IsMark(const TokenText& text, int i) {
  return text.Is(i, Word::kComma) || text.Is(i, Word::kColon) || text.Is(i, Word::kOpen) ||
         text.Is(i, Word::kListMark) || text.Is(i, Word::kSlash);
}

}  // namespace kaoping::rules
