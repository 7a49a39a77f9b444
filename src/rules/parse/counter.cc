#include <string>
#include <string_view>
#include <utility>

#include "rules/lex/lexicon.h"
#include "rules/parse/match.h"

namespace kaoping::rules {
namespace {

constexpr int kLongestVerb = 6;  // between 每 and what it counts, in tokens: 每引进1个
constexpr int kLongestUnknownMeasure = 2;  // 盏, 车次, in tokens
constexpr int kLongestPeer = 4;  // 高于全市平均1个百分点: who is compared with, in tokens
constexpr int kLongestDeed = 2;  // between 少 and its count, in tokens: 少开一次
constexpr int kLongestFailure = 12;  // behind a count: 一处不符合规定, in tokens
constexpr int kLongestPartName = 8;  // between a part's count and the amount: 一项任务的扣1分
const Decimal kOne = Decimal::FromInt(1);
const Decimal kHalf = Decimal::FromMillionths(Decimal::kScale / 2);

Counter MakeCounter(Counter::Kind kind, std::string unit, Decimal per, int first, int last) {
  Counter counter;
  counter.kind = kind;
  counter.unit = std::move(unit);
  counter.per = per;
  counter.range = {first, last};
  return counter;
}

// 每 a few words before token `i`: 每比目标低, 每低.
bool HasEveryBefore(const TokenText& text, int i, int first) {
  for (int back = 1; back <= kLongestVerb && i - back >= first; ++back) {
    const Word word = text.at(i - back).word;
    if (word == Word::kEvery) return true;
    if (!IsPlain(word) && !TakesAFigure(word) && word != Word::kBeyond && !IsNegation(word)) {
      return false;
    }
  }
  return false;
}

// 1座以上 is a threshold and counts nothing; 每人至少1件 is what each must do.
bool IsThreshold(const TokenText& text, int after_unit) {
  if (text.Is(after_unit, Word::kMay)) ++after_unit;
  switch (after_unit < text.size() ? text.at(after_unit).word : Word::kStop) {
    case Word::kOrMore:
    case Word::kOrLess:
    case Word::kNotFewerThan:
    case Word::kAtMost:
      return true;
    default:
      return false;
  }
}

std::optional<Counter::Kind> StepKind(Word word) {
  switch (word) {
    case Word::kLower:
    case Word::kFewerThan:
    case Word::kFewer:
      return Counter::Kind::kRateDown;
    case Word::kHigher:
    case Word::kMore:
    case Word::kMoreThan:
    case Word::kBeyond:
      return Counter::Kind::kRateUp;
    case Word::kDiffer:
      return Counter::Kind::kDiffer;
    default:
      return std::nullopt;
  }
}

// 逾期一天, 迟1个工作日
std::optional<Counter> MatchLate(const TokenText& text, int i, int first, int last) {
  // 迟到5分钟 is late by five minutes; 迟到一次 is a failing.
  const bool late = text.Is(i, Word::kNotPassed) && text.Is(i + 1, Word::kNumber) &&
                    text.Is(i + 2, Word::kTimeUnit) && text.Text(i, i + 1).starts_with(kLateWord);
  if (!text.Is(i, Word::kOverdue) && !late) return std::nullopt;
  int next = i + 1;
  const bool every_after = text.Is(next, Word::kEvery);
  const bool every = every_after || HasEveryBefore(text, i, first);
  if (every_after) ++next;
  next = SkipPlain(text, next, last, 2);  // 逾期报送1天
  while (next > i + 1 && IsPlain(text.at(next - 1).word) && text.Is(next - 1, Word::kTimeUnit)) {
    --next;  // the unit itself is plain: 每逾期天
  }
  const Quantity quantity = TakeQuantity(text, next, last);
  if (quantity.next >= last || !text.Is(quantity.next, Word::kTimeUnit)) return std::nullopt;
  // 逾期一天 counts days; 逾期三天以上, or 逾期30天 without 每, is a threshold.
  if (!every && (!quantity.stated || quantity.number != kOne)) return std::nullopt;
  if (IsThreshold(text, quantity.next + 1)) return std::nullopt;
  auto counter = MakeCounter(Counter::Kind::kLate, MatchUnit(text, quantity.next, last)->unit,
                             quantity.number, i, quantity.next + 1);
  counter.every = every;
  return counter;
}

// The figure that a step is counted from where it stands between the two: 每低于95%1个百分点,
// 每低于目标值（95%）1个百分点. `next` is moved behind it.
std::optional<Decimal> TakeOrigin(const TokenText& text, int& next) {
  int at = next;
  const bool bracketed = text.Is(at, Word::kOpen);
  if (bracketed) ++at;
  if (!text.Is(at, Word::kNumber) || text.at(at).doubtful || !text.Is(at + 1, Word::kPercent)) {
    return std::nullopt;
  }
  const Decimal origin = text.at(at).value;
  at += 2;
  if (bracketed && !text.Is(at++, Word::kClose)) return std::nullopt;
  if (text.Is(at, Word::kOf)) ++at;
  if (!text.Is(at, Word::kNumber) || !IsRateUnit(text, at + 1)) return std::nullopt;
  next = at;
  return origin;
}

// %, 百分点; behind a word of direction 个点 too.
std::optional<UnitMatch> MatchRateUnit(const TokenText& text, int i, int last, bool directed) {
  if (i >= last) return std::nullopt;
  if (IsRateUnit(text, i)) return UnitMatch{RateUnit(text, i), i + 1};
  const bool point = directed && text.Is(i, Word::kPiece) && i + 1 < last &&
                     text.Text(i + 1, i + 2) == kShortPercentPoint &&
                     (i + 2 >= last || text.Is(i + 2, Word::kOf) || text.Is(i + 2, Word::kComma));
  if (!point) return std::nullopt;
  return UnitMatch{std::string(kPercentPointWord), i + 2};
}

// 低1个百分点, 超10%, 每10个百分点
std::optional<Counter> MatchRateStep(const TokenText& text, int i, int first, int last) {
  const bool bare = text.Is(i, Word::kEvery);
  const auto kind = bare ? std::optional(Counter::Kind::kRate) : StepKind(text.at(i).word);
  if (!kind) return std::nullopt;
  const bool every = bare || HasEveryBefore(text, i, first);
  const bool compares = text.Is(i, Word::kMoreThan) || text.Is(i, Word::kFewerThan);
  int next = SkipPlain(text, i + 1, last, every ? kLongestVerb : compares ? kLongestPeer : 1);
  const auto origin = TakeOrigin(text, next);
  const Quantity quantity = TakeQuantity(text, next, last);
  const auto unit = MatchRateUnit(text, quantity.next, last, !bare);
  if (!quantity.stated || !unit || (!every && quantity.number != kOne)) return std::nullopt;
  if (IsThreshold(text, unit->last)) return std::nullopt;
  auto counter = MakeCounter(*kind, unit->unit, quantity.number, i, unit->last);
  counter.every = every;
  counter.origin = origin;
  counter.rate = true;
  return counter;
}

// Where the unit of a move in a ranking at token `i` ends (位次, 个名次; 位 and 名 where it can
// only be one); 0 if none stands there.
int PlaceUnitEnd(const TokenText& text, int i, bool ranked) {
  if (text.Is(i, Word::kRanking)) return i + 1;
  if (text.Is(i, Word::kPiece) && text.Is(i + 1, Word::kRanking)) return i + 2;
  const std::string unit = i < text.size() ? text.Text(i, i + 1) : std::string();
  return ranked && (unit == kPlaceUnit || unit == kPersonUnit) ? i + 1 : 0;
}

Counter MakePlaces(Decimal per, bool every, int first, int last) {
  auto counter = MakeCounter(Counter::Kind::kPlaces, std::string(kPlacesUnit), per, first, last);
  counter.every = every;
  return counter;
}

// 后退一位, 每降1位, 上升一个位次; where a ranking is spoken of any verb will do: 每退一位.
std::optional<Counter> MatchPlaceStep(const TokenText& text, int i, int first, int last,
                                      bool ranked) {
  const Word word = text.at(i).word;
  const bool moves = word == Word::kFallBack || word == Word::kLower || word == Word::kHigher ||
                     word == Word::kReach || (word == Word::kRear && text.Is(i - 1, Word::kEvery));
  if (!moves && word != Word::kEvery) return std::nullopt;
  // 每名次递减1分, 每名递减0.5分
  const bool falls = text.Is(last, Word::kDeduct) && text.Text(last, last + 1) == kFallingDeduct;
  if (!moves && (text.Is(i + 1, Word::kRanking) || (ranked && falls && i + 2 == last))) {
    const int end = PlaceUnitEnd(text, i + 1, ranked);
    if (end == last) return MakePlaces(kOne, true, i, end);
  }
  const int verb_end = moves ? i + 1 : SkipPlain(text, i + 1, last, kLongestVerb);
  if (verb_end == i + 1 && !moves) return std::nullopt;
  const Quantity quantity = TakeQuantity(text, verb_end, last);
  if (!quantity.stated) return std::nullopt;
  const bool every = !moves || HasEveryBefore(text, i, first);
  if (!every && quantity.number != kOne) return std::nullopt;
  const int next = PlaceUnitEnd(text, quantity.next, moves || ranked);
  if (next == 0) return std::nullopt;
  if (next > last || IsThreshold(text, next)) return std::nullopt;
  return MakePlaces(quantity.number, every, i, next);
}

// 少一次, 缺1项, 少报1篇, 少“一有”, 差1篇
std::optional<Counter> MatchFewer(const TokenText& text, int i, int first, int last) {
  const bool differ = text.Is(i, Word::kDiffer);
  const bool below = text.Is(i, Word::kFewerThan);
  if (!differ && !below && !text.Is(i, Word::kFewer)) return std::nullopt;
  const bool every = HasEveryBefore(text, i, first);
  int next = i + 1;
  const bool quoted = text.Is(next, Word::kQuote);
  if (quoted) ++next;
  if (!text.Is(next, Word::kNumber)) {
    // 少开一次, 每低于目标值1天
    const int skipped = SkipPlain(text, next, last, every ? 4 : kLongestDeed);
    if (text.Is(skipped, Word::kNumber)) next = skipped;
  }
  const Quantity quantity = TakeQuantity(text, next, last);
  if (!quantity.stated && !every) return std::nullopt;
  if ((below || !every) && (!quantity.stated || (!every && quantity.number != kOne))) {
    return std::nullopt;
  }
  if (below && !every) return std::nullopt;
  auto counter = MakeCounter(differ ? Counter::Kind::kDiffer : Counter::Kind::kFewer, "",
                             quantity.number, i, quantity.next);
  counter.every = every;
  if (quoted && text.Is(quantity.next, Word::kOneOf) && text.Is(quantity.next + 1, Word::kQuote)) {
    // 有计划、有部署: what is counted is how many of the listed 有 are absent.
    counter.quoted = true;
    counter.unit = text.Text(quantity.next, quantity.next + 1);
    counter.range.last = quantity.next + 2;
    return counter;
  }
  // 三项缺一
  if (quantity.stated && EndsAClause(text, quantity.next, last)) {
    counter.unit = kItemWord;
    return counter;
  }
  const auto unit = MatchUnitOrNoun(text, quantity.next, last);
  if (!unit || IsThreshold(text, unit->last)) return std::nullopt;
  counter.deed = !every && !quoted && next > i + 1 && !text.Text(i + 1, next).starts_with(kAnyOf);
  counter.unit = unit->unit;
  counter.range.last = unit->last;
  return counter;
}

bool IsGrade(const TokenText& text, int i) {
  return text.Is(i, Word::kGrade) ||
         (text.Is(i, Word::kMeasure) && text.Text(i, i + 1) == kLevelWord);
}

// 多1件, 增加20万元, 超1人, 超1天
std::optional<Counter> MatchMore(const TokenText& text, int i, int first, int last) {
  const Word word = text.at(i).word;
  const bool excess = word == Word::kMoreThan || word == Word::kBeyond;
  const bool moves = word == Word::kHigher || word == Word::kLower;
  if (word != Word::kMore && !moves && !excess) return std::nullopt;
  const bool every = HasEveryBefore(text, i, first);
  int next = i + 1;
  if (!text.Is(next, Word::kNumber)) {
    const int skipped = SkipPlain(text, next, last, every ? kLongestVerb : 3);
    if (text.Is(skipped, Word::kNumber)) next = skipped;
  }
  const Quantity quantity = TakeQuantity(text, next, last);
  if (!quantity.stated && !every) return std::nullopt;
  if (!every && quantity.number != kOne) return std::nullopt;
  if (excess && !every) return std::nullopt;
  const auto unit =
      every ? MatchUnitOrNoun(text, quantity.next, last) : MatchUnit(text, quantity.next, last);
  if (!unit || IsThreshold(text, unit->last)) return std::nullopt;
  constexpr std::string_view kOver = "超";
  const bool over = excess || text.Text(i, i + 1).starts_with(kOver);
  Counter::Kind kind = over ? Counter::Kind::kExcess : Counter::Kind::kMore;
  // 每升一个等级, 每降一级: every move counts, from wherever it began.
  if (word == Word::kLower || (moves && IsGrade(text, unit->last - 1))) {
    kind = Counter::Kind::kOccurrence;
  }
  // 每低1万元 falls short of a figure.
  if (every && text.Text(i, i + 1) == kLowWord && !IsGrade(text, unit->last - 1)) {
    kind = Counter::Kind::kFewer;
  }
  auto counter = MakeCounter(kind, unit->unit, quantity.number, i, unit->last);
  counter.every = every;
  return counter;
}

// 每次, 每邀请1个企业, 每有100亩, 每批
std::optional<Counter> MatchEvery(const TokenText& text, int i, int last) {
  if (!text.Is(i, Word::kEvery)) return std::nullopt;
  int next = i + 1;
  const auto take = [&](const UnitMatch& unit, Decimal per) -> std::optional<Counter> {
    if (IsThreshold(text, unit.last)) return std::nullopt;
    auto counter = MakeCounter(Counter::Kind::kOccurrence, unit.unit, per, i, unit.last);
    counter.every = true;
    return counter;
  };
  if (text.Is(next, Word::kTimeUnit)) {
    // 每周召开例会 is how often it must be done; 每周扣1分 counts weeks.
    const auto unit = MatchUnit(text, next, last);
    const bool at_end = unit && (unit->last >= last || text.Is(unit->last, Word::kOf));
    return at_end ? take(*unit, kOne) : std::nullopt;
  }
  if (const auto unit = MatchUnit(text, next, last)) return take(*unit, kOne);
  // 每 … 1个: a verb of a few characters may stand between.
  while (next < last && next - i <= kLongestVerb &&
         (IsPlain(text.at(next).word) || text.Is(next, Word::kOneOf) ||
          text.Is(next, Word::kHigher) || text.Is(next, Word::kLower) ||
          text.Is(next, Word::kNot) || text.Is(next, Word::kNotPassed) ||
          text.Is(next, Word::kNotInTime) || text.Is(next, Word::kReceive) ||
          text.Is(next, Word::kReach))) {
    ++next;
  }
  const Quantity quantity = TakeQuantity(text, next, last);
  if (quantity.stated) {
    const auto unit = MatchUnitOrNoun(text, quantity.next, last);
    auto counter = unit ? take(*unit, quantity.number) : std::nullopt;
    if (counter) counter->verb = {i + 1, next};
    return counter;
  }
  const auto noun = MatchUnitOrNoun(text, i + 1, last);
  return noun ? take(*noun, kOne) : std::nullopt;
}

// 每月扣2分, 每月次扣3分: a period just before the amount is what it counts.
std::optional<Counter> MatchPeriod(const TokenText& text, int i, int last) {
  if (!text.Is(i, Word::kYearly)) return std::nullopt;
  std::string unit = text.Text(i, i + 1);
  if (!unit.starts_with(kEveryWord)) return std::nullopt;
  unit.erase(0, kEveryWord.size());
  if (unit.starts_with(kPieceWord)) unit.erase(0, kPieceWord.size());
  int end = i + 1;
  if (end < last && text.Is(end, Word::kMeasure)) {
    unit += text.Text(end, end + 1);
    ++end;
  }
  if (end != last) return std::nullopt;
  auto counter = MakeCounter(Counter::Kind::kOccurrence, std::move(unit), kOne, i, last);
  counter.every = true;
  return counter;
}

// Whether token `i` is a measure that the lexicon does not know, behind a one: 1枚, 发现一樘. An
// Arabic figure counts whatever follows it, but in 1号; 一 is part of many words (一刀切), and
// counts only where the measure stands alone.
bool IsUnknownMeasure(const TokenText& text, int i, int last) {
  if (i >= last || !text.Is(i, Word::kOther) || text.at(i).end - text.at(i).begin != 1) {
    return false;
  }
  if (text.Text(i - 1, i) == kArabicOne) return text.Text(i, i + 1) != kNumberOf;
  return i + 1 == last || text.Is(i + 1, Word::kOf) || IsNegation(text.at(i + 1).word) ||
         text.Is(i + 1, Word::kUnqualified);
}

std::optional<UnitMatch> MatchMeasure(const TokenText& text, int i, int last) {
  if (auto unit = MatchUnit(text, i, last)) return unit;
  if (!IsUnknownMeasure(text, i, last)) return std::nullopt;
  return UnitMatch{text.Text(i, i + 1), i + 1};
}

// 有一例, 发生1起
std::optional<Counter> MatchOccurrence(const TokenText& text, int i, int first, int last) {
  if (!text.Is(i, Word::kOneOf)) return std::nullopt;
  const Quantity quantity = TakeQuantity(text, i + 1, last);
  if (!quantity.stated || quantity.number != kOne) return std::nullopt;
  const auto unit = MatchMeasure(text, quantity.next, last);
  if (!unit || IsThreshold(text, unit->last)) return std::nullopt;
  auto counter = MakeCounter(Counter::Kind::kOccurrence, unit->unit, kOne, i, unit->last);
  counter.every = HasEveryBefore(text, i, first);
  return counter;
}

// 一户一档, 一河一策: a name, and no count.
bool IsPairedOne(const TokenText& text, int i, int last) {
  const auto is_one = [&text, last](int at) {
    return at < last && text.Is(at, Word::kNumber) && text.at(at).value == kOne;
  };
  return is_one(i - 2) || is_one(i + 2);
}

// Whether 一级, 一套 and the like are part of a name and count nothing.
bool IsPartOfAName(std::string_view unit) {
  constexpr std::string_view kNames =
      " 级 类 套 部 届 期 口 门 层 档 片 段 步 头 支 组 队 班 票 案 点 ";
  return kNames.find(" " + std::string(unit) + " ") != std::string_view::npos;
}

// Whether 一名 and the like name someone to be found, not something that happens again and again.
bool NamesSomeone(std::string_view unit) {
  constexpr std::string_view kSomeone = " 名 人 位 个 部 ";
  return kSomeone.find(" " + std::string(unit) + " ") != std::string_view::npos;
}

// 每年清理一次 is what must be done; 只建立其中一项 is a state.
bool IsRequiredOrContrasted(const TokenText& text, int i, int first) {
  for (int back = i - 1; back >= first && !text.Is(back, Word::kComma); --back) {
    if (text.Is(back, Word::kYearly) || text.Is(back, Word::kContrast)) return true;
  }
  return false;
}

// Whether what token `i` says went wrong: 1次不到, 一处不合格. It ends the condition.
bool IsFailure(const TokenText& text, int i, int last) {
  if (i >= last) return false;
  const Word word = text.at(i).word;
  const bool fails = IsNegation(word) || word == Word::kUnqualified || word == Word::kFailing ||
                     (word == Word::kFewerThan && !text.Is(i + 1, Word::kNumber));
  if (!fails || last - i > kLongestFailure) return false;
  for (int at = i; at < last; ++at) {
    if (text.Is(at, Word::kComma) && at + 1 < last) return false;
    if (text.Is(at, Word::kNumber)) return false;
  }
  return true;
}

// 少开一次, 缺任意一项: what MatchFewer reads.
bool FollowsFewer(const TokenText& text, int i, int first) {
  for (int back = i - 1; back >= first && i - back <= 1 + kLongestDeed; --back) {
    if (text.Is(back, Word::kFewer)) return true;
    if (!IsPlain(text.at(back).word)) return false;
  }
  return false;
}

// 一次 just before the amount (一次扣1分), opening its part of the sentence (一处不规范扣1分),
// before what went wrong (例会一次不到扣1分) or before the noun that ends it
// (未完成一项任务的扣1分).
std::optional<Counter> MatchBareCount(const TokenText& text, int i, int first, int last) {
  if (!text.Is(i, Word::kNumber) || text.at(i).doubtful) return std::nullopt;
  const bool half = text.at(i).value == kHalf && text.Is(i + 1, Word::kTimeUnit);  // 旷工半天
  if (text.at(i).value != kOne && !half) return std::nullopt;
  if (i > first && TakesAFigure(text.at(i - 1).word) && !Arrives(text, i - 1)) return std::nullopt;
  if (IsRequiredOrContrasted(text, i, first) || HasEveryBefore(text, i, first)) return std::nullopt;
  if (IsPairedOne(text, i, last) || FollowsFewer(text, i, first)) return std::nullopt;
  auto unit = MatchMeasure(text, i + 1, last);
  // 一盏, 一车次: a measure the lexicon does not know is what stands between the one and the
  // amount.
  const bool unknown = !unit && last - i <= 1 + kLongestUnknownMeasure;
  if (unknown && SkipPlain(text, i + 1, last, kLongestUnknownMeasure) == last) {
    unit = MatchUnitOrNoun(text, i + 1, last);
  }
  if (!unit || IsThreshold(text, unit->last)) return std::nullopt;
  // 逾期一天 is late by a day; 迟报一次 happens once.
  if (i > first && text.Is(i - 1, Word::kOverdue) && text.Is(i + 1, Word::kTimeUnit)) {
    return std::nullopt;
  }
  auto counter =
      MakeCounter(Counter::Kind::kOccurrence, unit->unit, text.at(i).value, i, unit->last);
  if (half && unit->last != last) return std::nullopt;
  const bool opens = i == first || text.Is(i - 1, Word::kComma);
  if (unit->last == last) return counter;
  if (IsPartOfAName(unit->unit)) return std::nullopt;
  if (opens || IsFailure(text, unit->last, last)) return counter;
  int end = SkipPlain(text, unit->last, last, kLongestPartName);
  if (NamesSomeone(unit->unit)) return std::nullopt;
  if (IsFailure(text, end, last)) return counter;
  while (text.Is(end, Word::kOf) || text.Is(end, Word::kComma)) ++end;
  return end < last ? std::nullopt : std::optional(counter);
}

std::optional<Counter> MatchCounter(const TokenText& text, int i, int first, int last,
                                    bool ranked) {
  if (auto counter = MatchLate(text, i, first, last)) return counter;
  if (auto counter = MatchRateStep(text, i, first, last)) return counter;
  if (auto counter = MatchPlaceStep(text, i, first, last, ranked)) return counter;
  if (auto counter = MatchFewer(text, i, first, last)) return counter;
  if (auto counter = MatchMore(text, i, first, last)) return counter;
  if (auto counter = MatchOccurrence(text, i, first, last)) return counter;
  if (auto counter = MatchBareCount(text, i, first, last)) return counter;
  if (auto counter = MatchPeriod(text, i, last)) return counter;
  return MatchEvery(text, i, last);
}

// 每人每次 is read from its end: 人 comes before 次; so do 每车每次 and 每个断面每次.
void PrependOuterUnit(const TokenText& text, int condition_first, Counter& counter) {
  int& first = counter.range.first;
  if (counter.kind != Counter::Kind::kOccurrence || !text.Is(first, Word::kEvery)) return;
  int outer = first - 1;
  while (outer > condition_first && first - outer <= kLongestVerb && IsPlain(text.at(outer).word)) {
    --outer;
  }
  if (outer < condition_first || outer + 1 >= first || !text.Is(outer, Word::kEvery)) return;
  const auto unit = MatchUnit(text, outer + 1, first);
  const bool short_name = text.at(first - 1).end - text.at(outer + 1).begin <= 2;
  if (unit ? unit->last != first : !short_name) return;
  counter.unit.insert(0, unit ? unit->unit : text.Text(outer + 1, first));
  first = outer;
}

}  // namespace

std::optional<Counter> FindCounter(const TokenText& text, TokenRange condition, bool ranked) {
  // 缺课1次/扣1分
  if (text.Is(condition.last - 1, Word::kSlash)) --condition.last;
  for (int i = condition.last - 1; i >= condition.first; --i) {
    auto counter = MatchCounter(text, i, condition.first, condition.last, ranked);
    if (!counter) continue;
    int& first = counter->range.first;
    if (i > condition.first && text.Is(i - 1, Word::kEvery)) first = i - 1;
    PrependOuterUnit(text, condition.first, *counter);
    return counter;
  }
  return std::nullopt;
}

}  // namespace kaoping::rules
