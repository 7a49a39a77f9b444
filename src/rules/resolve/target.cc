#include "rules/resolve/target.h"

#include <algorithm>
#include <vector>

#include "rules/parse/match.h"
#include "rules/resolve/group.h"

namespace kaoping::rules {
namespace {

constexpr int kFarthestTarget = 160;  // before or behind its counter, in tokens
constexpr int kFarthestPeriod = 16;   // 每季度 before its figure, in tokens
constexpr int kLongestPart = 24;      // of what a figure is required of, in tokens

// 万 and 万元 count the same.
bool SameUnit(const std::string& a, const std::string& b) {
  if (a == b) return true;
  if (a.empty() || b.empty()) return false;
  // 8名 and 8人 are the same people.
  static constexpr std::string_view kPersons = " 人 名 位 ";
  const auto is_person = [](const std::string& unit) {
    return kPersons.find(" " + unit + " ") != std::string_view::npos;
  };
  if (is_person(a) && is_person(b)) return true;
  return a.starts_with(b) || b.starts_with(a);
}

// How often a year the period that governs token `i` comes round; 1 if none does, and nothing for
// one that no one number tells (每周, 每日).
std::optional<Decimal> TimesAYear(const TokenText& text, TokenRange range, int i) {
  for (int back = i; back >= range.first && i - back <= kFarthestPeriod; --back) {
    if (text.Is(back, Word::kYearly)) return text.at(back).value;
    if (text.Is(back, Word::kEvery) && text.Is(back + 1, Word::kTimeUnit)) return std::nullopt;
    if (text.Is(back, Word::kStop) || text.Is(back, Word::kSemicolon)) break;
  }
  return Decimal::FromInt(1);
}

// Whether points go off or on at `i`, right behind a figure: 迟报1次扣0.5分, 迟报1次的，扣0.5分.
bool IsWorthPoints(const TokenText& text, int i) {
  while (text.Is(i, Word::kOf) || text.Is(i, Word::kComma)) ++i;
  return text.Is(i, Word::kDeduct) || text.Is(i, Word::kBonus);
}

struct Candidate {
  Decimal figure;
  bool for_each = false;
  std::string of;  // what the figure is required of: 开展应急演练 of 开展应急演练不少于2次
};

// The words of the part of a sentence that token `i` stands in, before it.
std::string PartBefore(const TokenText& text, TokenRange range, int i) {
  int first = i;
  while (first > range.first && i - first < kLongestPart && !text.Is(first - 1, Word::kListMark) &&
         !EndsAClause(text, first - 1, text.size())) {
    --first;
  }
  return text.Text(first, i);
}

std::optional<Decimal> InAYear(const TokenText& text, TokenRange range, int i, Decimal figure) {
  const auto times = TimesAYear(text, range, i);
  return times ? Multiply(figure, *times) : std::nullopt;
}

// 每培育1家: what is counted, each time.
bool IsCounted(const TokenText& text, TokenRange range, int i) {
  for (int back = i - 1; back >= range.first && i - back <= kFarthestPeriod; --back) {
    if (text.Is(back, Word::kEvery)) return !text.Is(back + 1, Word::kTimeUnit);
    if (!IsPlain(text.at(back).word)) return false;
  }
  return false;
}

// The figures required in `range`, in the order of the text: 不少于2次, 达到95%, 每季度1次, 4次.
std::vector<Candidate> Candidates(const TokenText& text, TokenRange range,
                                  const std::string& unit) {
  range.first = std::max(range.first, range.last - kFarthestTarget);
  std::vector<Candidate> found;
  for (const Bound& bound : FindBounds(text, range)) {
    if (!SameUnit(bound.unit, unit) || bound.kind == Bound::Kind::kWithin) continue;
    const auto figure = InAYear(text, range, bound.range.first, bound.figure);
    if (!figure) continue;
    found.push_back({*figure, bound.for_each, PartBefore(text, range, bound.range.first)});
  }
  if (!found.empty() || unit == "%") return found;
  for (int i = range.first; i < range.last; ++i) {
    if (!text.Is(i, Word::kNumber) || text.at(i).doubtful) continue;
    const auto counted = MatchUnit(text, i + 1, range.last);
    if (!counted || !SameUnit(counted->unit, unit)) continue;
    // 有一次, 每少1次: what is counted, not what is required.
    const Word before = i > range.first ? text.at(i - 1).word : Word::kStop;
    if ((TakesAFigure(before) && !Arrives(text, i - 1)) || IsWorthPoints(text, counted->last) ||
        IsCounted(text, range, i)) {
      continue;
    }
    if (const auto figure = InAYear(text, range, i, text.at(i).value)) {
      found.push_back({*figure, false, PartBefore(text, range, i)});
    }
  }
  return found;
}

std::optional<Target> ToTarget(const Candidate* candidate) {
  if (candidate == nullptr) return std::nullopt;
  return Target{candidate->figure, candidate->for_each};
}

// Of several figures the one that is required of `counted`: 演练 of 检查12次，演练2次.
const Candidate* Named(const std::vector<Candidate>& candidates, const std::string& counted) {
  const Candidate* named = nullptr;
  int most = 0;
  for (const Candidate& candidate : candidates) {
    const int shared = SharedPairs(counted, candidate.of);
    if (shared == most) named = nullptr;
    if (shared <= most) continue;
    most = shared;
    named = &candidate;
  }
  return named;
}

// The one figure of `candidates`, or the one of what is counted; nothing where a person must
// choose.
std::optional<Target> OnlyOne(const std::vector<Candidate>& candidates,
                              const std::string& counted) {
  if (candidates.empty()) return std::nullopt;
  const Candidate* one = &candidates.front();
  for (const Candidate& candidate : candidates) {
    if (candidate.figure != one->figure) return ToTarget(Named(candidates, counted));
  }
  return ToTarget(one);
}

}  // namespace

std::optional<Target> FindTarget(const TokenText& text, const TargetPlaces& places,
                                 const std::string& unit) {
  const std::string counted = PartBefore(text, places.clause, places.clause.last);
  for (const TokenRange range : {places.behind, places.clause, places.sentence}) {
    const auto own = Candidates(text, range, unit);
    if (!own.empty()) return OnlyOne(own, counted);
  }
  if (const auto earlier = Candidates(text, places.earlier, unit); !earlier.empty()) {
    const Candidate* named = Named(earlier, counted);
    return ToTarget(named != nullptr ? named : &earlier.back());
  }
  if (const auto later = Candidates(text, places.later, unit); !later.empty()) {
    return OnlyOne(later, counted);
  }
  if (places.content == nullptr) return std::nullopt;
  return OnlyOne(Candidates(*places.content, {0, places.content->size()}, unit), counted);
}

}  // namespace kaoping::rules
