// Probe: the facts that put one rule to the test at one figure.
//
// Every trigger has an axis, the one thing that its facts say more or less of. Boundary tables and
// proofs walk along it and let the evaluator answer.

#ifndef KAOPING_SCORE_PROBE_H_
#define KAOPING_SCORE_PROBE_H_

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "score/fact.h"
#include "score/plan.h"

namespace kaoping::score {

enum class Axis {
  kState,     // it does not hold: 0, or does: 1
  kCount,     // how often
  kOneWork,   // how often on one work, where a limit cuts each work by itself
  kFigure,    // the figure that is held against a target or a threshold
  kAbsent,    // how many components are absent
  kDelay,     // how late
  kPlace,     // the place in a ranking
  kMoved,     // how many places were lost; for what is added, gained
  kLast,      // the place among kRanked units
  kDecision,  // the points that a person decides
};

// Among how many a place is told where the rule asks whether it is the last.
inline constexpr int kRanked = 10;

// What a fact says besides: one of the rule's levels, or the points decided for it.
struct Variant {
  std::string level;
  std::optional<Points> points;
};

class Probe {
 public:
  // `plan` must outlive it.
  Probe(const Plan& plan, int rule);

  int rule() const { return rule_; }
  Axis axis() const { return axis_; }
  // As the criterion has them; one that says nothing where it has none.
  const std::vector<Variant>& variants() const { return variants_; }
  // The one that is worth most.
  const Variant& Largest() const;

  // Figures of interest but for those that a limit makes so; ascending, each once.
  std::vector<Decimal> Figures() const;
  // The figure at which the rule takes `step` steps; nothing if it takes no steps or not so many.
  // Requires: step >= 0.
  std::optional<Decimal> FigureOfStep(int step) const;
  // How many steps `figure` makes, rounded up; 1 where the rule takes none.
  int StepsAt(Decimal figure) const;
  // As many steps as there can be, or as it makes sense to ask for; 0 if it takes none.
  int MostSteps() const;

  // Facts of the unit without a name.
  std::vector<Fact> FactsAt(Decimal figure, const Variant& variant) const;

 private:
  const rules::Rule& Own() const { return plan_->Rule(rule_).rule(); }
  std::optional<Decimal> Origin() const;
  std::vector<Decimal> Thresholds() const;
  std::vector<Decimal> Counts() const;
  std::vector<Decimal> AroundThresholds() const;
  std::vector<Decimal> Places() const;

  const Plan* plan_;
  int rule_;
  Axis axis_;
  std::vector<Variant> variants_;
};

// Whether the figures of the rule are rates, written with %.
bool CountsRate(const rules::Rule& rule);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_PROBE_H_
