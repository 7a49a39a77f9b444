// Deduction facts: what the law “a confirmed deduction fact never raises a score” speaks of.

#ifndef KAOPING_SCORE_DEDUCTION_FACT_TEST_H_
#define KAOPING_SCORE_DEDUCTION_FACT_TEST_H_

#include <cstddef>
#include <vector>

#include "score/fact.h"
#include "score/plan.h"

namespace kaoping::score {

// Whether the fact is a deduction fact: it tells of something that costs, and of nothing else. That
// is an event of a rule that takes off, or the first word on one that takes off or forfeits.
//
// No deduction facts are
//  * a later figure, state, place or judgement, since it replaces one that may have been worse;
//  * a figure, a place, or what is late or missing beside an award or a bonus, since it says how
//    much of that was earned too;
//  * what says that two things are one: a case's work, or a case where events differ in worth and
//    something is made of them (an aggravation, a step of several, a part of one), or the case of
//    an aggravation on which others stand;
//  * one of several events that make a step (每3次) or of aggravations of which only so many count,
//    where it matters which of them does;
//  * what tells of a work again where each counts once: by the letter it counts where it is worth
//    most, also if a limit leaves less of it there;
//  * holds:false, applies:false and reversals;
//  * a mitigation (times under 1);
//  * a forfeit that takes a debt away with the rest (ForfeitsDebts).
bool IsDeductionFact(const Plan& plan, const std::vector<Fact>& facts, std::size_t index);

// Whether other facts tell of the same work where it counts once.
bool TellsOfAWorkAgain(const Plan& plan, const std::vector<Fact>& facts, std::size_t index);

// Whether the rule, or one that stands on it, forfeits an item that may be worth less than nothing:
// 不得分 leaves 0.
bool ForfeitsDebts(const Plan& plan, int rule);

// Whether limits lie inside one another, inner before outer, or apart, as those of clauses, items
// and sections do; and tiers wholly within or without each. Where two cross, what counts of one
// rule takes up room in both, and “each cuts the running sum” leaves less than it might.
bool LimitsAreNested(const Plan& plan);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_DEDUCTION_FACT_TEST_H_
