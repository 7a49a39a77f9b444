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

// “单位“局”2017年3月1日：规则 1.1.1 的一条事实（第3行）”; the rule alone where there is no fact.
Message NameWithUnit(const Fact* fact, const PlannedRule& rule) {
  if (fact == nullptr) return Say("规则 {} ", "rule {}", rule.key());
  const Message name = PlacedNameOf(*fact);
  const std::string unit = Excerpt(fact->unit);
  return {
      fmt::format("单位“{}”{}：{}", unit, fact->on ? fact->on->ToChinese() : "", name.zh),
      fmt::format("unit \"{}\"{}: {}", unit, fact->on ? ", " + fact->on->ToString() : "", name.en)};
}

// A + B where both come from users. Requires: neither is past the largest figure.
Result<Decimal> Sum(const PlannedRule& rule, Decimal a, Decimal b, const Fact* fact) {
  const Decimal sum = a + b;
  if (-kLargestFigure <= sum && sum <= kLargestFigure) return sum;
  const Message name = NameWithUnit(fact, rule);
  return MakeError(ErrorKind::kInvalid, "fact-range",
                   Say("{0}使累计数超过了十亿，请核对数字",
                       "{1} brings the figure past a thousand million: check it", name.zh, name.en),
                   "add");
}

}  // namespace

bool IsPeriodOver(const Plan& plan, const Query& query) {
  return !query.as_of || *query.as_of >= plan.scheme->period.to;
}

Error Conflict(const DatedFact& first, const DatedFact& second, std::string_view field) {
  const Message a = PlacedNameOf(*first.fact);
  const Message b = PlacedNameOf(*second.fact);
  const std::string unit = Excerpt(first.fact->unit);
  if (!first.fact->on && !second.fact->on) {
    return MakeError(
        ErrorKind::kInvalid, "fact-conflict",
        Say("单位“{0}”：{1}与{2}都没有写日子，而写了不同的 {3}，请写明日子，或冲销其中一条",
            "unit \"{0}\": {4} and {5} name no day and give different {3}: say the "
            "days, or take one of them back",
            unit, a.zh, b.zh, field, a.en, b.en),
        field);
  }
  return MakeError(
      ErrorKind::kInvalid, "fact-conflict",
      Say("单位“{0}”{1}：{2}与{3}写了不同的 {4}，请冲销其中一条",
          "unit \"{0}\", {5}: {6} and {7} give different {4} for this day: take one "
          "of them back",
          unit, first.day.ToChinese(), a.zh, b.zh, field, first.day.ToString(), a.en, b.en),
      field);
}

Error TooLarge(const Fact* fact, const PlannedRule& rule) {
  const Message name = NameWithUnit(fact, rule);
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
        const Message name = NameWithUnit(entry.fact, plan.rules[i]);
        return MakeError(ErrorKind::kInvalid, "fact-range",
                         Say("{0}与其他事实合计的数额太大，请核对数字",
                             "{1} and the other facts come to too much together: check their "
                             "figures",
                             name.zh, name.en));
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
