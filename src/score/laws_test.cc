// The laws of docs/scoring.md, each on random schemes and facts (random_test.h).
//
// Two of them, “incremental equals from scratch” and “one thread equals many”, speak of an
// evaluator that keeps something between two scores; this one does not.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "score/deduction_fact_test.h"
#include "score/plan.h"
#include "score/random_test.h"
#include "score/samples_test.h"
#include "score/tally.h"

namespace kaoping::score {
namespace {

using rules::Effect;
using rules::Rule;

// Cases of each law; RC_PARAMS="max_success=…" asks for more.
constexpr int kCases = 2000;
constexpr int kManyCases = 5000;  // where few of them put the law to the test

template <typename Law>
testing::AssertionResult Holds(Law&& law, int cases = kCases) {
  rc::detail::TestParams params = rc::detail::configuration().testParams;
  params.maxSuccess = std::max(params.maxSuccess, cases);
  // Each law meets cases of its own.
  params.seed +=
      std::hash<std::string>()(testing::UnitTest::GetInstance()->current_test_info()->name());
  const rc::detail::TestResult result =
      rc::detail::checkTestable(std::forward<Law>(law), rc::detail::TestMetadata{"", ""}, params);
  if (result.is<rc::detail::SuccessResult>()) return testing::AssertionSuccess();
  std::ostringstream told;
  rc::detail::printResultMessage(result, told);
  return testing::AssertionFailure() << told.str();
}

Scorecard Score(const scheme::Scheme& scheme, const std::vector<Fact>& facts, const Query& query,
                const std::string& unit = kOffice) {
  Result<Scorecard> card = ScoreUnit(scheme, unit, facts, query);
  if (!card) throw std::runtime_error(card.error().code + ": " + card.error().message.en);
  return std::move(card).value();
}

// All of a card but the explanation, which tells of facts taken back too.
Scorecard WithoutReasons(Scorecard card) {
  card.why = {};
  return card;
}

std::vector<Fact> Without(std::vector<Fact> facts, std::size_t index) {
  facts.erase(facts.begin() + static_cast<std::ptrdiff_t>(index));
  return facts;
}

// A fact that takes `target` back.
Fact ReversalOf(const Fact& target, const std::string& id) {
  Fact reversal;
  reversal.unit = target.unit;
  reversal.rule = target.rule;
  reversal.on = target.on;
  reversal.known = target.known;
  reversal.status = target.status;
  reversal.note = "记错了";
  reversal.id = id;
  reversal.reverses = target.id;
  return reversal;
}

// Whether the fact stands by itself: no other repeats it or takes it back.
bool StandsAlone(const std::vector<Fact>& facts, std::size_t index) {
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (i == index || facts[i].unit != facts[index].unit || facts[index].id.empty()) continue;
    if (facts[i].id == facts[index].id || facts[i].reverses == facts[index].id) return false;
  }
  return true;
}

// Whether a part of an event is counted in the fact's case: 0.5次. One case counts once, by its
// gravest fact, and parts of several events add up to whole steps; so that a graver fact may take
// the place of a part that would have completed a step elsewhere.
bool HasPartsInItsCase(const std::vector<Fact>& facts, std::size_t index) {
  const std::string& own = facts[index].case_id;
  return !own.empty() && std::any_of(facts.begin(), facts.end(), [&own](const Fact& fact) {
    return fact.case_id == own && fact.count && !fact.count->IsWhole();
  });
}

// ---- Order -------------------------------------------------------------------------------------

TEST(Laws, OrderOfLinesNeverMatters) {
  EXPECT_TRUE(Holds([] {
    const bool fit_together = *rc::gen::weightedElement<bool>({{3, true}, {1, false}});
    const Case made = fit_together ? *AnyCase() : *AnyContradictoryCase();
    const Query query = *AnyQuery();
    std::vector<Fact> shuffled = made.facts;
    for (std::size_t i = shuffled.size(); i > 1; --i) {
      std::swap(shuffled[i - 1], shuffled[*rc::gen::inRange<std::size_t>(0, i)]);
    }
    const Result<Scorecard> card = ScoreUnit(made.scheme, kOffice, made.facts, query);
    const Result<Scorecard> again = ScoreUnit(made.scheme, kOffice, shuffled, query);
    RC_ASSERT(card.has_value() == again.has_value());
    if (card) RC_ASSERT(*card == *again);
  }));
}

// ---- A deduction lowers ------------------------------------------------------------------------

TEST(Laws, AConfirmedDeductionNeverRaisesAScore) {
  EXPECT_TRUE(Holds(
      [] {
        const Case made = *AnyCase();
        const Plan plan = MakePlan(made.scheme);
        const Reading reading =
            *rc::gen::arbitrary<bool>() ? Reading::kConfirmed : Reading::kClaimed;
        if (!LimitsAreNested(plan)) return;
        const Points total = Score(made.scheme, made.facts, In(reading)).total;
        for (std::size_t i = 0; i < made.facts.size(); ++i) {
          if (made.facts[i].unit != kOffice) continue;
          if (!IsDeductionFact(plan, made.facts, i) || !StandsAlone(made.facts, i)) continue;
          if (HasPartsInItsCase(made.facts, i)) continue;
          const std::vector<Fact> rest = Without(made.facts, i);
          const Points before = Score(made.scheme, rest, In(reading)).total;
          RC_LOG() << WriteFact(made.facts[i]) << ": " << before.ToString() << " to "
                   << total.ToString() << std::endl;
          RC_ASSERT(total <= before);
        }
      },
      kManyCases));
}

// ---- Limits ------------------------------------------------------------------------------------

using Keys = std::set<std::string>;

Points SumOver(const Scorecard& card, const Plan& plan, const Keys& rules, Effect effect) {
  Points sum;
  for (const RuleAmount& amount : card.rules) {
    const bool counts = rules.contains(amount.rule) &&
                        plan.Rule(plan.names.at(amount.rule)).rule().effect == effect;
    if (counts) sum += Signed(effect, amount.amount);
  }
  return sum;
}

Keys KeysOf(const Plan& plan, const std::vector<int>& rules) {
  Keys keys;
  for (const int rule : rules) keys.insert(plan.Rule(rule).key());
  return keys;
}

template <typename Belongs>
Keys KeysWhere(const Plan& plan, Belongs&& belongs) {
  Keys keys;
  for (const PlannedRule& rule : plan.rules) {
    if (belongs(rule)) keys.insert(rule.key());
  }
  return keys;
}

// How many works a limit per work allows at most: one for each name, one for each thing that a fact
// without a work tells of, and one for each rule, since a figure may imply an award.
Decimal WorksIn(const Case& made, const Plan& plan, const PlannedLimit& limit) {
  std::set<std::string> names;
  Decimal unnamed = Decimal::FromInt(static_cast<std::int64_t>(limit.rules.size()));
  const scheme::Criterion* const criterion = plan.Rule(limit.rules.front()).ref.criterion;
  for (const Fact& fact : made.facts) {
    if (plan.Rule(plan.names.at(fact.rule)).ref.criterion != criterion) continue;
    if (!fact.work.empty()) {
      names.insert(fact.work);
    } else {
      unnamed += std::max(fact.count.value_or(Decimal()), Decimal::FromInt(1));
    }
  }
  return unnamed + Decimal::FromInt(static_cast<std::int64_t>(names.size()));
}

TEST(Laws, NoLimitIsPassed) {
  EXPECT_TRUE(Holds([] {
    const Case made = *AnyCase();
    const Query query = *AnyQuery();
    const Plan plan = MakePlan(made.scheme);
    const Scorecard card = Score(made.scheme, made.facts, query);
    for (const PlannedLimit& limit : plan.limits) {
      if (!limit.at_most) continue;
      Points most = *limit.at_most;
      if (limit.stage == PlannedLimit::Stage::kEachWork) {
        if (query.reading == Reading::kProjected) continue;  // silence names no works
        most = Multiply(most, WorksIn(made, plan, limit)).value();
      }
      for (const Effect effect : {Effect::kDeduct, Effect::kBonus, Effect::kAward}) {
        if (limit.is_base && effect != Effect::kDeduct) continue;  // 扣完为止
        RC_ASSERT(SumOver(card, plan, KeysOf(plan, limit.rules), effect) <= most);
      }
    }
  }));
}

// The rules that a limit with a figure binds, read off the scheme and not off the plan.
Keys BoundBy(const Plan& plan, const scheme::Section& section, const scheme::Criterion& criterion,
             const rules::Limit& limit) {
  using Scope = rules::Limit::Scope;
  if (limit.scope == Scope::kScheme) {
    return KeysWhere(plan, [](const PlannedRule&) { return true; });
  }
  if (limit.scope == Scope::kSection || criterion.rules.empty()) {
    return KeysWhere(plan, [&](const PlannedRule& rule) { return rule.ref.section == &section; });
  }
  return KeysWhere(plan, [&](const PlannedRule& rule) {
    const bool is_named = limit.rules.empty() ||
                          std::count(limit.rules.begin(), limit.rules.end(), rule.ref.index) > 0;
    return rule.ref.criterion == &criterion && is_named;
  });
}

TEST(Laws, NoLimitOfTheSchemeIsForgotten) {
  EXPECT_TRUE(Holds([] {
    const Case made = *AnyCase();
    const Plan plan = MakePlan(made.scheme);
    const Scorecard card = Score(made.scheme, made.facts, *AnyQuery());
    for (const scheme::Section& section : made.scheme.sections) {
      for (const scheme::Task& task : section.tasks) {
        if (!task.criterion) continue;
        for (const rules::Limit& limit : task.criterion->limits) {
          const bool by_itself = limit.scope == rules::Limit::Scope::kEveryItem ||
                                 (!limit.each.empty() && !task.criterion->rules.empty());
          if (!limit.at_most || by_itself) continue;
          const Keys bound = BoundBy(plan, section, *task.criterion, limit);
          for (const Effect effect : {Effect::kDeduct, Effect::kBonus, Effect::kAward}) {
            RC_ASSERT(SumOver(card, plan, bound, effect) <= *limit.at_most);
          }
        }
      }
    }
    const std::optional<Points>& cap = made.scheme.settings.bonus_cap;
    if (cap) RC_ASSERT(card.bonus <= *cap);
  }));
}

void SumOfItems(const Reason& reason, const Plan& plan, std::map<std::string, Points>& of_item) {
  // A node tells its own amount only where it has no parts or is a rule.
  if (reason.kind == Reason::Kind::kRule) {
    const int rule = plan.names.at(reason.key);
    if (plan.Rule(rule).rule().effect != Effect::kBonus) {
      of_item[plan.ItemOf(rule).key] += reason.amount;
    }
    return;
  }
  if (reason.kind == Reason::Kind::kBase) of_item[reason.key] += reason.amount;
  for (const Reason& part : reason.children) SumOfItems(part, plan, of_item);
}

TEST(Laws, AnItemLiesBetweenNothingAndItsBase) {
  EXPECT_TRUE(Holds([] {
    const Case made = *AnyCase();
    const Plan plan = MakePlan(made.scheme);
    std::map<std::string, Points> of_item;
    SumOfItems(Score(made.scheme, made.facts, *AnyQuery()).why, plan, of_item);
    for (const Item& item : plan.items) {
      if (!item.earns_base || !item.base) continue;
      RC_ASSERT(of_item[item.key] <= *item.base);
      if (item.has_floor) RC_ASSERT(!of_item[item.key].IsNegative());
    }
  }));
}

// ---- Reversals ---------------------------------------------------------------------------------

TEST(Laws, AFactAndItsReversalCancel) {
  EXPECT_TRUE(Holds([] {
    const Case made = *AnyCase();
    const Query query = *AnyQuery();
    RC_PRE(!made.facts.empty());
    const auto index = *rc::gen::inRange<std::size_t>(0, made.facts.size());
    RC_PRE(StandsAlone(made.facts, index) && made.facts[index].reverses.empty());
    const std::vector<Fact> without = Without(made.facts, index);
    std::vector<Fact> with = made.facts;
    with[index].id = "wrong";
    const std::vector<Fact> named = with;
    with.push_back(ReversalOf(with[index], "reversal"));
    RC_ASSERT(WithoutReasons(Score(made.scheme, with, query)) ==
              WithoutReasons(Score(made.scheme, without, query)));
    // Taking the reversal back puts the fact where it was.
    with.push_back(ReversalOf(with.back(), ""));
    RC_ASSERT(WithoutReasons(Score(made.scheme, with, query)) ==
              WithoutReasons(Score(made.scheme, named, query)));
  }));
}

// ---- Explanation -------------------------------------------------------------------------------

void AssertAddsUp(const Reason& reason) {
  if (reason.children.empty()) return;
  Points sum;
  for (const Reason& part : reason.children) {
    if (!part.set_aside) sum += part.amount;
    AssertAddsUp(part);
  }
  RC_ASSERT(sum == reason.amount);
}

void SumOfRules(const Reason& reason, std::map<std::string, Points>& of_rule) {
  if (reason.kind == Reason::Kind::kRule) of_rule[reason.key] += reason.amount;
  for (const Reason& part : reason.children) SumOfRules(part, of_rule);
}

TEST(Laws, TheExplanationSumsToTheTotal) {
  EXPECT_TRUE(Holds([] {
    const Case made = *AnyCase();
    const Plan plan = MakePlan(made.scheme);
    const Scorecard card = Score(made.scheme, made.facts, *AnyQuery());
    RC_ASSERT(card.why.amount == card.total);
    AssertAddsUp(card.why);
    Points exact;
    for (const Reason& part : card.why.children) {
      if (part.kind != Reason::Kind::kRounding) exact += part.amount;
    }
    RC_ASSERT(card.total == exact.RoundTo(made.scheme.settings.decimals));
    std::map<std::string, Points> of_rule;
    SumOfRules(card.why, of_rule);
    Points deducted;
    Points bonus;
    for (const RuleAmount& amount : card.rules) {
      const Effect effect = plan.Rule(plan.names.at(amount.rule)).rule().effect;
      RC_ASSERT(of_rule[amount.rule] == amount.amount);
      if (SignOf(effect) < 0) deducted -= amount.amount;
      if (effect == Effect::kBonus) bonus += amount.amount;
      of_rule.erase(amount.rule);
    }
    RC_ASSERT(card.deducted == deducted);
    RC_ASSERT(card.bonus == bonus);
    // What the card leaves out is there only to be told of.
    for (const auto& [rule, amount] : of_rule) RC_ASSERT(amount.IsZero());
  }));
}

// ---- The two clocks ----------------------------------------------------------------------------

// The facts that were there by the clocks of `query`, without reversals of what was not.
std::vector<Fact> ThereBy(const Case& made, const Query& query) {
  std::vector<Fact> there;
  std::set<std::pair<std::string, std::string>> ids;
  for (const Fact& fact : made.facts) {
    // What a note puts into the period happened at its ends.
    const Date day = std::clamp(fact.on.value_or(made.scheme.period.from), made.scheme.period.from,
                                made.scheme.period.to);
    if (query.as_of && day > *query.as_of) continue;
    if (query.known_at && fact.known && *fact.known > *query.known_at) continue;
    if (!fact.id.empty()) ids.emplace(fact.unit, fact.id);
    there.push_back(fact);
  }
  for (bool found = true; found;) {
    const auto gone = std::find_if(there.begin(), there.end(), [&ids](const Fact& fact) {
      return !fact.reverses.empty() && !ids.contains({fact.unit, fact.reverses});
    });
    found = gone != there.end();
    if (!found) break;
    ids.erase({gone->unit, gone->id});
    there.erase(gone);
  }
  return there;
}

TEST(Laws, ALongerLedgerGivesTheScoreOfThatDay) {
  EXPECT_TRUE(Holds([] {
    const Case made = *AnyCase();
    const Query query = *AnyQuery();
    RC_ASSERT(Score(made.scheme, made.facts, query) ==
              Score(made.scheme, ThereBy(made, query), query));
  }));
}

// ---- Units -------------------------------------------------------------------------------------

TEST(Laws, EveryUnitIsScoredByItsOwnFactsAlone) {
  EXPECT_TRUE(Holds([] {
    const Case made = *AnyCase();
    const Query query = *AnyQuery();
    for (const std::string& unit : {kOffice, kInstitute}) {
      std::vector<Fact> own = made.facts;
      std::erase_if(own, [&unit](const Fact& fact) { return fact.unit != unit; });
      RC_ASSERT(Score(made.scheme, made.facts, query, unit) ==
                Score(made.scheme, own, query, unit));
    }
    Scorecard unnamed = Score(made.scheme, made.facts, query, "站");
    RC_ASSERT(unnamed.unit == "站");
    RC_ASSERT(unnamed.evaluated ==
              (query.reading == Reading::kProjected && !unnamed.rules.empty()));
    if (query.reading != Reading::kProjected) RC_ASSERT(unnamed.rules.empty());
  }));
}

// ---- Readings ----------------------------------------------------------------------------------

// What would be lost is a deduction like any other, and displaces others where those do.
TEST(Laws, WhatIsProjectedIsNeverMoreThanWhatIsConfirmed) {
  EXPECT_TRUE(Holds([] {
    const Case made = *AnyCase();
    Query query = *AnyQuery();
    const Plan plan = MakePlan(made.scheme);
    if (!LimitsAreNested(plan)) return;
    for (std::size_t i = 0; i < made.facts.size(); ++i) {
      if (TellsOfAWorkAgain(plan, made.facts, i)) return;
    }
    for (std::size_t i = 0; i < plan.rules.size(); ++i) {
      if (ForfeitsDebts(plan, static_cast<int>(i))) return;
    }
    query.reading = Reading::kConfirmed;
    const Points confirmed = Score(made.scheme, made.facts, query).total;
    query.reading = Reading::kProjected;
    RC_ASSERT(Score(made.scheme, made.facts, query).total <= confirmed);
  }));
}

// ---- Totality ----------------------------------------------------------------------------------

TEST(Laws, FactsThatFitTogetherAreAlwaysScored) {
  EXPECT_TRUE(Holds([] {
    const Case made = *AnyCase();
    RC_ASSERT(CheckFactsTogether(made.scheme, kOffice, made.facts).has_value());
    RC_ASSERT(ScoreUnit(made.scheme, kOffice, made.facts, *AnyQuery()).has_value());
  }));
}

TEST(Laws, OthersMeetADocumentedError) {
  EXPECT_TRUE(Holds([] {
    const Case made = *AnyContradictoryCase();
    const bool fit = CheckFactsTogether(made.scheme, kOffice, made.facts).has_value();
    const Result<Scorecard> card = ScoreUnit(made.scheme, kOffice, made.facts, *AnyQuery());
    if (card) return;
    const std::set<std::string> documented = {"fact-id", "fact-reverses", "fact-conflict",
                                              "fact-range"};
    RC_ASSERT(documented.contains(card.error().code));
    RC_ASSERT(card.error().kind == ErrorKind::kInvalid);
    RC_ASSERT(!card.error().message.en.empty());
    // A day before a reversal still has the two figures that it tells apart, and one before a
    // figure the one too large that it replaces.
    const bool is_of_figures =
        card.error().code == "fact-conflict" || card.error().code == "fact-range";
    if (fit) RC_ASSERT(is_of_figures);
  }));
}

// ---- What the cases exercise -------------------------------------------------------------------

// How many of a thousand cases did something, by name.
using Coverage = std::map<std::string, int>;

// Whether a sentence of the explanation has these words.
bool Says(const Reason& reason, std::string_view words) {
  return reason.sentence.find(words) != std::string::npos ||
         std::any_of(reason.children.begin(), reason.children.end(),
                     [words](const Reason& part) { return Says(part, words); });
}

std::string NameOf(PlannedLimit::Stage stage) {
  switch (stage) {
    case PlannedLimit::Stage::kEachWork:
      return "each work";
    case PlannedLimit::Stage::kRules:
      return "rules";
    case PlannedLimit::Stage::kItem:
      return "every item";
    case PlannedLimit::Stage::kSection:
      return "section";
    case PlannedLimit::Stage::kScheme:
      return "scheme";
  }
  return "";
}

// What of the plan counts for something on the card.
std::set<std::string> WhatCounts(const Plan& plan, const Scorecard& card) {
  std::set<std::string> counts;
  for (const RuleAmount& amount : card.rules) {
    if (amount.amount.IsZero()) continue;
    const Rule& rule = plan.Rule(plan.names.at(amount.rule)).rule();
    counts.insert(rules::ToString(rule.effect));
    counts.insert(rules::ToString(rule.trigger));
  }
  for (const Cut& cut : card.cut) {
    counts.insert("cut by " + cut.by.substr(0, cut.by.find(' ')));
    for (const PlannedLimit& limit : plan.limits) {
      if (cut.by == "limit " + limit.name) counts.insert("cut by limit on " + NameOf(limit.stage));
    }
  }
  if (!card.vetoes.empty()) counts.insert("veto");
  if (!card.open.empty()) counts.insert("open");
  if (!card.notes.empty()) counts.insert("notes");
  return counts;
}

// The least of each, about half of what was seen when this was written. A generator that has gone
// blind to something falls below.
const Coverage kLeast = {
    // Effects and triggers of rules whose amount is not 0.
    {"deduct", 200},
    {"bonus", 100},
    {"award", 100},
    {"forfeit", 20},
    {"veto", 30},
    {"each", 120},
    {"occurs", 130},
    {"short", 20},
    {"over", 7},
    {"below", 30},
    {"above", 15},
    {"missing", 30},
    {"late", 20},
    {"rank", 40},
    {"ratio", 10},
    {"judged", 15},
    // What becomes of amounts.
    {"cut by limit", 150},
    {"cut by floor", 50},
    {"cut by award", 15},
    {"cut by limit on rules", 60},
    {"cut by limit on each work", 20},
    {"cut by limit on every item", 30},
    {"cut by limit on section", 25},
    {"cut by limit on scheme", 35},
    {"deduction facts", 600},
    {"nested limits", 500},
    {"open", 250},
    {"notes", 40},
    {"projected is less", 70},
    {"claimed is other", 70},
    // What the explanation tells of.
    {"只取其一", 150},
    {"同一案件", 20},
    {"同一项工作", 15},
    {"按合计最多", 2},
    {"按2倍", 5},
    {"减轻", 5},
    {"不多于所加重", 8},
    {"没有它所加重", 60},
    {"从满分扣起", 8},
    {"得分以本项基础分", 15},
    {"已冲销", 200},
    {"不适用", 60},
    {"以后者为准", 300},
    {"连同此前余下", 20},
    {"计入累计数", 50},
    {"四舍五入", 50},
    {"方案的基础分", 150},
};

TEST(Laws, AreTriedOnCasesThatExerciseEverything) {
  Coverage coverage;
  rc::Random random(17);
  for (int i = 0; i < 1000; ++i) {
    const Case made = AnyCase()(random.split()).value();
    const Scorecard card = Score(made.scheme, made.facts, In(Reading::kConfirmed));
    const Plan plan = MakePlan(made.scheme);
    for (const std::string& what : WhatCounts(plan, card)) ++coverage[what];
    for (std::size_t fact = 0; fact < made.facts.size(); ++fact) {
      if (IsDeductionFact(plan, made.facts, fact)) ++coverage["deduction facts"];
    }
    coverage["nested limits"] += LimitsAreNested(plan) ? 1 : 0;
    for (const auto& [words, least] : kLeast) coverage[words] += Says(card.why, words) ? 1 : 0;
    const auto total_in = [&made](Reading reading) {
      return Score(made.scheme, made.facts, In(reading)).total;
    };
    coverage["projected is less"] += total_in(Reading::kProjected) < card.total ? 1 : 0;
    coverage["claimed is other"] += total_in(Reading::kClaimed) != card.total ? 1 : 0;
  }
  for (const auto& [what, least] : kLeast) EXPECT_GE(coverage[what], least) << what;
  EXPECT_LT(FactsMadeSoFar().refused * 10, FactsMadeSoFar().made);
}

}  // namespace
}  // namespace kaoping::score
