#include "score/score.h"

#include <algorithm>
#include <set>
#include <string>

#include "score/count.h"
#include "score/explain.h"
#include "score/owed.h"
#include "score/plan.h"
#include "score/selection.h"
#include "score/steps.h"
#include "score/tally.h"

namespace kaoping::score {
namespace {

using rules::Effect;

bool IsNet(const Plan& plan) {
  return !plan.scheme->settings.base &&
         std::none_of(plan.items.begin(), plan.items.end(),
                      [](const Item& item) { return item.earns_base && item.base; });
}

// Adds what one rule comes to.
void AddRule(const PlannedRule& planned, const RuleTally& own, Scorecard& card) {
  const Effect effect = planned.rule().effect;
  const Points counted = CountedOf(own);
  const bool is_undecided = card.reading == Reading::kProjected && own.is_unbounded;
  if (own.is_open || is_undecided) card.open.push_back(planned.key());
  if (!own.has_word && own.entries.empty()) return;
  card.evaluated = card.evaluated || own.Applies();
  card.rules.push_back({planned.key(), Signed(effect, counted)});
  if (SignOf(effect) < 0) card.deducted += counted;
  if (effect == Effect::kBonus) card.bonus += counted;
  for (const Entry& entry : own.entries) {
    for (const Cutting& cutting : entry.cuts) {
      const auto same = std::find_if(card.cut.begin(), card.cut.end(), [&](const Cut& cut) {
        return cut.by == cutting.by && cut.rule == planned.key();
      });
      if (same != card.cut.end()) {
        same->amount += cutting.amount;
      } else {
        card.cut.push_back({cutting.by, planned.key(), cutting.amount});
      }
    }
  }
  const bool holds = std::any_of(own.entries.begin(), own.entries.end(),
                                 [](const Entry& entry) { return entry.Counts(); });
  if (effect == Effect::kVeto && holds) {
    card.vetoes.push_back(
        {planned.key(), planned.rule().consequence.value_or(rules::Consequence{})});
  }
}

// What is held is open too, in the order of the scheme.
void AddHeld(const Plan& plan, Scorecard& card) {
  if (plan.held.empty()) return;
  std::set<std::string> open(card.open.begin(), card.open.end());
  for (const scheme::RuleRef& held : plan.held) open.insert(held.Get().key);
  card.open.clear();
  for (const scheme::RuleRef& ref : scheme::AllRules(*plan.scheme)) {
    if (open.contains(ref.Get().key)) card.open.push_back(ref.Get().key);
  }
}

}  // namespace

Result<Tally> MakeTally(const Plan& plan, const Selection& selection, const Query& query) {
  KAOPING_TRY(Tally tally, CountRules(plan, selection, query));
  ImplyFullMarks(plan, selection, tally);
  KAOPING_TRY_STATUS(HearSilence(plan, selection, query, tally));
  KAOPING_TRY_STATUS(CheckSums(plan, tally));
  KAOPING_TRY_STATUS(Aggravate(plan, tally));
  KAOPING_TRY_STATUS(CheckSums(plan, tally));
  ChooseTiers(plan, tally);
  ChooseHighest(plan, tally);
  ApplyInnerLimits(plan, tally);
  SettleItems(plan, tally);
  ApplyOuterLimits(plan, tally);
  return tally;
}

Result<Scorecard> ScoreUnit(const scheme::Scheme& scheme, std::string_view unit,
                            std::span<const Fact> facts, const Query& query) {
  return ScoreUnit(MakePlan(scheme), unit, facts, query);
}

Result<Scorecard> ScoreUnit(const Plan& plan, std::string_view unit, std::span<const Fact> facts,
                            const Query& query) {
  KAOPING_TRY(const Selection selection, SelectFacts(plan, unit, facts, query));
  KAOPING_TRY(const Tally tally, MakeTally(plan, selection, query));
  Scorecard card;
  card.unit = unit;
  card.reading = query.reading;
  card.net = IsNet(plan);
  for (std::size_t i = 0; i < plan.rules.size(); ++i) {
    AddRule(plan.rules[i], tally.rules[i], card);
  }
  AddHeld(plan, card);
  card.total = TotalOf(plan, tally).RoundTo(plan.scheme->settings.decimals);
  card.notes = tally.notes;
  if (query.reading == Reading::kProjected) card.owed = ListOwed(plan, tally);
  card.why = Explain(plan, selection, tally, card);
  return card;
}

Status CheckFactsTogether(const scheme::Scheme& scheme, std::string_view unit,
                          std::span<const Fact> facts) {
  const Plan plan = MakePlan(scheme);
  for (const Reading reading : {Reading::kConfirmed, Reading::kClaimed}) {
    Query query;
    query.reading = reading;
    KAOPING_TRY_STATUS(ScoreUnit(plan, unit, facts, query));
  }
  return Ok();
}

}  // namespace kaoping::score
