#include "score/probe.h"

#include <algorithm>
#include <set>

#include "base/check.h"
#include "score/tally.h"

namespace kaoping::score {
namespace {

using rules::Rule;
using rules::Trigger;

// No limit of a notice takes more steps than this to reach.
constexpr int kMostSteps = 4096;
// Each step on one work is a fact of its own.
constexpr int kMostOnOneWork = 64;

constexpr Decimal kNone = Decimal::FromInt(0);
constexpr Decimal kOne = Decimal::FromInt(1);

bool IsUnderLimitPerWork(const Plan& plan, int rule) {
  return std::any_of(plan.limits.begin(), plan.limits.end(), [rule](const PlannedLimit& limit) {
    return limit.stage == PlannedLimit::Stage::kEachWork &&
           std::find(limit.rules.begin(), limit.rules.end(), rule) != limit.rules.end();
  });
}

Axis AxisOfRank(const Rule& rule) {
  // A place need not be told where a person decides the points.
  if (rule.range) return Axis::kDecision;
  switch (RankKindOf(rule)) {
    case RankKind::kPlace:
      return Axis::kPlace;
    case RankKind::kPlacesLost:
      return Axis::kMoved;
    case RankKind::kLast:
      return Axis::kLast;
  }
  KAOPING_CHECK(false);
}

Axis AxisOf(const Plan& plan, int index) {
  const Rule& rule = plan.Rule(index).rule();
  switch (rule.trigger) {
    case Trigger::kOccurs:
      return rule.when ? Axis::kFigure : Axis::kState;
    case Trigger::kEach:
      return IsUnderLimitPerWork(plan, index) ? Axis::kOneWork : Axis::kCount;
    case Trigger::kShort:
    case Trigger::kOver:
    case Trigger::kBelow:
    case Trigger::kAbove:
    case Trigger::kRatio:
      return Axis::kFigure;
    case Trigger::kMissing:
      return Axis::kAbsent;
    case Trigger::kLate:
      return Axis::kDelay;
    case Trigger::kRank:
      return AxisOfRank(rule);
    case Trigger::kJudged:
      return Axis::kDecision;
  }
  KAOPING_CHECK(false);
}

std::vector<Variant> VariantsOf(const Rule& rule, Axis axis) {
  std::vector<Variant> variants;
  if (axis == Axis::kPlace || axis == Axis::kDecision) return {Variant{}};
  for (const rules::Level& level : rule.levels) variants.push_back({level.name, std::nullopt});
  if (rule.range) variants = {{"", rule.range->min}, {"", rule.range->max}};
  if (variants.empty()) variants.emplace_back();
  return variants;
}

// The decimal steps × per, from users' figures.
std::optional<Decimal> Times(Decimal per, int steps) {
  return Multiply(per, Decimal::FromInt(steps));
}

bool TakesStepsOfAFigure(Trigger trigger) {
  return trigger == Trigger::kShort || trigger == Trigger::kOver || trigger == Trigger::kBelow ||
         trigger == Trigger::kAbove;
}

bool CountsDownward(Trigger trigger) {
  return trigger == Trigger::kShort || trigger == Trigger::kBelow;
}

void AddBounds(const rules::When& when, std::vector<Decimal>& into) {
  for (const auto& bound : {when.at_least, when.more_than, when.at_most, when.less_than}) {
    if (bound) into.push_back(*bound);
  }
  if (when.from) into.push_back(Decimal::FromInt(*when.from));
  if (when.to) into.push_back(Decimal::FromInt(*when.to));
}

}  // namespace

bool CountsRate(const Rule& rule) {
  const std::string& unit = rule.when && !rule.when->unit.empty() ? rule.when->unit : rule.unit;
  return unit == "百分点" || unit == "%" || unit == "％" ||
         (rule.trigger == Trigger::kRatio && unit.empty());
}

Probe::Probe(const Plan& plan, int rule)
    : plan_(&plan),
      rule_(rule),
      axis_(AxisOf(plan, rule)),
      variants_(VariantsOf(plan.Rule(rule).rule(), axis_)) {}

const Variant& Probe::Largest() const {
  const auto worth = [this](const Variant& variant) {
    if (variant.points) return *variant.points;
    for (const rules::Level& level : Own().levels) {
      if (level.name == variant.level) return level.points;
    }
    return Points();
  };
  return *std::max_element(variants_.begin(), variants_.end(),
                           [&](const Variant& a, const Variant& b) { return worth(a) < worth(b); });
}

// What steps are counted from, or a ratio is taken of.
std::optional<Decimal> Probe::Origin() const {
  const PlannedRule& planned = plan_->Rule(rule_);
  if (planned.band) return planned.band->from;
  if (Own().trigger == Trigger::kRatio) return Own().target.value_or(Decimal::FromInt(100));
  return Own().target;
}

std::vector<Decimal> Probe::Thresholds() const {
  std::vector<Decimal> thresholds;
  const auto add = [&](int index) {
    const PlannedRule& planned = plan_->Rule(index);
    const Rule& rule = planned.rule();
    if (rule.when) AddBounds(*rule.when, thresholds);
    if (planned.band) {
      thresholds.push_back(planned.band->from);
    } else if (rule.target && TakesStepsOfAFigure(rule.trigger)) {
      thresholds.push_back(*rule.target);
    }
  };
  const Group* const group = plan_->GroupOf(rule_);
  if (group != nullptr && group->shares_figure) {
    for (const int rule : group->rules) add(rule);
  } else {
    add(rule_);
  }
  return thresholds;
}

std::vector<Decimal> Probe::AroundThresholds() const {
  const std::vector<Decimal> thresholds = Thresholds();
  std::vector<Decimal> figures = {kNone, kOne};
  for (const Decimal threshold : thresholds) {
    figures.insert(figures.end(), {threshold - kOne, threshold, threshold + kOne});
  }
  if (Own().trigger == Trigger::kRatio) {
    const Decimal target = *Origin();
    figures.push_back(target);
    if (const auto half = MultiplyDivide(target, kOne, Decimal::FromInt(2))) {
      figures.push_back(*half);
    }
    if (thresholds.empty()) std::erase(figures, kOne);
  }
  if (const auto first = FigureOfStep(1)) figures.push_back(*first);
  const bool all_positive = std::none_of(thresholds.begin(), thresholds.end(),
                                         [](Decimal figure) { return figure.IsNegative(); });
  // More than all of it is no news for a rate of what is done.
  const Decimal whole = Decimal::FromInt(100);
  const bool up_to_whole =
      CountsRate(Own()) && Own().trigger != Trigger::kAbove && Own().trigger != Trigger::kOver &&
      std::all_of(thresholds.begin(), thresholds.end(), [&](Decimal t) { return t <= whole; });
  std::erase_if(figures, [&](Decimal figure) {
    return (all_positive && figure.IsNegative()) || (up_to_whole && figure > whole);
  });
  return figures;
}

std::vector<Decimal> Probe::Counts() const {
  const Decimal per = Own().Per();
  std::vector<Decimal> figures = {kNone, kOne, per - kOne, per, per + kOne};
  if (const auto two = Times(per, 2)) figures.push_back(*two);
  const Decimal most = Decimal::FromInt(kMostOnOneWork);
  std::erase_if(figures, [&](Decimal figure) {
    return figure.IsNegative() || (axis_ == Axis::kOneWork && figure > most);
  });
  return figures;
}

std::vector<Decimal> Probe::Places() const {
  std::vector<Decimal> figures;
  for (const rules::Level& level : Own().levels) {
    const auto place = Decimal::Parse(level.name);
    if (place && place->IsWhole()) figures.push_back(*place);
  }
  if (Own().when) AddBounds(*Own().when, figures);
  const std::vector<Decimal> named = figures;
  for (const Decimal place : named) figures.insert(figures.end(), {place - kOne, place + kOne});
  std::erase_if(figures, [](Decimal figure) { return figure < kOne; });
  return figures;
}

std::vector<Decimal> Probe::Figures() const {
  std::vector<Decimal> figures;
  switch (axis_) {
    case Axis::kState:
      figures = {kNone, kOne};
      break;
    case Axis::kCount:
    case Axis::kDelay:
    case Axis::kOneWork:
      figures = Counts();
      break;
    case Axis::kMoved:
      figures = Own().when ? AroundThresholds() : Counts();
      break;
    case Axis::kFigure:
      figures = AroundThresholds();
      break;
    case Axis::kAbsent: {
      const Decimal all = Decimal::FromInt(MostSteps());
      figures = {kNone, kOne};
      if (all < Decimal::FromInt(kMostSteps)) figures.insert(figures.end(), {all - kOne, all});
      break;
    }
    case Axis::kPlace:
      figures = Places();
      break;
    case Axis::kLast:
      figures = {Decimal::FromInt(kRanked - 1), Decimal::FromInt(kRanked)};
      break;
    case Axis::kDecision:
      if (const auto range = DecidableRange(*plan_, rule_)) figures = {range->min, range->max};
      break;
  }
  const std::set<Decimal> each_once(figures.begin(), figures.end());
  return {each_once.begin(), each_once.end()};
}

int Probe::MostSteps() const {
  const Rule& rule = Own();
  switch (axis_) {
    case Axis::kState:
      return 1;
    case Axis::kOneWork: {
      const auto steps = WholeSteps(Decimal::FromInt(kMostOnOneWork), rule.Per());
      return static_cast<int>(std::clamp<std::int64_t>(steps.value_or(0), 0, kMostOnOneWork));
    }
    case Axis::kCount:
    case Axis::kDelay:
      return kMostSteps;
    case Axis::kMoved:
      return rule.when ? 0 : kMostSteps;
    case Axis::kAbsent:
      if (!rule.of.empty()) return static_cast<int>(rule.of.size());
      return rule.target
                 ? static_cast<int>(std::clamp<std::int64_t>(rule.target->Floor(), 1, kMostSteps))
                 : kMostSteps;
    case Axis::kFigure: {
      const std::optional<Decimal> origin = Origin();
      if (!TakesStepsOfAFigure(rule.trigger) || !origin) return 0;
      if (!CountsDownward(rule.trigger) || !origin->IsPositive()) return kMostSteps;
      const auto steps = WholeSteps(*origin, rule.Per());
      return static_cast<int>(std::clamp<std::int64_t>(steps.value_or(0), 0, kMostSteps));
    }
    case Axis::kPlace:
    case Axis::kLast:
    case Axis::kDecision:
      return 0;
  }
  KAOPING_CHECK(false);
}

std::optional<Decimal> Probe::FigureOfStep(int step) const {
  if (step > MostSteps()) return std::nullopt;
  if (axis_ == Axis::kState || axis_ == Axis::kAbsent) return Decimal::FromInt(step);
  const std::optional<Decimal> amount = Times(Own().Per(), step);
  if (!amount || axis_ != Axis::kFigure) return amount;
  const std::optional<Decimal> origin = Origin();
  if (!origin) return std::nullopt;
  return CountsDownward(Own().trigger) ? *origin - *amount : *origin + *amount;
}

int Probe::StepsAt(Decimal figure) const {
  if (MostSteps() == 0) return 1;
  Decimal amount = figure;
  if (axis_ == Axis::kFigure) {
    amount = CountsDownward(Own().trigger) ? *Origin() - figure : figure - *Origin();
  }
  const auto steps = MultiplyDivide(amount, kOne, Own().Per());
  if (!steps || !steps->IsPositive()) return 0;
  const std::int64_t whole = steps->IsWhole() ? steps->Floor() : steps->Floor() + 1;
  return static_cast<int>(std::min<std::int64_t>(whole, kMostSteps));
}

std::vector<Fact> Probe::FactsAt(Decimal figure, const Variant& variant) const {
  const int number = static_cast<int>(figure.Floor());
  Fact fact;
  fact.rule = plan_->Rule(rule_).key();
  fact.level = variant.level;
  fact.points = variant.points;
  switch (axis_) {
    case Axis::kState:
      fact.holds = number > 0;
      break;
    case Axis::kCount:
      fact.count = figure;
      break;
    case Axis::kOneWork:
      fact.work = "同一项";
      return std::vector<Fact>(static_cast<std::size_t>(number), fact);
    case Axis::kFigure:
      fact.value = figure;
      break;
    case Axis::kAbsent:
      if (Own().of.empty()) {
        fact.missing = number;
      } else {
        fact.present.emplace(Own().of.begin(), Own().of.end() - number);
      }
      break;
    case Axis::kDelay:
      fact.late = figure;
      break;
    case Axis::kPlace:
      fact.place = number;
      break;
    case Axis::kMoved: {
      const bool lost = SignOf(Own().effect) < 0;
      fact.place = lost ? 1 + number : 1;
      fact.from_place = lost ? 1 : 1 + number;
      break;
    }
    case Axis::kLast:
      fact.place = number;
      fact.of = kRanked;
      break;
    case Axis::kDecision:
      fact.points = figure;
      break;
  }
  return {std::move(fact)};
}

}  // namespace kaoping::score
