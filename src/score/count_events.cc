// Rules that count events: occurs, each, late, judged.

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "score/count.h"
#include "score/words.h"

namespace kaoping::score {
namespace {

using rules::Rule;

bool DeniesIt(const Fact& fact) { return fact.holds && !*fact.holds; }

// Whether the fact tells of an event, and not of a figure that decides a tier, nor 不适用.
bool TellsOfEvent(const Fact& fact) {
  return !fact.applies && !fact.value && !fact.add && !fact.place;
}

std::vector<DatedFact> Events(const Counter& counter) {
  std::vector<DatedFact> events;
  for (const DatedFact& dated : counter.facts()) {
    if (TellsOfEvent(*dated.fact)) events.push_back(dated);
  }
  return events;
}

// （国家；案件：A）
std::string Particulars(const Fact& fact) {
  std::string text = fact.level;
  const auto add = [&text](std::string_view label, const std::string& value) {
    if (!value.empty()) text += fmt::format("{}{}{}", text.empty() ? "" : "；", label, value);
  };
  add("工作：", fact.work);
  add("案件：", fact.case_id);
  return text.empty() ? "" : fmt::format("（{}）", text);
}

// ---- each --------------------------------------------------------------------------------------

// How many things the fact tells of.
Decimal CountIn(const Fact& fact) {
  const Decimal count = fact.count.value_or(Decimal::FromInt(1));
  if (fact.case_id.empty()) return count;
  return std::min(count, Decimal::FromInt(1));
}

// 复议, 一审 and 二审 on one act are one 例: of the facts of one case, the one worth most counts,
// the earliest of equals, and once.
std::vector<DatedFact> OncePerCase(Counter& counter, const std::vector<DatedFact>& events) {
  std::map<std::string, DatedFact> of_case;
  std::vector<DatedFact> kept;
  for (const DatedFact& dated : events) {
    if (dated.fact->case_id.empty()) {
      kept.push_back(dated);
      continue;
    }
    const auto [found, is_new] = of_case.try_emplace(dated.fact->case_id, dated);
    if (is_new) continue;
    const auto worth = [&counter](const Fact* fact) {
      const Decimal count = CountIn(*fact);
      // Where a step is worth nothing by itself, as of a forfeit, the count alone says more or
      // less.
      return std::pair(Multiply(WorthOfStep(counter, fact).value_or(Points()), count), count);
    };
    const bool worth_more = worth(found->second.fact) < worth(dated.fact);
    const Fact* const left_out = worth_more ? found->second.fact : dated.fact;
    counter.tally.remarks[left_out] = fmt::format("同一案件（{}）只计一次", dated.fact->case_id);
    if (worth_more) found->second = dated;
  }
  for (const auto& [name, dated] : of_case) kept.push_back(dated);
  std::stable_sort(kept.begin(), kept.end(),
                   [](const DatedFact& a, const DatedFact& b) { return a.day < b.day; });
  return kept;
}

// Where several make one step (每3次), what each fact adds to the steps reached so far, apart for
// each worth.
class Steps {
 public:
  explicit Steps(Counter& counter) : counter_(counter) {}

  Status Add(const DatedFact& dated) {
    const std::optional<Points> each = WorthOfStep(counter_, dated.fact);
    Decimal& sum = sums_[each];
    const Decimal count = CountIn(*dated.fact);
    std::int64_t reached = 0;
    if (__builtin_add_overflow(sum.millionths(), count.millionths(), &reached)) {
      return TooLarge(dated.fact, counter_.plan.Rule(counter_.index));
    }
    const Decimal before = sum;
    sum = Decimal::FromMillionths(reached);
    const Decimal per = counter_.rule().Per();
    const bool parts =
        counter_.plan.scheme->settings.part_steps == scheme::Settings::PartSteps::kProportional;
    if (parts) return AddParts(dated, each, before, sum, per);
    // What is left over from the facts before counts toward this one's step.
    const Decimal rest = Decimal::FromMillionths(before.millionths() % per.millionths());
    return AddSteps(counter_, dated, rest + count, each, Words(dated, rest));
  }

 private:
  // The rule is rounded as a whole, so each fact is worth the difference that it makes to that.
  Status AddParts(const DatedFact& dated, std::optional<Points> each, Decimal before, Decimal after,
                  Decimal per) {
    const Points points = each.value_or(Points());
    const auto steps = MultiplyDivide(after - before, Decimal::FromInt(1), per);
    const auto worth_before = MultiplyDivide(points, before, per);
    const auto worth_after = MultiplyDivide(points, after, per);
    if (!steps || !worth_before || !worth_after) {
      return TooLarge(dated.fact, counter_.plan.Rule(counter_.index));
    }
    return AddEntry(counter_, dated, *steps, each, *worth_after - *worth_before,
                    Words(dated, Decimal()));
  }

  std::string Words(const DatedFact& dated, Decimal rest) const {
    const std::string counted = Counted(CountIn(*dated.fact), counter_.rule());
    const std::string particulars = Particulars(*dated.fact);
    if (rest.IsZero()) return counted + particulars;
    return fmt::format("{}{}，连同此前余下的{}", counted, particulars,
                       Counted(rest, counter_.rule()));
  }

  Counter& counter_;
  std::map<std::optional<Points>, Decimal> sums_;
};

// ---- occurs ------------------------------------------------------------------------------------

// Of the facts that say it holds, since last one said that it doesn't: the one worth most, the
// earliest of equals. A lesser one that comes to light later must not make good a graver one.
// Requires: the last of `events` holds.
Result<DatedFact> WorthMost(Counter& counter, const std::vector<DatedFact>& events) {
  std::vector<DatedFact> holding;
  for (const DatedFact& dated : events) {
    if (DeniesIt(*dated.fact)) {
      holding.clear();
      continue;
    }
    const bool conflicts = !holding.empty() && holding.back().day == dated.day &&
                           holding.back().fact->points != dated.fact->points;
    if (conflicts) return Conflict(holding.back(), dated, "points");
    holding.push_back(dated);
  }
  const auto most = std::max_element(
      holding.begin(), holding.end(), [&counter](const DatedFact& a, const DatedFact& b) {
        return WorthOfStep(counter, a.fact) < WorthOfStep(counter, b.fact);
      });
  for (const DatedFact& dated : holding) {
    counter.tally.remarks[dated.fact] = "同一情形只计一次，计分值最高的一条";
  }
  counter.tally.remarks.erase(most->fact);
  return *most;
}

}  // namespace

Status CountOccurs(Counter& counter) {
  const Rule& rule = counter.rule();
  KAOPING_TRY(const std::optional<Figure> figure, FigureOf(counter));
  if (rule.when && figure) {
    counter.tally.is_decided = true;
    if (!rule.when->Holds(figure->value)) return Ok();
    return AddSteps(counter, figure->last, rule.Per(), WorthOfStep(counter, figure->last.fact),
                    fmt::format("实绩{}", Number(figure->value) + rule.when->unit));
  }
  const std::vector<DatedFact> events = Events(counter);
  KAOPING_TRY(const auto word, LastWord<bool>(counter, events, "holds", [](const Fact& fact) {
                return std::optional(fact.holds.value_or(true));
              }));
  if (!word) return Ok();
  counter.tally.is_decided = true;
  if (!word->second) {
    counter.tally.remarks[word->first.fact] =
        rule.nature == rules::Nature::kDuty ? "已做到" : "不成立";
    return Ok();
  }
  KAOPING_TRY(const DatedFact most, WorthMost(counter, events));
  return AddSteps(counter, most, rule.Per(), WorthOfStep(counter, most.fact),
                  "1次" + Particulars(*most.fact));
}

Status CountEach(Counter& counter) {
  std::vector<DatedFact> events;
  for (const DatedFact& dated : Events(counter)) {
    counter.tally.is_decided = true;
    if (DeniesIt(*dated.fact)) {
      counter.tally.remarks[dated.fact] = "不成立";
    } else {
      events.push_back(dated);
    }
  }
  Steps steps(counter);
  for (const DatedFact& dated : OncePerCase(counter, events)) KAOPING_TRY_STATUS(steps.Add(dated));
  return Ok();
}

Status CountLate(Counter& counter) {
  // Each fact is a delay of its own: 1.5 days and 1.5 days are two whole days, not three.
  for (const DatedFact& dated : Events(counter)) {
    if (!dated.fact->late) continue;
    KAOPING_TRY_STATUS(AddSteps(counter, dated, *dated.fact->late, WorthOfStep(counter, dated.fact),
                                fmt::format("逾期{}{}", Counted(*dated.fact->late, counter.rule()),
                                            Particulars(*dated.fact))));
  }
  return Ok();
}

Status CountJudged(Counter& counter) {
  const Rule& rule = counter.rule();
  const std::vector<DatedFact> events = Events(counter);
  const auto add = [&counter, &rule](const DatedFact& dated) {
    return AddSteps(counter, dated, rule.Per(), WorthOfStep(counter, dated.fact),
                    "认定" + Particulars(*dated.fact));
  };
  const bool counts_each = !rule.unit.empty() || rule.per.has_value();
  if (counts_each) {
    for (const DatedFact& dated : OncePerCase(counter, events)) KAOPING_TRY_STATUS(add(dated));
    return Ok();
  }
  KAOPING_TRY(const auto word, LastWord<Points>(counter, events, "points",
                                                [](const Fact& fact) { return fact.points; }));
  if (!word) return Ok();
  return add(word->first);
}

}  // namespace kaoping::score
