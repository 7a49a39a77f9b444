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

Points WorthOf(const Tally& tally, const Alternative& alternative) {
  Points sum;
  for (const int rule : alternative) sum += WorthOf(tally.Rule(rule));
  return sum;
}

// Keeps the alternative worth most, the first of equals.
void KeepLargest(const std::vector<Alternative>& alternatives, Tally& tally) {
  if (alternatives.empty()) return;
  const auto largest = std::max_element(alternatives.begin(), alternatives.end(),
                                        [&tally](const Alternative& a, const Alternative& b) {
                                          return WorthOf(tally, a) < WorthOf(tally, b);
                                        });
  for (auto it = alternatives.begin(); it != alternatives.end(); ++it) {
    if (it == largest) continue;
    for (const int rule : *it) SetAside(tally.Rule(rule), "与同组另一项只取其一，取较大的");
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
      KeepLargest(AlternativesOf(plan, group, Effect::kAward), tally);
    } else {
      KeepLargest(AlternativesOf(plan, group, Effect::kDeduct), tally);
      KeepLargest(AlternativesOf(plan, group, Effect::kBonus), tally);
    }
  }
  DropMitigations(plan, tally);
}

}  // namespace kaoping::score
