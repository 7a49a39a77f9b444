// Inquiry: what the evaluator makes of one rule at one figure, with all that it presupposes.

#ifndef KAOPING_SCORE_INQUIRY_H_
#define KAOPING_SCORE_INQUIRY_H_

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "score/plan.h"
#include "score/probe.h"
#include "score/tally.h"

namespace kaoping::score {

struct Answer {
  bool applies = false;       // it has an event that counts, if for nothing
  bool lacks_figure = false;  // the text gives no figure to count by
  // Of the rule, signed; of a mitigation, which by itself comes to nothing, by how much the total
  // is another for it.
  Points amount;
  Points of_group;  // of all rules of its group; `amount` if it is in none
  // The limits, floors and awards that took something from it, as in Cutting.
  std::vector<std::string> cut_by;
};

class Inquiry {
 public:
  // `plan` must outlive it.
  explicit Inquiry(const Plan& plan) : plan_(plan) {}

  const Plan& plan() const { return plan_; }

  // What comes of `facts`, as of the period's end; nothing if they are no facts of this scheme, or
  // come to too much to be a score. Pointers in it live as long as they do.
  std::optional<Tally> TallyOf(std::span<const Fact> facts) const;
  // The same of one rule.
  std::optional<Answer> Ask(int rule, std::span<const Fact> facts) const;

  // What must be so for `probe` to show anything at `figure`: what its rule aggravates has happened
  // as often, and what the rule takes from has been earned. Empty if it presupposes nothing.
  std::vector<Fact> PremiseOf(const Probe& probe, Decimal figure);
  // Whether the second of these is needed.
  bool NeedsAwards(const Probe& probe);

  // The facts at which the rule by itself comes to most; none if it never comes to anything.
  const std::vector<Fact>& Most(int rule);

 private:
  std::vector<Fact> AwardsFor(const Probe& probe);
  std::optional<Points> TotalWithout(int rule, std::span<const Fact> facts) const;

  const Plan& plan_;
  std::map<int, std::vector<Fact>> most_;
};

// The fewest steps after which more of them change nothing, since something stops the rule; nothing
// if nothing does, or all the steps there are.
std::optional<int> StepsToStop(Inquiry& inquiry, const Probe& probe);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_INQUIRY_H_
