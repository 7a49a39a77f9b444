#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "rules/lex/lexicon.h"
#include "rules/parse/match.h"

namespace kaoping::rules {
namespace {

constexpr std::int64_t kTenThousandfold = 10'000;
constexpr std::int64_t kLastPlace = 9'999;  // of any ranking
constexpr int kFarthestWord = 4;  // of comparison, before its figure, in tokens: 至少召开4次

std::optional<Bound::Kind> KindBefore(Word word) {
  switch (word) {
    case Word::kNotFewerThan:
    case Word::kReach:
      return Bound::Kind::kAtLeast;
    case Word::kFewerThan:
    case Word::kLower:
      return Bound::Kind::kLessThan;
    case Word::kMoreThan:
    case Word::kMore:
    case Word::kHigher:
      return Bound::Kind::kMoreThan;
    case Word::kAtMost:
      return Bound::Kind::kAtMost;
    default:
      return std::nullopt;
  }
}

std::optional<Bound::Kind> KindAfter(const TokenText& text, int i) {
  if (text.Is(i, Word::kOrMore)) return Bound::Kind::kAtLeast;
  if (text.Is(i, Word::kOrLess)) return Bound::Kind::kAtMost;
  // 90%≤满意度: a sign behind its figure is read from the other side.
  if (!IsComparisonSign(text, i) || text.Is(i + 1, Word::kNumber)) return std::nullopt;
  switch (text.at(i).word) {
    case Word::kAtMost:
      return Bound::Kind::kAtLeast;
    case Word::kNotFewerThan:
      return Bound::Kind::kAtMost;
    case Word::kFewerThan:
      return Bound::Kind::kMoreThan;
    default:
      return Bound::Kind::kLessThan;
  }
}

// （含6人） between a figure and 以上.
int SkipInclusive(const TokenText& text, int i, int last) {
  if (!text.Is(i, Word::kOpen) || !text.Is(i + 1, Word::kIncluding)) return i;
  for (int close = i + 2; close < last && close - i <= 6; ++close) {
    if (text.Is(close, Word::kClose)) return close + 1;
  }
  return i;
}

// 每超过10%: what is counted, not what it is compared with.
bool IsCounted(const TokenText& text, int i, int first) {
  for (int back = i - 1; back >= first && i - back <= kFarthestWord; --back) {
    if (text.Is(back, Word::kEvery)) return true;
    if (!IsPlain(text.at(back).word)) return false;
  }
  return false;
}

// The unit after a figure of a bound; how it is written, and where it ends.
UnitMatch TakeUnit(const TokenText& text, int i, int last) {
  if (i < last && IsRateUnit(text, i)) return {RateUnit(text, i), i + 1};
  if (text.Is(i, Word::kPoint) && i < last) return {text.Text(i, i + 1), i + 1};
  if (const auto unit = MatchUnit(text, i, last)) return *unit;
  // 6幅: a measure that the lexicon does not know is the one character that 以上 or a mark follows.
  if (i < last && text.Is(i, Word::kOther) &&
      (EndsAClause(text, i + 1, last) || text.Is(i + 1, Word::kOrMore) ||
       text.Is(i + 1, Word::kOrLess) || text.Is(i + 1, Word::kOf))) {
    return {text.Text(i, i + 1), i + 1};
  }
  return {"", i};
}

// 80%-90%, 3至5人
std::optional<Bound> MatchWithin(const TokenText& text, int i, int last) {
  Bound bound;
  bound.kind = Bound::Kind::kWithin;
  bound.figure = text.at(i).value;
  int next = TakeUnit(text, i + 1, last).last;
  if (text.Is(next, Word::kOrMore)) ++next;  // 80%以上至90%
  next = SkipInclusive(text, next, last);
  if (next >= last || !text.Is(next, Word::kDash) || !text.Is(next + 1, Word::kNumber) ||
      text.at(next + 1).doubtful) {
    return std::nullopt;
  }
  bound.upper = text.at(next + 1).value;
  if (*bound.upper < bound.figure) std::swap(*bound.upper, bound.figure);
  const UnitMatch unit = TakeUnit(text, next + 2, last);
  if (unit.unit.empty()) return std::nullopt;
  const std::string first_unit = TakeUnit(text, i + 1, last).unit;
  if (first_unit.starts_with(kTenThousand) && unit.unit.starts_with(kHundredMillion)) {
    // 5000万元-1亿元, both in 亿元
    bound.figure = Decimal::FromMillionths(text.at(i).value.millionths() / kTenThousandfold);
    bound.upper = text.at(next + 1).value;
  }
  bound.unit = unit.unit;
  bound.range = {i, unit.last};
  return bound;
}

// 工会、妇联各开展活动不少于一次
bool HasEachBefore(const TokenText& text, int i, int first) {
  for (int back = i - 1; back >= first && i - back <= 8; --back) {
    if (text.Is(back, Word::kEachOf)) return true;
    if (!IsPlain(text.at(back).word)) return false;
  }
  return false;
}

std::optional<Bound> MatchBound(const TokenText& text, int i, TokenRange range) {
  Bound bound;
  bound.figure = text.at(i).value;
  const UnitMatch unit = TakeUnit(text, i + 1, range.last);
  bound.unit = unit.unit;
  const int after = SkipInclusive(text, unit.last, range.last);
  if (const auto kind = after < range.last ? KindAfter(text, after) : std::nullopt) {
    bound.kind = *kind;
    bound.range = {i, after + 1};
    // 低于80分以下 and 超过5人以上 say it twice.
    if (i > range.first && KindBefore(text.at(i - 1).word)) bound.range.first = i - 1;
    return bound;
  }
  // 至少召开4次: a verb of a few characters may stand between.
  int before = i - 1;
  while (before > range.first && i - before <= kFarthestWord &&
         (IsPlain(text.at(before).word) || text.Is(before, Word::kEachOf))) {
    if (text.Is(before, Word::kEachOf)) bound.for_each = true;
    --before;
  }
  if (before >= range.first && text.Is(before, Word::kEachOf)) {
    bound.for_each = true;
    --before;
  }
  const auto kind = before >= range.first ? KindBefore(text.at(before).word) : std::nullopt;
  if (kind) {
    // 各不少于一次
    if (IsCounted(text, before, range.first)) return std::nullopt;
    if (HasEachBefore(text, before, range.first)) bound.for_each = true;
    bound.kind = *kind;
    bound.range = {before, unit.last};
    return bound;
  }
  if (bound.unit != kPercentSign || IsCounted(text, i, range.first)) return std::nullopt;
  bound.kind = Bound::Kind::kBare;
  bound.range = {i, unit.last};
  return bound;
}

bool IsPlaceWord(const TokenText& text, int i) {
  if (!text.Is(i, Word::kMeasure)) return false;
  const std::string word = text.Text(i, i + 1);
  return word == "名" || word == "位";
}

// A whole number that a ranking can have.
bool IsPlaceNumber(const TokenText& text, int i) {
  return text.Is(i, Word::kNumber) && !text.at(i).doubtful && text.at(i).value.IsWhole() &&
         text.at(i).value <= Decimal::FromInt(kLastPlace);
}

// 第二次, 前10%: a figure of something else than places.
bool CountsOtherThings(const TokenText& text, int i) {
  return text.Is(i, Word::kMeasure) || text.Is(i, Word::kTimeUnit) || text.Is(i, Word::kPiece) ||
         text.Is(i, Word::kPercent) || text.Is(i, Word::kPercentPoint) ||
         text.Is(i, Word::kPoint) || text.Is(i, Word::kOther);
}

// 二 and 三 of 第一、二、三名
bool ContinuesOrdinals(const TokenText& text, int i, int first) {
  constexpr int kLongestList = 20;
  int back = i;
  while (back - 2 >= first && i - back <= kLongestList && text.Is(back - 1, Word::kListMark) &&
         text.Is(back - 2, Word::kNumber)) {
    back -= 2;
  }
  return back < i && back - 1 >= first && text.Is(back - 1, Word::kOrdinal);
}

// The places that a figure at token `i` names, if any: 第1名, 第1至3名, 前三名, 7名以后, 后两位.
std::optional<Places> MatchPlaces(const TokenText& text, int i, TokenRange range, bool ranked) {
  if (!IsPlaceNumber(text, i)) return std::nullopt;
  const auto number = [&text](int at) {
    return static_cast<int>(text.at(at).value.millionths() / Decimal::kScale);
  };
  const Word before = i > range.first ? text.at(i - 1).word : Word::kStop;
  const bool ordinal = before == Word::kOrdinal || ContinuesOrdinals(text, i, range.first);
  // 后10%, 倒数第二: places that are counted from the end, or by how many there are.
  const bool ends = before == Word::kFront || before == Word::kRear;
  const bool share = ends && ranked && text.Is(i + 1, Word::kPercent);
  const bool from_end = ordinal && i - 2 >= range.first && text.Is(i - 2, Word::kRear);
  if (share || from_end) {
    Places places;
    places.from_end = true;
    places.range = {i - 1, i + 1};
    return places;
  }
  Places places;
  places.from = places.to = number(i);
  int next = i + 1;
  if (IsPlaceWord(text, next)) ++next;
  bool named = next > i + 1;
  // Without 名 or 位, only where nothing else can be meant.
  ranked = ranked && (named || !CountsOtherThings(text, next));
  int second = text.Is(next, Word::kDash) ? next + 1 : 0;
  if (second > 0 && text.Is(second, Word::kOrdinal)) ++second;
  if (second > 0 && IsPlaceNumber(text, second) &&
      (IsPlaceWord(text, second + 1) || (ranked && !CountsOtherThings(text, second + 1)))) {
    places.to = number(second);
    if (places.to < places.from) std::swap(places.from, places.to);
    next = IsPlaceWord(text, second + 1) ? second + 2 : second + 1;
    places.range = {ordinal ? i - 1 : i, next};
    return places;
  }
  // 进入全省前十的: nothing else is left to count.
  const bool alone = next >= range.last || text.Is(next, Word::kOf);
  if (before == Word::kFront && (named || ranked || alone)) {
    places.from = 1;
  } else if (before == Word::kRear && named) {
    places.from = places.to = std::nullopt;
    places.from_end = number(i) > 1;
    places.last = number(i) == 1;
  } else if (named && (text.Is(next, Word::kAfter) || text.Is(next, Word::kOrLess)) &&
             (ordinal || ranked || text.Is(next, Word::kAfter))) {
    places.to = std::nullopt;
    ++next;
  } else if (!(ordinal && (named || ranked))) {
    return std::nullopt;
  }
  const bool led = ordinal || before == Word::kFront || before == Word::kRear;
  places.range = {led ? i - 1 : i, next};
  return places;
}

}  // namespace

bool IsComparisonSign(const TokenText& text, int i) {
  if (i < 0 || i >= text.size()) return false;
  const std::string sign = text.Text(i, i + 1);
  return sign == "≤" || sign == "≥" || sign == "<" || sign == ">";
}

std::vector<Bound> FindBounds(const TokenText& text, TokenRange range) {
  std::vector<Bound> bounds;
  for (int i = range.first; i < range.last; ++i) {
    if (!text.Is(i, Word::kNumber) || text.at(i).doubtful) continue;
    auto bound = MatchWithin(text, i, range.last);
    if (!bound) bound = MatchBound(text, i, range);
    // 不超过15天、3天: the words hold for every figure of the list.
    if (!bound && !bounds.empty() && text.Is(i - 1, Word::kListMark) &&
        bounds.back().range.last == i - 1) {
      const UnitMatch unit = TakeUnit(text, i + 1, range.last);
      bound = bounds.back();
      bound->figure = text.at(i).value;
      bound->range = {i, unit.last};
      if (unit.unit != bound->unit) bound.reset();
    }
    if (!bound) continue;
    i = std::max(i, bound->range.last - 1);
    bounds.push_back(*std::move(bound));
  }
  return bounds;
}

std::optional<Places> FindPlaces(const TokenText& text, TokenRange range, bool ranked) {
  std::optional<Places> found;
  for (int i = range.first; i < range.last; ++i) {
    if (text.Is(i, Word::kRanking)) ranked = true;
    if (text.Is(i, Word::kLastPlace)) {
      found = Places{};
      found->last = true;
      found->range = {i, i + 1};
    } else if (auto places = MatchPlaces(text, i, range, ranked)) {
      found = *places;
    }
  }
  return found;
}

}  // namespace kaoping::rules
