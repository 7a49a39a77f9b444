#include "score/inquiry.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "score/score.h"
#include "score/selection.h"
#include "score/steps.h"

namespace kaoping::score {
namespace {

using rules::Effect;

Points Magnitude(Points points) { return points.IsNegative() ? -points : points; }

void Append(std::vector<Fact>& facts, const std::vector<Fact>& more) {
  facts.insert(facts.end(), more.begin(), more.end());
}

}  // namespace

std::optional<Tally> Inquiry::TallyOf(std::span<const Fact> facts) const {
  const Query query;
  const Result<Selection> selection = SelectFacts(plan_, "", facts, query);
  if (!selection) return std::nullopt;
  Result<Tally> tally = MakeTally(plan_, *selection, query);
  if (!tally) return std::nullopt;
  return std::move(tally).value();
}

// What `facts` come to if nothing was said of `rule`.
std::optional<Points> Inquiry::TotalWithout(int rule, std::span<const Fact> facts) const {
  std::vector<Fact> others;
  std::copy_if(facts.begin(), facts.end(), std::back_inserter(others),
               [&](const Fact& fact) { return fact.rule != plan_.Rule(rule).key(); });
  const std::optional<Tally> tally = TallyOf(others);
  if (!tally) return std::nullopt;
  return TotalOf(plan_, *tally);
}

std::optional<Answer> Inquiry::Ask(int rule, std::span<const Fact> facts) const {
  const std::optional<Tally> tally = TallyOf(facts);
  if (!tally) return std::nullopt;
  const RuleTally& own = tally->Rule(rule);
  const auto signed_amount = [&](int index) {
    return Signed(plan_.Rule(index).rule().effect, CountedOf(tally->Rule(index)));
  };
  Answer answer;
  for (const Entry& entry : own.entries) {
    answer.applies = answer.applies || entry.Counts();
    for (const Cutting& cutting : entry.cuts) answer.cut_by.push_back(cutting.by);
  }
  answer.lacks_figure = own.lacks_figure;
  answer.amount = signed_amount(rule);
  if (IsMitigation(plan_.Rule(rule).rule())) {
    const std::optional<Points> without = TotalWithout(rule, facts);
    if (!without) return std::nullopt;
    answer.amount = TotalOf(plan_, *tally) - *without;
  }
  answer.of_group = answer.amount;
  if (const Group* const group = plan_.GroupOf(rule)) {
    answer.of_group = Points();
    for (const int member : group->rules) answer.of_group += signed_amount(member);
  }
  return answer;
}

const std::vector<Fact>& Inquiry::Most(int rule) {
  const auto [found, is_new] = most_.try_emplace(rule);
  if (!is_new) return found->second;
  const Probe probe(plan_, rule);
  // A figure may earn an award and at once take something off it.
  const bool is_award = plan_.Rule(rule).rule().effect == Effect::kAward;
  Points most;
  for (const Decimal figure : probe.Figures()) {
    std::vector<Fact> facts = probe.FactsAt(figure, probe.Largest());
    const std::optional<Answer> answer = Ask(rule, facts);
    if (!answer || !answer->applies) continue;
    const Points worth = is_award ? answer->of_group : Magnitude(answer->amount);
    if (worth <= most) continue;
    most = worth;
    found->second = std::move(facts);
  }
  return found->second;
}

// Deductions and forfeits take from what an item has earned: of each group of awards the largest,
// and every award that stands alone.
std::vector<Fact> Inquiry::AwardsFor(const Probe& probe) {
  const PlannedRule& planned = plan_.Rule(probe.rule());
  const Item& item = plan_.ItemOf(probe.rule());
  if (SignOf(planned.rule().effect) > 0 || !item.has_award) return {};
  std::map<int, int> largest;  // by group; those in none by a number of their own
  for (const int rule : item.rules) {
    const PlannedRule& award = plan_.Rule(rule);
    if (award.rule().effect != Effect::kAward) continue;
    // The figure that is put to the test decides the award too.
    const bool by_same_figure = award.group && award.group == planned.group &&
                                plan_.GroupOf(rule)->shares_figure && probe.axis() == Axis::kFigure;
    if (by_same_figure) continue;
    const auto [found, is_new] = largest.try_emplace(award.group.value_or(-1 - rule), rule);
    if (!is_new && LargestWorth(plan_, found->second) < LargestWorth(plan_, rule)) {
      found->second = rule;
    }
  }
  std::vector<Fact> facts;
  for (const auto& [group, rule] : largest) Append(facts, Most(rule));
  return facts;
}

bool Inquiry::NeedsAwards(const Probe& probe) { return !AwardsFor(probe).empty(); }

std::vector<Fact> Inquiry::PremiseOf(const Probe& probe, Decimal figure) {
  std::vector<Fact> facts = AwardsFor(probe);
  const int steps = std::max(probe.StepsAt(figure), 1);
  for (auto below = plan_.Rule(probe.rule()).on_top_of; below;
       below = plan_.Rule(*below).on_top_of) {
    const Probe base(plan_, *below);
    const auto of_base = base.FigureOfStep(std::min(steps, base.MostSteps()));
    Append(facts,
           of_base && base.MostSteps() > 0 ? base.FactsAt(*of_base, base.Largest()) : Most(*below));
  }
  return facts;
}

std::optional<int> StepsToStop(Inquiry& inquiry, const Probe& probe) {
  const auto amount_of = [&](int step) -> std::optional<Points> {
    const auto figure = probe.FigureOfStep(step);
    if (!figure) return std::nullopt;
    std::vector<Fact> facts = inquiry.PremiseOf(probe, *figure);
    Append(facts, probe.FactsAt(*figure, probe.Largest()));
    const std::optional<Answer> answer = inquiry.Ask(probe.rule(), facts);
    if (!answer) return std::nullopt;
    return Magnitude(answer->amount);
  };
  const int most = probe.MostSteps();
  if (most < 2) return std::nullopt;
  // Most rules are stopped by nothing, which two questions show.
  const std::optional<Points> at_most = amount_of(most);
  if (at_most && at_most != amount_of(most - 1)) return std::nullopt;
  int high = 1;
  int next = 2;
  while (next < most && amount_of(high) != amount_of(next)) {
    high = next;
    next = std::min(2 * next, most);
  }
  const std::optional<Points> top = amount_of(next);
  if (!top || top->IsZero()) return std::nullopt;
  int low = 1;  // the fewest steps that reach `top` are in [low, next]
  while (low < next) {
    const int middle = low + (next - low) / 2;
    if (amount_of(middle) == top) {
      next = middle;
    } else {
      low = middle + 1;
    }
  }
  const bool is_stopped = low < most && amount_of(low + 1) == top;
  return is_stopped ? std::optional(low) : std::nullopt;
}

}  // namespace kaoping::score
