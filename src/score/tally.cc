#include "score/tally.h"

#include "base/check.h"

namespace kaoping::score {

Points WorthOf(const RuleTally& rule) {
  Points sum;
  for (const Entry& entry : rule.entries) {
    if (entry.Counts()) sum += entry.worth;
  }
  return sum;
}

Points CountedOf(const RuleTally& rule) {
  Points sum;
  for (const Entry& entry : rule.entries) sum += entry.counted;
  return sum;
}

Points TotalOf(const Plan& plan, const Tally& tally) {
  Points total = tally.scheme_base;
  for (const ItemTally& item : tally.items) total += item.base - item.over_base;
  for (std::size_t i = 0; i < plan.rules.size(); ++i) {
    total += Signed(plan.rules[i].rule().effect, CountedOf(tally.rules[i]));
  }
  return total;
}

int SignOf(rules::Effect effect) {
  switch (effect) {
    case rules::Effect::kDeduct:
    case rules::Effect::kForfeit:
      return -1;
    case rules::Effect::kBonus:
    case rules::Effect::kAward:
    case rules::Effect::kVeto:
      return 1;
  }
  KAOPING_CHECK(false);
}

Points Signed(rules::Effect effect, Points magnitude) {
  return SignOf(effect) < 0 ? -magnitude : magnitude;
}

void SetAside(Entry& entry, std::string why) {
  if (!entry.Counts()) return;
  entry.aside = std::move(why);
  entry.counted = Points();
}

void SetAside(RuleTally& rule, const std::string& why) {
  for (Entry& entry : rule.entries) SetAside(entry, why);
}

}  // namespace kaoping::score
