// Phrases: the Chinese sentence of each step of an explanation, the arithmetic written out.

#ifndef KAOPING_SCORE_PHRASES_H_
#define KAOPING_SCORE_PHRASES_H_

#include <string>

#include "score/plan.h"
#include "score/scorecard.h"
#include "score/selection.h"
#include "score/tally.h"

namespace kaoping::score {

class Phrases {
 public:
  // `plan` must outlive it.
  explicit Phrases(const Plan& plan) : plan_(plan) {}

  // “净加减分−2.5分：扣3分，加0.5分；方案没有基础分”
  std::string Total(const Scorecard& card, const Tally& tally) const;
  std::string Task(const scheme::Task& task, Points amount) const;
  std::string Group(const score::Group& group, Points amount) const;
  // “党组…不少于2次：2 − 1 = 1次 × 1分 = −1分”
  std::string Rule(const PlannedRule& planned, const RuleTally& own) const;
  // “2 − 1 = 1次 × 1分 = −1分”
  std::string Event(const PlannedRule& planned, const Entry& entry) const;
  // “累计不超过2分，少加1分”
  std::string Cut(const PlannedRule& planned, const Cutting& cutting) const;
  // “实有1次（此后另有记录，以后者为准）”
  std::string Mention(const PlannedRule& planned, const Fact& fact,
                      const std::string& remark) const;
  // “3月20日：…（待核实；备注：…）”
  std::string Record(const DatedFact& dated, std::string words) const;
  std::string Amount(Points amount) const;

 private:
  const Plan& plan_;
};

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_PHRASES_H_
