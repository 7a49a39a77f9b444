#include "rules/resolve/target.h"

#include <algorithm>
#include <vector>

#include "rules/parse/match.h"

namespace kaoping::rules {
namespace {

constexpr int kFarthestTarget = 160;  // before or behind its counter, in tokens
constexpr int kFarthestPeriod = 16;   // 每季度 before its figure, in tokens

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

// How often a year the period that governs token `i` comes round; 1 if none does.
Decimal TimesAYear(const TokenText& text, TokenRange range, int i) {
  for (int back = i; back >= range.first && i - back <= kFarthestPeriod; --back) {
    if (text.Is(back, Word::kYearly)) return text.at(back).value;
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
};

// The figures required in `range`, in the order of the text: 不少于2次, 达到95%, 每季度1次, 4次.
std::vector<Candidate> Candidates(const TokenText& text, TokenRange range,
                                  const std::string& unit) {
  range.first = std::max(range.first, range.last - kFarthestTarget);
  std::vector<Candidate> found;
  for (const Bound& bound : FindBounds(text, range)) {
    if (!SameUnit(bound.unit, unit) || bound.kind == Bound::Kind::kWithin) continue;
    const auto figure = Multiply(bound.figure, TimesAYear(text, range, bound.range.first));
    if (figure) found.push_back({*figure, bound.for_each});
  }
  if (!found.empty() || unit == "%") return found;
  for (int i = range.first; i < range.last; ++i) {
    if (!text.Is(i, Word::kNumber) || text.at(i).doubtful) continue;
    const auto counted = MatchUnit(text, i + 1, range.last);
    if (!counted || !SameUnit(counted->unit, unit)) continue;
    // 有一次, 每少1次: what is counted, not what is required.
    const Word before = i > range.first ? text.at(i - 1).word : Word::kStop;
    if (TakesAFigure(before) || IsWorthPoints(text, counted->last)) continue;
    if (const auto figure = Multiply(text.at(i).value, TimesAYear(text, range, i))) {
      found.push_back({*figure, false});
    }
  }
  return found;
}

// The one figure of `range`; nothing where there are two, of which a person must choose.
std::optional<Target> OnlyOne(const std::vector<Candidate>& candidates) {
  if (candidates.empty()) return std::nullopt;
  for (const Candidate& candidate : candidates) {
    if (candidate.figure != candidates.front().figure) return std::nullopt;
  }
  return Target{candidates.front().figure, candidates.front().for_each};
}

}  // namespace

std::optional<Target> FindTarget(const TokenText& text, const TargetPlaces& places,
                                 const std::string& unit) {
  for (const TokenRange range : {places.clause, places.sentence}) {
    const auto own = Candidates(text, range, unit);
    if (!own.empty()) return OnlyOne(own);
  }
  if (const auto earlier = Candidates(text, places.earlier, unit); !earlier.empty()) {
    return Target{earlier.back().figure, earlier.back().for_each};
  }
  if (const auto later = Candidates(text, places.later, unit); !later.empty()) {
    return OnlyOne(later);
  }
  if (places.content == nullptr) return std::nullopt;
  return OnlyOne(Candidates(*places.content, {0, places.content->size()}, unit));
}

}  // namespace kaoping::rules
