#include "score/count.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "score/check_fact.h"
#include "score/words.h"

namespace kaoping::score {
namespace {

using rules::Effect;
using rules::Rule;
using rules::Trigger;

// What a figure may be when it is read, and when increments have been added to it.
constexpr Decimal kLargestFigure = Decimal::FromInt(1'000'000'000);
constexpr Points kLargestSum = Points::FromInt(1'000'000'000);
constexpr Decimal kMostSteps = Decimal::FromInt(1'000'000'000'000);

bool IsEvent(const Fact& fact) { return !fact.applies; }

bool CostsNoPoints(const Rule& rule) {
  return rule.effect == Effect::kForfeit || rule.effect == Effect::kVeto;
}

// 不适用: the latest word on whether the rule applies.
Status FindOut(Counter& counter) {
  KAOPING_TRY(const auto word, LastWord<bool>(counter, counter.facts(), "applies",
                                              [](const Fact& fact) { return fact.applies; }));
  if (word && !word->second) counter.tally.not_applicable = word->first.fact;
  return Ok();
}

Status CountByTrigger(Counter& counter) {
  switch (counter.rule().trigger) {
    case Trigger::kOccurs:
      return CountOccurs(counter);
    case Trigger::kEach:
      return CountEach(counter);
    case Trigger::kShort:
    case Trigger::kOver:
    case Trigger::kBelow:
    case Trigger::kAbove:
      return CountTowardTarget(counter);
    case Trigger::kMissing:
      return CountMissing(counter);
    case Trigger::kLate:
      return CountLate(counter);
    case Trigger::kRank:
      return CountRank(counter);
    case Trigger::kRatio:
      return CountRatio(counter);
    case Trigger::kJudged:
      return CountJudged(counter);
  }
  KAOPING_CHECK(false);
}

// What an award, forfeit or veto of any trigger may say outright. True if the last word is that it
// does not hold, or that a forfeit or veto does.
Result<bool> IsSettledOutright(Counter& counter) {
  const Rule& rule = counter.rule();
  if (rule.trigger == Trigger::kOccurs || rule.effect == Effect::kDeduct ||
      rule.effect == Effect::kBonus) {
    return false;
  }
  KAOPING_TRY(const auto word, LastWord<bool>(counter, counter.facts(), "holds",
                                              [](const Fact& fact) { return fact.holds; }));
  if (!word || (word->second && !CostsNoPoints(rule))) return false;
  const bool is_last =
      std::none_of(counter.facts().begin(), counter.facts().end(), [&word](const DatedFact& dated) {
        return dated.day > word->first.day && !dated.fact->holds && IsEvent(*dated.fact);
      });
  if (!is_last) return false;
  if (word->second) {
    KAOPING_TRY_STATUS(
        AddSteps(counter, word->first, rule.Per(), WorthOfStep(counter, nullptr), "成立"));
  }
  counter.tally.is_decided = true;
  return true;
}

Status CountRule(Counter& counter) {
  KAOPING_TRY_STATUS(FindOut(counter));
  if (!counter.tally.Applies()) {
    for (const DatedFact& dated : counter.facts()) {
      if (IsEvent(*dated.fact)) counter.tally.remarks[dated.fact] = "本规则不适用，不计";
    }
    return Ok();
  }
  counter.tally.has_word = std::any_of(counter.facts().begin(), counter.facts().end(),
                                       [](const DatedFact& dated) { return IsEvent(*dated.fact); });
  KAOPING_TRY(const bool settled, IsSettledOutright(counter));
  if (settled) return Ok();
  return CountByTrigger(counter);
}

// The facts that a figure may stand in, in order of day: the rule's own, or its whole group's.
std::vector<DatedFact> FactsForFigure(const Counter& counter) {
  const Group* const group = counter.plan.GroupOf(counter.index);
  if (group == nullptr || !group->shares_figure) return counter.facts();
  std::vector<DatedFact> all;
  for (const int rule : group->rules) {
    const std::vector<DatedFact>& own = counter.selection.Of(rule);
    all.insert(all.end(), own.begin(), own.end());
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const DatedFact& a, const DatedFact& b) { return a.day < b.day; });
  return all;
}

// What is said where steps are more than a count: “，计2个百分点”, “，计2档（每10人一档）”.
std::string WholeStepsInWords(const Rule& rule, Decimal steps) {
  if (rule.Per() == Decimal::FromInt(1)) return "，计" + Counted(steps, rule);
  return fmt::format("，计{}档（每{}一档）", Number(steps), Counted(rule.Per(), rule));
}

// A + B where both come from users. Requires: neither is past the largest figure.
Result<Decimal> Sum(const PlannedRule& rule, Decimal a, Decimal b, const Fact* fact) {
  const Decimal sum = a + b;
  if (sum > kLargestFigure || sum < -kLargestFigure) return TooLarge(fact, rule);
  return sum;
}

}  // namespace

bool IsPeriodOver(const Plan& plan, const Query& query) {
  return !query.as_of || *query.as_of >= plan.scheme->period.to;
}

Error Conflict(const DatedFact& first, const DatedFact& second, std::string_view field) {
  const Message a = NameOf(*first.fact);
  const Message b = NameOf(*second.fact);
  return MakeError(ErrorKind::kInvalid, "fact-conflict",
                   Say("{0}与{1}在同一天写了不同的 {2}，请冲销其中一条",
                       "{3} and {4} give different {2} for one day: take one of them back", a.zh,
                       b.zh, field, a.en, b.en),
                   field);
}

Error TooLarge(const Fact* fact, const PlannedRule& rule) {
  const Message name = fact != nullptr ? NameOf(*fact) : Say("规则 {}", "rule {}", rule.key());
  return MakeError(
      ErrorKind::kInvalid, "fact-range",
      Say("{0}算出的数额太大，超过一百万分，请核对数字",
          "{1} comes to more than a million points: check its figures", name.zh, name.en));
}

Status CheckSums(const Plan& plan, const Tally& tally) {
  Points worth;
  for (std::size_t i = 0; i < plan.rules.size(); ++i) {
    Decimal steps;
    for (const Entry& entry : tally.rules[i].entries) {
      if (entry.steps > kMostSteps - steps || entry.worth > kLargestSum - worth) {
        return MakeError(ErrorKind::kInvalid, "fact-range",
                         Say("规则 {} 的各条事实合计的数额太大，请核对数字",
                             "the facts of rule {} come to too much together: check their figures",
                             plan.rules[i].key()));
      }
      steps += entry.steps;
      worth += entry.worth;
    }
  }
  return Ok();
}

void Replace(RuleTally& tally, const Fact* earlier) {
  tally.remarks[earlier] = "此后另有记录，以后者为准";
}

Result<std::optional<Figure>> FigureOf(Counter& counter) {
  const std::vector<DatedFact> facts = FactsForFigure(counter);
  KAOPING_TRY(const auto word, LastWord<Decimal>(counter, facts, "value",
                                                 [](const Fact& fact) { return fact.value; }));
  std::optional<Figure> figure;
  if (word) figure = Figure{word->second, word->first};
  for (const DatedFact& dated : facts) {
    if (!dated.fact->add) continue;
    // The figure of a day includes what came before; whether it includes an increment of the same
    // day, nobody has said.
    if (word && dated.day == word->first.day) return Conflict(word->first, dated, "add");
    if (word && dated.day < word->first.day) {
      counter.tally.remarks[dated.fact] = "已含在此后的累计数里";
      continue;
    }
    if (figure) counter.tally.remarks[figure->last.fact] = "计入累计数";
    const Decimal so_far = figure ? figure->value : Decimal();
    KAOPING_TRY(const Decimal sum,
                Sum(counter.plan.Rule(counter.index), so_far, *dated.fact->add, dated.fact));
    figure = Figure{sum, dated};
  }
  return figure;
}

std::optional<Points> WorthOfStep(const Counter& counter, const Fact* fact) {
  const Rule& rule = counter.rule();
  // What these take is decided by what they stand on or lose, not by a figure of their own.
  if (CostsNoPoints(rule)) return Points();
  if (rule.times && rule.on_top_of) return Points();
  if (fact == nullptr) return LargestWorth(counter.plan, counter.index);
  if (IsDecided(rule)) return fact->points;
  if (rule.levels.empty()) return LargestWorth(counter.plan, counter.index);
  for (const rules::Level& level : rule.levels) {
    if (level.name == fact->level) return level.points;
  }
  return std::nullopt;
}

Status AddSteps(Counter& counter, const DatedFact& at, Decimal amount, std::optional<Points> each,
                std::string words, bool in_parts) {
  const PlannedRule& planned = counter.plan.Rule(counter.index);
  const Decimal per = counter.rule().Per();
  const bool proportional =
      counter.plan.scheme->settings.part_steps == scheme::Settings::PartSteps::kProportional;
  std::optional<Decimal> steps;
  std::optional<Points> worth;
  if (in_parts || proportional) {
    steps = MultiplyDivide(amount, Decimal::FromInt(1), per);
    worth = MultiplyDivide(each.value_or(Points()), amount, per);
  } else {
    const std::optional<std::int64_t> whole = WholeSteps(amount, per);
    if (!whole || *whole > kLargestAmount.Floor() * 1000) return TooLarge(at.fact, planned);
    steps = Decimal::FromInt(*whole);
    worth = Multiply(each.value_or(Points()), *steps);
  }
  if (!steps || !worth) return TooLarge(at.fact, planned);
  if (in_parts || proportional) {
    if (per != Decimal::FromInt(1)) words += fmt::format(" ÷ {}", Number(per));
  } else if (Multiply(*steps, per) != amount || per != Decimal::FromInt(1)) {
    words += WholeStepsInWords(counter.rule(), *steps);
  }
  return AddEntry(counter, at, *steps, each, *worth, std::move(words));
}

Status AddEntry(Counter& counter, const DatedFact& at, Decimal steps, std::optional<Points> each,
                Points worth, std::string words) {
  if (worth > kLargestAmount) return TooLarge(at.fact, counter.plan.Rule(counter.index));
  counter.tally.is_decided = true;
  if (!each) counter.tally.lacks_figure = true;
  if (!steps.IsPositive()) {
    if (at.fact != nullptr) counter.tally.remarks[at.fact] = std::move(words);
    return Ok();
  }
  counter.tally.entries.push_back({.fact = at.fact,
                                   .day = at.day,
                                   .steps = steps,
                                   .each = each,
                                   .worth = worth,
                                   .counted = worth,
                                   .lessened = {},
                                   .lessens = {},
                                   .words = std::move(words),
                                   .aside = {},
                                   .cuts = {}});
  return Ok();
}

Result<Tally> CountRules(const Plan& plan, const Selection& selection, const Query& query) {
  Tally tally;
  tally.rules.resize(plan.rules.size());
  tally.items.resize(plan.items.size());
  for (std::size_t i = 0; i < plan.rules.size(); ++i) {
    Counter counter{plan, selection, query, static_cast<int>(i), tally.rules[i]};
    KAOPING_TRY_STATUS(CountRule(counter));
  }
  return tally;
}

}  // namespace kaoping::score
