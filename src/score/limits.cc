// Limits, inner before outer, each cutting the running sum of its rules in order of day.

#include <algorithm>
#include <map>

#include "score/steps.h"

namespace kaoping::score {
namespace {

using rules::Effect;
using Stage = PlannedLimit::Stage;

constexpr Effect kLimited[] = {Effect::kDeduct, Effect::kBonus, Effect::kAward};

std::string NameOf(const PlannedLimit& limit) { return "limit " + limit.name; }

// 每项最高扣1分: what each work comes to is cut by itself. An event that names no work is as many
// works as it counts.
void CutEachWork(const Plan& plan, const PlannedLimit& limit, Effect effect, Tally& tally) {
  std::map<std::string, std::vector<Entry*>> works;
  for (Entry* entry : InOrderOfDay(plan, tally, limit.rules, effect)) {
    if (entry->fact != nullptr && !entry->fact->work.empty()) {
      works[entry->fact->work].push_back(entry);
      continue;
    }
    const bool is_one = entry->fact != nullptr && !entry->fact->case_id.empty();
    const Decimal told =
        entry->fact == nullptr ? entry->steps : entry->fact->count.value_or(Decimal::FromInt(1));
    const Decimal count = is_one ? Decimal::FromInt(1) : told;  // however often a case is told of
    const auto most = Multiply(*limit.at_most, std::max(count, Decimal::FromInt(1)));
    if (most) CutToMost({entry}, *most, NameOf(limit), limit.span);
  }
  for (const auto& [work, entries] : works) {
    CutToMost(entries, *limit.at_most, NameOf(limit), limit.span);
  }
}

void Apply(const Plan& plan, const PlannedLimit& limit, Effect effect, Tally& tally) {
  if (!limit.at_most || !limit.Binds(effect)) return;
  if (limit.stage == Stage::kEachWork) return CutEachWork(plan, limit, effect, tally);
  CutToMost(InOrderOfDay(plan, tally, limit.rules, effect), *limit.at_most, NameOf(limit),
            limit.span);
}

bool IsOuter(const PlannedLimit& limit) {
  return limit.stage == Stage::kSection || limit.stage == Stage::kScheme;
}

// A limit that stands for a base which nobody stated cannot cut; that must not pass in silence.
void NoteMissingFigure(const Plan& plan, const PlannedLimit& limit, Tally& tally) {
  const bool is_idle =
      limit.at_most || InOrderOfDay(plan, tally, limit.rules, Effect::kDeduct).empty();
  if (is_idle) return;
  tally.notes.push_back("没有写明基础分，限额“扣完为止”（" + limit.name + "）无从适用");
}

}  // namespace

std::vector<Entry*> InOrderOfDay(const Plan& plan, Tally& tally, const std::vector<int>& rules,
                                 Effect effect) {
  std::vector<Entry*> entries;
  for (const int rule : rules) {
    if (plan.Rule(rule).rule().effect != effect) continue;
    for (Entry& entry : tally.Rule(rule).entries) {
      if (entry.Counts()) entries.push_back(&entry);
    }
  }
  // Stable: within a day, rules stay in the order of the scheme and facts in that of their content.
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry* a, const Entry* b) { return a->day < b->day; });
  return entries;
}

void CutToMost(const std::vector<Entry*>& entries, Points most, const std::string& by,
               const Span& span) {
  Points sum;
  for (Entry* entry : entries) {
    const Points reached = std::min(most, sum + entry->counted);
    const Points kept = reached - sum;
    if (kept != entry->counted) {
      entry->cuts.push_back({by, entry->counted - kept, span});
      entry->counted = kept;
    }
    sum = reached;
  }
}

void ApplyLimit(const Plan& plan, const PlannedLimit& limit, Tally& tally) {
  for (const Effect effect : kLimited) Apply(plan, limit, effect, tally);
}

void ApplyInnerLimits(const Plan& plan, Tally& tally) {
  for (const PlannedLimit& limit : plan.limits) {
    NoteMissingFigure(plan, limit, tally);
    for (const Effect effect : kLimited) {
      // What an item is worth must be known before its floor is, so awards meet all limits here.
      if (!IsOuter(limit) || effect == Effect::kAward) Apply(plan, limit, effect, tally);
    }
  }
}

void ApplyOuterLimits(const Plan& plan, Tally& tally) {
  for (const PlannedLimit& limit : plan.limits) {
    if (!IsOuter(limit)) continue;
    Apply(plan, limit, Effect::kDeduct, tally);
    Apply(plan, limit, Effect::kBonus, tally);
  }
}

}  // namespace kaoping::score
