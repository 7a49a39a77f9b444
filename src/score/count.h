// CountRules: the amount of every rule by its trigger, from facts alone.

#ifndef KAOPING_SCORE_COUNT_H_
#define KAOPING_SCORE_COUNT_H_

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "score/plan.h"
#include "score/score.h"
#include "score/selection.h"
#include "score/tally.h"

namespace kaoping::score {

// One entry for each event that counts, or one for the figure of a rule that has one. What other
// rules make of it (aggravation, tiers, …) and what silence means comes later.
//
// kInvalid: "fact-conflict" for two facts that say different things of one day, "fact-range" for an
// amount too large to be a score.
Result<Tally> CountRules(const Plan& plan, const Selection& selection, const Query& query);

// A single amount past this is a slip of the pen.
constexpr Points kLargestAmount = Points::FromInt(1'000'000);

// kInvalid "fact-range" if all amounts together are too large to be a score; below that, no later
// step can overflow.
Status CheckSums(const Plan& plan, const Tally& tally);

// Whether the query looks back at the whole period.
bool IsPeriodOver(const Plan& plan, const Query& query);

// ---- For the .cc files that count one kind of trigger each --------------------------------------

// One rule while it is being counted.
struct Counter {
  const Plan& plan;
  const Selection& selection;
  const Query& query;
  int index;
  RuleTally& tally;

  const rules::Rule& rule() const { return plan.Rule(index).rule(); }
  const std::vector<DatedFact>& facts() const { return selection.Of(index); }
};

// A figure as of the latest day that has one, with the increments since.
struct Figure {
  Decimal value;
  DatedFact last;
};
// Of the rule, or of its whole group if one figure decides it. Nothing if none was recorded.
Result<std::optional<Figure>> FigureOf(Counter& counter);

// What one step is worth by `fact`, which may be absent; nothing where the text gives no figure.
std::optional<Points> WorthOfStep(const Counter& counter, const Fact* fact);

// Adds an entry for `amount` in units of the rule: whole steps of `per`, or parts of them too if
// the scheme says so or `in_parts`.
Status AddSteps(Counter& counter, const DatedFact& at, Decimal amount, std::optional<Points> each,
                std::string words, bool in_parts = false);

// Adds the entry itself; one of no steps leaves only a remark.
Status AddEntry(Counter& counter, const DatedFact& at, Decimal steps, std::optional<Points> each,
                Points worth, std::string words);

// The last word among `facts`, where later days replace earlier ones; `get` gives what a fact says,
// if anything. Facts that it replaces get a remark. kInvalid if one day has two different words.
template <typename Value, typename Get>
Result<std::optional<std::pair<DatedFact, Value>>> LastWord(Counter& counter,
                                                            const std::vector<DatedFact>& facts,
                                                            std::string_view field, Get get);

Error Conflict(const DatedFact& first, const DatedFact& second, std::string_view field);
Error TooLarge(const Fact* fact, const PlannedRule& rule);
void Replace(RuleTally& tally, const Fact* earlier);

Status CountOccurs(Counter& counter);
Status CountEach(Counter& counter);
Status CountLate(Counter& counter);
Status CountTowardTarget(Counter& counter);  // short, over, below, above
Status CountRatio(Counter& counter);
Status CountMissing(Counter& counter);
Status CountRank(Counter& counter);
Status CountJudged(Counter& counter);

// ---- Implementation ----------------------------------------------------------------------------

template <typename Value, typename Get>
Result<std::optional<std::pair<DatedFact, Value>>> LastWord(Counter& counter,
                                                            const std::vector<DatedFact>& facts,
                                                            std::string_view field, Get get) {
  std::optional<std::pair<DatedFact, Value>> last;
  for (const DatedFact& dated : facts) {
    std::optional<Value> word = get(*dated.fact);
    if (!word) continue;
    if (last && last->first.day == dated.day && !(last->second == *word)) {
      return Conflict(last->first, dated, field);
    }
    if (last) Replace(counter.tally, last->first.fact);
    last = std::pair(dated, *std::move(word));
  }
  return last;
}

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_COUNT_H_
