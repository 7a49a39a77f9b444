// ChooseTiers: of each group at most one rule applies.

#include <algorithm>
#include <vector>

#include "score/steps.h"

namespace kaoping::score {
namespace {

using rules::Effect;

// Rules that stand or fall together: one rule, or the nested bands of one rate.
using Alternative = std::vector<int>;

std::vector<Alternative> AlternativesOf(const Plan& plan, const Group& group, Effect effect) {
  std::vector<Alternative> alternatives;
  Alternative bands;
  for (const int index : group.rules) {
    if (plan.Rule(index).rule().effect != effect) continue;
    if (plan.Rule(index).band) {
      bands.push_back(index);
    } else {
      alternatives.push_back({index});
    }
  }
  if (!bands.empty()) alternatives.push_back(bands);
  return alternatives;
}

bool IsWithin(const std::vector<int>& rules, const Alternative& alternative) {
  return std::all_of(rules.begin(), rules.end(), [&alternative](int rule) {
    return std::find(alternative.begin(), alternative.end(), rule) != alternative.end();
  });
}

// What the alternative is worth, by the limits that are part of it: 每处扣1分，最多扣3分 is never
// more than 3.
Points WorthOf(const Plan& plan, const Tally& tally, const Alternative& alternative) {
  std::vector<const PlannedLimit*> own;
  for (const PlannedLimit& limit : plan.limits) {
    if (IsWithin(limit.rules, alternative)) own.push_back(&limit);
  }
  Points sum;
  if (own.empty()) {
    for (const int rule : alternative) sum += CountedOf(tally.Rule(rule));
    return sum;
  }
  Tally alone;
  alone.rules.resize(plan.rules.size());
  for (const int rule : alternative) alone.Rule(rule) = tally.Rule(rule);
  for (const PlannedLimit* limit : own) ApplyLimit(plan, *limit, alone);
  for (const int rule : alternative) sum += CountedOf(alone.Rule(rule));
  return sum;
}

// Keeps the alternative worth most, the first of equals.
void KeepLargest(const Plan& plan, const std::vector<Alternative>& alternatives, Tally& tally) {
  std::vector<Points> worth;
  for (const Alternative& alternative : alternatives) {
    worth.push_back(WorthOf(plan, tally, alternative));
  }
  const auto largest = std::max_element(worth.begin(), worth.end()) - worth.begin();
  for (std::size_t i = 0; i < alternatives.size(); ++i) {
    if (static_cast<std::ptrdiff_t>(i) == largest) continue;
    for (const int rule : alternatives[i])
      SetAside(tally.Rule(rule), "与同组另一项只取其一，取较大的");
  }
}

// What lessens a deduction that is set aside has nothing left to lessen.
void DropMitigations(const Plan& plan, Tally& tally) {
  for (std::size_t i = 0; i < plan.rules.size(); ++i) {
    const std::optional<int>& below = plan.rules[i].on_top_of;
    if (!below || !CountedOf(tally.Rule(*below)).IsZero()) continue;
    for (Entry& entry : tally.rules[i].entries) {
      if (entry.lessens.IsPositive()) SetAside(entry, "所减轻的一项没有计分，不减");
    }
  }
}

}  // namespace

void ChooseTiers(const Plan& plan, Tally& tally) {
  for (const Group& group : plan.groups) {
    if (group.has_award) {
      KeepLargest(plan, AlternativesOf(plan, group, Effect::kAward), tally);
    } else {
      KeepLargest(plan, AlternativesOf(plan, group, Effect::kDeduct), tally);
      KeepLargest(plan, AlternativesOf(plan, group, Effect::kBonus), tally);
    }
  }
  DropMitigations(plan, tally);
}

}  // namespace kaoping::score
