// The steps from counted rules to a total, in the order in which ScoreUnit takes them.
//
// Each changes only the tally. See docs/scoring.md, "From facts to a total".

#ifndef KAOPING_SCORE_STEPS_H_
#define KAOPING_SCORE_STEPS_H_

#include <string>
#include <vector>

#include "score/plan.h"
#include "score/score.h"
#include "score/selection.h"
#include "score/tally.h"

namespace kaoping::score {

// All of them, one after the other. The errors are those of CountRules and HearSilence.
Result<Tally> MakeTally(const Plan& plan, const Selection& selection, const Query& query);

// A figure that takes something off an award says that the award is what it comes off: 达标得5分,
// 每低1个百分点扣1分 is worth 3 two points below.
void ImplyFullMarks(const Plan& plan, const Selection& selection, Tally& tally);

// What silence means: rules with no word on them become open; in the projected reading they get
// entries for what would be lost. kInvalid "fact-range" if that is too large to be a score.
Status HearSilence(const Plan& plan, const Selection& selection, const Query& query, Tally& tally);

// 加扣, 加倍: at most as often as what they aggravate, case by case where cases are named.
Status Aggravate(const Plan& plan, Tally& tally);

// Of each group at most one rule applies, taken together with what aggravates or lessens it; of an
// award's group, its largest award and what comes off. What aggravates a rule that lost is lost
// too.
void ChooseTiers(const Plan& plan, Tally& tally);

// 同一项工作: each work counts once, by the letter or where it adds most.
void ChooseHighest(const Plan& plan, Tally& tally);

// Limits on works, rules and items, and all limits on awards.
void ApplyInnerLimits(const Plan& plan, Tally& tally);
// Bases, forfeits and floors: what each item is worth.
void SettleItems(const Plan& plan, Tally& tally);
// Limits on sections and on the scheme.
void ApplyOuterLimits(const Plan& plan, Tally& tally);

// ---- Shared by several steps -------------------------------------------------------------------

// The entries of `rules` with this effect that still count, in order of day, then of the scheme.
std::vector<Entry*> InOrderOfDay(const Plan& plan, Tally& tally, const std::vector<int>& rules,
                                 rules::Effect effect);
// How many rules this one stands on (`on_top_of`), one upon the other; 0 if on none.
int Depth(const Plan& plan, int rule);
// Sets aside all but the event worth most of each work under a highest_only policy.
void KeepEachWorkOnce(const Plan& plan, rules::Effect effect, Tally& tally);
// Cuts what the limit binds, each effect by itself.
void ApplyLimit(const Plan& plan, const PlannedLimit& limit, Tally& tally);
// Cuts the running sum of `entries`, which are in order of day, to at most `most`.
void CutToMost(const std::vector<Entry*>& entries, Points most, const std::string& by,
               const Span& span);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_STEPS_H_
