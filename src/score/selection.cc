#include "score/selection.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/check.h"
#include "score/check_fact.h"

namespace kaoping::score {
namespace {

constexpr int kNone = -1;

struct Held {
  const Fact* fact = nullptr;
  int rule = 0;
  std::string content;  // what ties are broken by; the rule stands in it by its key
  std::vector<std::size_t> reversed_by;
  int reverses = kNone;
  bool is_visible = false;
  std::optional<bool> counts;  // once known
};

Error IdTaken(const Fact& first, const Fact& fact) {
  const Message a = PlacedNameOf(first);
  const Message b = PlacedNameOf(fact);
  return MakeError(
      ErrorKind::kInvalid, "fact-id",
      Say("单位“{0}”：{1}与{2}编号相同而内容不同，请改一条的编号，或用冲销更正",
          "unit \"{0}\": {3} and {4} have one id and different contents: rename one, or "
          "correct it by a reversal",
          Excerpt(fact.unit), a.zh, b.zh, a.en, b.en),
      "id");
}

Error BadReversal(const Fact& fact, std::string_view zh, std::string_view en) {
  const Message name = PlacedNameOf(fact);
  return MakeError(ErrorKind::kInvalid, "fact-reverses",
                   Say("单位“{5}”：{0}要冲销 {1}，{2}", "unit \"{5}\": {3} takes back {1}, {4}",
                       name.zh, Excerpt(fact.reverses), zh, name.en, en, Excerpt(fact.unit)),
                   "reverses");
}

std::string ContentOf(const Plan& plan, int rule, const Fact& fact) {
  const std::string& key = plan.Rule(rule).key();
  if (fact.rule == key) return WriteFact(fact);
  Fact by_key = fact;
  by_key.rule = key;
  return WriteFact(by_key);
}

// ---- What is there -----------------------------------------------------------------------------

// The unit's facts, checked, each id once.
Result<std::vector<Held>> HoldFacts(const Plan& plan, std::string_view unit,
                                    std::span<const Fact> facts,
                                    std::map<std::string_view, std::size_t>& by_id) {
  std::vector<Held> held;
  for (const Fact& fact : facts) {
    if (fact.unit != unit) continue;
    KAOPING_TRY(const int rule, RuleOf(plan, fact));
    KAOPING_TRY_STATUS(CheckFact(plan, rule, fact));
    std::string content = ContentOf(plan, rule, fact);
    if (!fact.id.empty()) {
      const auto [found, is_new] = by_id.try_emplace(fact.id, held.size());
      if (!is_new && held[found->second].content != content) {
        return IdTaken(*held[found->second].fact, fact);
      }
      if (!is_new) continue;
    }
    Held& one = held.emplace_back();
    one.fact = &fact;
    one.rule = rule;
    one.content = std::move(content);
  }
  return held;
}

// Whether what `reversal` says beyond taking back, if anything, is what `target` said.
bool Repeats(const Fact& reversal, const Fact& target) {
  if (EventFields(reversal).empty() && !reversal.applies) return true;
  Fact expected = target;
  Fact given = reversal;
  // Everything but what happened may differ.
  given.unit = expected.unit;
  given.rule = expected.rule;
  given.on = expected.on;
  given.known = expected.known;
  given.id = expected.id;
  given.reverses = expected.reverses;
  given.office = expected.office;
  given.status = expected.status;
  given.evidence = expected.evidence;
  given.note = expected.note;
  given.source = expected.source;
  return given == expected;
}

Status TieReversals(std::vector<Held>& held, const std::map<std::string_view, std::size_t>& by_id) {
  for (std::size_t i = 0; i < held.size(); ++i) {
    const Fact& fact = *held[i].fact;
    if (fact.reverses.empty()) continue;
    const auto found = by_id.find(fact.reverses);
    if (found == by_id.end()) {
      return BadReversal(fact, "可是这个单位没有这条事实，请核对编号",
                         "which this unit has not: check the id");
    }
    Held& target = held[found->second];
    if (target.rule != held[i].rule) {
      return BadReversal(fact, "可是那条事实属于另一条规则，请核对编号或规则",
                         "which belongs to another rule: check the id or the rule");
    }
    if (!Repeats(fact, *target.fact)) {
      return BadReversal(fact, "又写了与它不同的内容；请只写冲销，新的情况另记一条",
                         "and says something else: only take it back here, and record what is new "
                         "as a fact of its own");
    }
    target.reversed_by.push_back(i);
    held[i].reverses = static_cast<int>(found->second);
  }
  return Ok();
}

Status RefuseCircles(const std::vector<Held>& held) {
  for (const Held& start : held) {
    std::size_t steps = 0;
    for (int at = start.reverses; at != kNone; at = held[static_cast<std::size_t>(at)].reverses) {
      if (++steps <= held.size()) continue;
      return BadReversal(*start.fact, "而几条冲销互相冲销成了一圈，请删去其中一条",
                         "and these reversals go in a circle: remove one of them");
    }
  }
  return Ok();
}

// ---- What the query sees -----------------------------------------------------------------------

bool CountsIn(Reading reading, FactStatus status) {
  switch (status) {
    case FactStatus::kConfirmed:
      return true;
    case FactStatus::kClaimed:
      return reading == Reading::kClaimed;
    case FactStatus::kRejected:
      return false;
  }
  KAOPING_CHECK(false);
}

Date DayOf(const Plan& plan, const Fact& fact) {
  return fact.on.value_or(plan.scheme->period.from);
}

// A day outside the period belongs to it by its note, so whoever looks at all of the period sees
// it.
Date DayWithinPeriod(const Plan& plan, const Fact& fact) {
  const scheme::Period& period = plan.scheme->period;
  return std::clamp(DayOf(plan, fact), period.from, period.to);
}

bool IsVisible(const Plan& plan, const Fact& fact, const Query& query) {
  if (!CountsIn(query.reading, fact.status.value_or(FactStatus::kConfirmed))) return false;
  if (query.as_of && DayWithinPeriod(plan, fact) > *query.as_of) return false;
  return !query.known_at || !fact.known || *fact.known <= *query.known_at;
}

// A reversal can itself be taken back, so this asks along the chain, which has no circle.
bool Counts(std::vector<Held>& held, std::size_t index) {
  Held& one = held[index];
  if (!one.counts) {
    one.counts =
        one.is_visible && std::none_of(one.reversed_by.begin(), one.reversed_by.end(),
                                       [&held](std::size_t by) { return Counts(held, by); });
  }
  return *one.counts;
}

}  // namespace

Result<Selection> SelectFacts(const Plan& plan, std::string_view unit, std::span<const Fact> facts,
                              const Query& query) {
  std::map<std::string_view, std::size_t> by_id;
  KAOPING_TRY(std::vector<Held> held, HoldFacts(plan, unit, facts, by_id));
  KAOPING_TRY_STATUS(TieReversals(held, by_id));
  KAOPING_TRY_STATUS(RefuseCircles(held));
  for (Held& one : held) one.is_visible = IsVisible(plan, *one.fact, query);

  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < held.size(); ++i) order.push_back(i);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Date day_a = DayOf(plan, *held[a].fact);
    const Date day_b = DayOf(plan, *held[b].fact);
    return day_a != day_b ? day_a < day_b : held[a].content < held[b].content;
  });

  Selection selection;
  selection.counting.resize(plan.rules.size());
  selection.reversed.resize(plan.rules.size());
  for (const std::size_t i : order) {
    const Held& one = held[i];
    // A reversal only takes back; it is no event of its own.
    if (!one.is_visible || one.reverses != kNone) continue;
    auto& into = Counts(held, i) ? selection.counting : selection.reversed;
    into[static_cast<std::size_t>(one.rule)].push_back({one.fact, DayOf(plan, *one.fact)});
  }
  return selection;
}

}  // namespace kaoping::score
