// ImplyFullMarks: awards that nobody decided but a figure implies.

#include <algorithm>

#include "score/count.h"
#include "score/steps.h"

namespace kaoping::score {
namespace {

using rules::Effect;
using rules::Rule;
using rules::Trigger;

// Whether somebody decided this award in so many words, or a threshold it reaches did.
bool IsDecidedByItself(const Selection& selection, const Tally& tally, int rule) {
  const std::vector<DatedFact>& facts = selection.Of(rule);
  return !tally.Rule(rule).entries.empty() || !tally.Rule(rule).Applies() ||
         std::any_of(facts.begin(), facts.end(),
                     [](const DatedFact& dated) { return !dated.fact->value && !dated.fact->add; });
}

// An event (缺席1次) is taken off whatever has been earned; a figure tells how far one came.
bool TellsHowFar(const Rule& rule) {
  return CountsFigure(rule) || rule.trigger == Trigger::kMissing || rule.trigger == Trigger::kLate;
}

struct Evidence {
  bool has_figure = false;
  bool has_loss = false;
  Date day;
};

Evidence EvidenceIn(const Plan& plan, const Tally& tally, const Group& group) {
  Evidence evidence;
  for (const int index : group.rules) {
    const Rule& rule = plan.Rule(index).rule();
    const RuleTally& counted = tally.Rule(index);
    if (rule.effect != Effect::kDeduct || !TellsHowFar(rule)) continue;
    if (!counted.is_decided || counted.lacks_figure) continue;
    evidence.has_figure = true;
    if (counted.past_target) {
      evidence.has_loss = true;
      evidence.day = std::max(evidence.day, *counted.past_target);
    }
    for (const Entry& entry : counted.entries) {
      evidence.has_loss = true;
      evidence.day = std::max(evidence.day, entry.day);
    }
  }
  return evidence;
}

// The full mark: the award worth most, among those without a threshold unless a loss implies that
// there was something to lose.
int FullMark(const Plan& plan, const Group& group, bool has_loss) {
  int full = -1;
  for (const int index : group.rules) {
    const Rule& rule = plan.Rule(index).rule();
    if (rule.effect != Effect::kAward || (rule.when && !has_loss)) continue;
    if (full < 0 || LargestWorth(plan, full) < LargestWorth(plan, index)) full = index;
  }
  return full;
}

}  // namespace

void ImplyFullMarks(const Plan& plan, const Selection& selection, Tally& tally) {
  for (const Group& group : plan.groups) {
    if (!group.has_award) continue;
    const bool decided = std::any_of(group.rules.begin(), group.rules.end(), [&](int rule) {
      const Effect effect = plan.Rule(rule).rule().effect;
      return (effect == Effect::kAward || effect == Effect::kForfeit) &&
             IsDecidedByItself(selection, tally, rule);
    });
    const Evidence evidence = EvidenceIn(plan, tally, group);
    if (decided || !evidence.has_figure) continue;
    const int full = FullMark(plan, group, evidence.has_loss);
    if (full < 0) continue;
    RuleTally& award = tally.Rule(full);
    const std::optional<Points> worth = LargestWorth(plan, full);
    award.is_decided = true;
    award.lacks_figure = !worth;
    const Points points = worth.value_or(Points());
    award.entries.push_back({.fact = nullptr,
                             .day = evidence.day,
                             .steps = Decimal::FromInt(1),
                             .each = worth,
                             .worth = points,
                             .counted = points,
                             .lessened = {},
                             .lessens = {},
                             .words = "已有实绩，从满分扣起：1次",
                             .aside = {},
                             .cuts = {}});
  }
}

}  // namespace kaoping::score
