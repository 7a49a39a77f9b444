#include "score/proofs.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "score/boundary.h"
#include "score/boundary_words.h"
#include "score/inquiry.h"
#include "score/words.h"

namespace kaoping::score {
namespace {

using rules::Effect;
using rules::Rule;
using rules::Trigger;
using scheme::LintCode;
using scheme::LintFinding;

constexpr LintCode kWorseScoresMore = {"worse-scores-more", Severity::kError};
constexpr LintCode kPastTheBound = {"past-the-bound", Severity::kWarning};
constexpr LintCode kBaseMissing = {"base-missing", Severity::kWarning};
constexpr LintCode kPointsMissing = {"points-missing", Severity::kWarning};
constexpr LintCode kLimitNeverReached = {"limit-never-reached", Severity::kWarning};

Points Magnitude(Points points) { return points.IsNegative() ? -points : points; }

class Prover {
 public:
  explicit Prover(const scheme::Scheme& scheme)
      : plan_(MakePlan(scheme)), inquiry_(plan_), boundaries_(FindBoundaries(scheme)) {}

  std::vector<LintFinding> Prove() {
    for (std::size_t i = 0; i < plan_.rules.size(); ++i) {
      const int rule = static_cast<int>(i);
      ProvePoints(rule);
      ProveBound(rule);
      if (!SharesScale(rule)) ProveOrder({rule});
    }
    for (const Group& group : plan_.groups) {
      if (group.shares_figure || group.shares_place) ProveOrder(group.rules);
    }
    ForEachLimit();
    return std::move(findings_);
  }

 private:
  const Rule& RuleAt(int rule) const { return plan_.Rule(rule).rule(); }
  const std::string& KeyOf(int rule) const { return plan_.Rule(rule).key(); }
  const Boundary& BoundaryOf(int rule) const { return boundaries_[static_cast<std::size_t>(rule)]; }

  void Add(const LintCode& code, int rule, Message message) {
    findings_.push_back(scheme::AboutRule(code, plan_.Rule(rule).ref, std::move(message)));
  }

  // ---- Points and bases ------------------------------------------------------------------------

  // Rules that apply and come to nothing, since nobody said what they are worth.
  void ProvePoints(int rule) {
    if (RuleAt(rule).effect == Effect::kForfeit) {
      if (!TakesNothing(rule)) return;
      return Add(kBaseMissing, rule,
                 Say("规则{0}是“不得分”，但该项没有写明分值，也没有得分，无分可失：请补上分值",
                     "rule {0} forfeits its item, which has neither base nor award to lose: state "
                     "the base",
                     KeyOf(rule)));
    }
    if (!BoundaryOf(rule).lacks_points) return;
    Add(kPointsMissing, rule,
        Say("规则{0}没有写明分值，记录了也不计分：请补上分值",
            "nothing says what rule {0} is worth, so that it counts for nothing: state its points",
            KeyOf(rule)));
  }

  // A forfeit for which there is nothing to lose, whatever happens.
  bool TakesNothing(int rule) const {
    const Item& item = plan_.ItemOf(rule);
    return RuleAt(rule).effect == Effect::kForfeit && !item.has_award &&
           !(item.earns_base && item.base);
  }

  // The least that a rule can come to, once it applies, is already more than what bounds it. What
  // aggravates another rule comes on top of what that one took.
  void ProveBound(int rule) {
    const Boundary& boundary = BoundaryOf(rule);
    const PlannedRule& planned = plan_.Rule(rule);
    if (boundary.examples.empty() || planned.on_top_of) return;
    const bool is_decision = Probe(plan_, rule).axis() == Axis::kDecision;
    for (const BoundaryRow& row : boundary.table) {
      if (!row.applies || (!is_decision && row.figure != boundary.examples.front().figure))
        continue;
      if (!IsCut(rule, row) && !IsOverBase(rule, row.amount)) continue;
      return Add(kPastTheBound, rule,
                 Say("规则{0}一次就超过了限额或本项分值，只能按限额计（{1}）：请核对分值",
                     "rule {0} is past its limit or base at once and counts only up to it ({1}): "
                     "check the points",
                     planned.key(), Sentence(row)));
    }
  }

  // What an item with several awards has left to lose depends on which were earned; that is no
  // bound of the rule.
  bool IsCut(int rule, const BoundaryRow& row) const {
    return std::any_of(row.cut_by.begin(), row.cut_by.end(), [&](const std::string& by) {
      return !by.starts_with("floor ") || !plan_.ItemOf(rule).has_award;
    });
  }

  bool IsOverBase(int rule, Points amount) const {
    const Item& item = plan_.ItemOf(rule);
    return RuleAt(rule).effect == Effect::kAward && item.earns_base && item.base &&
           amount > *item.base;
  }

  // ---- Order -----------------------------------------------------------------------------------

  bool SharesScale(int rule) const {
    const Group* const group = plan_.GroupOf(rule);
    return group != nullptr && (group->shares_figure || group->shares_place);
  }

  // What all of `rules` come to along their figure, each with a rule that applies there.
  struct Step {
    Decimal figure;
    Points amount;
    int rule;
    bool applies;
    std::string sentence;
  };

  std::vector<Step> StepsOf(const std::vector<int>& rules, Axis axis) {
    std::map<Decimal, Step> steps;
    for (const int rule : rules) {
      if (Probe(plan_, rule).axis() != axis) continue;
      for (const BoundaryRow& row : BoundaryOf(rule).table) {
        const Points amount = rules.size() > 1 ? row.of_group.value_or(row.amount) : row.amount;
        const Step step = {row.figure, amount, rule, row.applies, Sentence(row)};
        const auto [found, is_new] = steps.try_emplace(row.figure, step);
        if (!is_new && row.applies) found->second = step;
      }
    }
    std::vector<Step> in_order;
    for (auto& [figure, step] : steps) {
      // Better places than the first that is named belong to another rule.
      if (axis == Axis::kPlace && in_order.empty() && !step.applies) continue;
      in_order.push_back(std::move(step));
    }
    return in_order;
  }

  // A measure may be wanted as low as one can, or as high; one that is punished on both sides of a
  // target says so by its triggers.
  bool HasTwoSides(const std::vector<int>& rules) const {
    const auto any = [&](Trigger one, Trigger other) {
      return std::any_of(rules.begin(), rules.end(), [&](int rule) {
        return RuleAt(rule).trigger == one || RuleAt(rule).trigger == other;
      });
    };
    return any(Trigger::kShort, Trigger::kBelow) && any(Trigger::kOver, Trigger::kAbove);
  }

  void ProveOrder(const std::vector<int>& rules) {
    // What cannot be put in figures yet leaves gaps that look like better results.
    const bool has_gap = std::any_of(rules.begin(), rules.end(), [this](int rule) {
      return TakesNothing(rule) || !BoundaryOf(rule).undecided.empty();
    });
    if (has_gap || HasTwoSides(rules)) return;
    for (const Axis axis : {Axis::kPlace, Axis::kFigure}) {
      const std::vector<Step> steps = StepsOf(rules, axis);
      // A better place never scores less; of a figure nobody says which way is better, but it
      // cannot be both.
      bool has_risen = false;
      bool has_fallen = axis == Axis::kPlace;
      for (std::size_t i = 1; i < steps.size(); ++i) {
        has_risen = has_risen || steps[i - 1].amount < steps[i].amount;
        has_fallen = has_fallen || steps[i - 1].amount > steps[i].amount;
        if (!has_risen || !has_fallen) continue;
        return AddDisorder(steps[i - 1], steps[i]);
      }
    }
  }

  void AddDisorder(const Step& before, const Step& after) {
    Add(kWorseScoresMore, after.rule,
        Say("同一个数越差反而得分越多：{0}；{1}。请核对各档的界限和分值",
            "a worse figure scores more: {0}; {1}: check the bounds and points of the tiers",
            before.sentence, after.sentence));
  }

  // ---- Limits ----------------------------------------------------------------------------------

  void ForEachLimit() {
    for (const scheme::Section& section : plan_.scheme->sections) {
      for (const scheme::Task& task : section.tasks) {
        if (!task.criterion) continue;
        const std::vector<rules::Limit>& limits = task.criterion->limits;
        for (std::size_t i = 0; i < limits.size(); ++i) {
          const std::string name = scheme::LimitName(task.key, i);
          const auto planned =
              std::find_if(plan_.limits.begin(), plan_.limits.end(),
                           [&](const PlannedLimit& limit) { return limit.name == name; });
          if (planned == plan_.limits.end()) continue;
          ProveLimit(section, task, limits[i],
                     static_cast<std::size_t>(planned - plan_.limits.begin()));
        }
      }
    }
  }

  void ProveLimit(const scheme::Section& section, const scheme::Task& task,
                  const rules::Limit& limit, std::size_t index) {
    const PlannedLimit& planned = plan_.limits[index];
    if (limit.scope == rules::Limit::Scope::kEveryItem) return;
    if (!planned.at_most) {
      findings_.push_back(scheme::AboutCriterion(
          kBaseMissing, section, task,
          Say("{0}写了“扣完为止”，但没有写明分值，无从适用：请补上分值",
              "a limit of {0} stands for its base, which nobody stated, so that it stops nothing: "
              "state the base",
              task.key),
          limit.span));
      return;
    }
    // 扣完为止 is said of every item, whether its rules can come to so much or not.
    if (!limit.at_most || planned.stage == PlannedLimit::Stage::kEachWork) return;
    const std::optional<Points> most = MostUnder(index);
    if (!most || *most >= *planned.at_most) return;
    findings_.push_back(scheme::AboutCriterion(
        kLimitNeverReached, section, task,
        Say("{0}的限额是{1}分，而它所限的各项加起来至多{2}分，到不了限额：请核对",
            "a limit of {0} is {1} points, but all that it limits comes to {2} at most: check both",
            task.key, planned.at_most->ToString(), most->ToString()),
        limit.span));
  }

  // The most that reaches this limit under any one effect; nothing if it has no bound, is not
  // known, or nothing that has points is limited.
  std::optional<Points> MostUnder(std::size_t index) {
    const PlannedLimit& limit = plan_.limits[index];
    std::vector<Fact> facts;
    std::set<int> groups;
    for (const int rule : limit.rules) {
      if (!BoundaryOf(rule).undecided.empty() || IsUnbounded(rule)) return std::nullopt;
      const std::optional<int>& group = plan_.Rule(rule).group;
      const std::vector<int> alternatives =
          SharesScale(rule) ? plan_.GroupOf(rule)->rules : std::vector<int>{rule};
      if (SharesScale(rule) && !groups.insert(*group).second) continue;
      const BoundaryRow* const row = LargestOf(alternatives);
      if (row != nullptr) facts.insert(facts.end(), row->facts.begin(), row->facts.end());
    }
    const std::optional<Tally> tally = inquiry_.TallyOf(facts);
    if (!tally) return std::nullopt;
    std::optional<Points> most;  // stays so if the limit binds nothing that has points
    for (const Effect effect : {Effect::kDeduct, Effect::kBonus, Effect::kAward}) {
      std::optional<Points> sum;
      for (const int rule : limit.rules) {
        if (RuleAt(rule).effect != effect) continue;
        sum = sum.value_or(Points()) + Reaching(tally->Rule(rule), index);
      }
      most = std::max(most, sum);
    }
    return most;
  }

  // Whether nothing but limits bounds how much the rule may come to.
  bool IsUnbounded(int rule) const {
    const Rule& own = RuleAt(rule);
    const Probe probe(plan_, rule);
    switch (probe.axis()) {
      case Axis::kCount:
      case Axis::kOneWork:
      case Axis::kDelay:
        return true;
      case Axis::kMoved:
        return !own.when;
      case Axis::kAbsent:
        return own.of.empty() && !own.target;
      case Axis::kFigure:
        return own.trigger == Trigger::kOver || own.trigger == Trigger::kAbove;
      case Axis::kPlace:
      case Axis::kLast:
        return own.per.has_value();
      case Axis::kDecision:
        return own.per || !own.unit.empty();
      case Axis::kState:
        return false;
    }
    return false;
  }

  const BoundaryRow* LargestOf(const std::vector<int>& rules) const {
    const BoundaryRow* largest = nullptr;
    Points most;
    for (const int rule : rules) {
      if (IsMitigation(RuleAt(rule))) continue;  // all comes to most without it
      for (const BoundaryRow& row : BoundaryOf(rule).table) {
        const Points worth = Magnitude(row.of_group.value_or(row.amount));
        if (worth <= most) continue;
        most = worth;
        largest = &row;
      }
    }
    return largest;
  }

  // What is left of a rule when the limit's turn comes: less what limits before it took and, for a
  // limit of a section or the scheme, what floors took.
  Points Reaching(const RuleTally& own, std::size_t index) const {
    const bool is_outer = plan_.limits[index].stage >= PlannedLimit::Stage::kSection;
    Points sum;
    for (const Entry& entry : own.entries) {
      if (!entry.Counts()) continue;
      sum += entry.worth;
      for (const Cutting& cutting : entry.cuts) {
        if (IsBefore(cutting.by, index, is_outer)) sum -= cutting.amount;
      }
    }
    return sum;
  }

  bool IsBefore(const std::string& by, std::size_t index, bool is_outer) const {
    if (!by.starts_with("limit ")) return is_outer;
    return std::any_of(plan_.limits.begin(),
                       plan_.limits.begin() + static_cast<std::ptrdiff_t>(index),
                       [&by](const PlannedLimit& limit) { return by == "limit " + limit.name; });
  }

  const Plan plan_;
  const Inquiry inquiry_;
  std::vector<Boundary> boundaries_;
  std::vector<LintFinding> findings_;
};

}  // namespace

std::vector<LintFinding> Prove(const scheme::Scheme& scheme) { return Prover(scheme).Prove(); }

}  // namespace kaoping::score
