// Random facts.

#include <algorithm>
#include <set>
#include <tuple>

#include "score/check_fact.h"
#include "score/plan.h"
#include "score/random_test.h"

namespace kaoping::score {
namespace {

using rules::Effect;
using rules::Rule;
using rules::Trigger;

MakingOfFacts so_far;

constexpr const char* kDays[] = {"2017-03-05", "2017-01-01", "2017-06-30", "2017-02-10",
                                 "2017-09-09", "2017-12-31", "2017-11-11", "2017-04-01",
                                 "2018-01-10", "2016-12-20"};
constexpr const char* kMoments[] = {"2017-02-01T00:00:00Z", "2017-07-01T00:00:00Z",
                                    "2018-01-15T00:00:00Z"};

Date DayAt(int index) { return Date::Parse(kDays[index]).value(); }

bool CostsNoPoints(const Rule& rule) {
  return rule.effect == Effect::kForfeit || rule.effect == Effect::kVeto;
}

class FactReader {
 public:
  FactReader(const scheme::Scheme& scheme, bool fit_together)
      : plan_(MakePlan(scheme)), fit_together_(fit_together) {}

  std::vector<Fact> Read(const std::vector<Bytes>& all) {
    if (plan_.rules.empty()) return {};
    for (const Bytes& bytes : all) AddFact(bytes);
    return std::move(facts_);
  }

 private:
  void AddFact(const Bytes& bytes) {
    Choices choices(bytes);
    if (!facts_.empty() && choices.Chance(6)) {
      facts_.push_back(choices.Pick(facts_));  // the same once more
      return;
    }
    std::optional<Fact> fact = choices.Chance(14) ? MakeReversal(choices) : std::nullopt;
    if (!fact) fact = MakeFact(choices);
    ++so_far.made;
    const int rule = RuleOf(plan_, *fact).value();
    if (CheckFact(plan_, rule, *fact) && (!fit_together_ || MakeFit(*fact, rule))) {
      facts_.push_back(*std::move(fact));
    } else {
      ++so_far.refused;
    }
  }

  // ---- What every fact has ----

  void AddRecord(Choices& choices, Fact& fact) {
    if (choices.Chance(88)) fact.on = DayAt(choices.Below(std::size(kDays)));
    if (fact.on && !plan_.scheme->period.Contains(*fact.on)) fact.note = "属于本期";
    if (choices.Chance(50)) fact.known = Timestamp::Parse(choices.Pick(kMoments)).value();
    if (choices.Chance(65)) {
      fact.id =
          "f" + std::to_string(fit_together_ ? static_cast<int>(facts_.size()) : choices.Below(6));
    }
    const int status = choices.Below(100);
    if (status >= 50) fact.status = FactStatus::kConfirmed;
    if (status >= 75) fact.status = FactStatus::kClaimed;
    if (status >= 90) fact.status = FactStatus::kRejected;
    if (choices.Chance(10)) fact.evidence = {"第3号材料"};
    if (choices.Chance(10)) fact.office = "甲处";
  }

  std::string NameOfRule(Choices& choices, int rule) const {
    const scheme::SchemeRule& named = plan_.Rule(rule).ref.Get();
    return choices.Chance(30) ? named.id : named.key;
  }

  std::optional<Fact> MakeReversal(Choices& choices) {
    std::vector<Fact> targets;
    std::copy_if(facts_.begin(), facts_.end(), std::back_inserter(targets),
                 [](const Fact& fact) { return !fact.id.empty(); });
    if (targets.empty()) return std::nullopt;
    const Fact target = choices.Pick(targets);
    Fact fact;
    if (choices.Chance(30)) fact = target;  // says again what it takes back
    fact.reverses = target.id;
    fact.unit = target.unit;
    fact.rule = NameOfRule(choices, RuleOf(plan_, target).value());
    fact.id.clear();
    AddRecord(choices, fact);
    if (!fit_together_ && choices.Chance(10)) fact.reverses = "f99";
    return fact;
  }

  // Often one that something is known of already, since much happens only among several facts.
  int PickRule(Choices& choices) const {
    if (!facts_.empty() && choices.Chance(40)) return RuleOf(plan_, choices.Pick(facts_)).value();
    return choices.Below(static_cast<int>(plan_.rules.size()));
  }

  Fact MakeFact(Choices& choices) {
    const int rule = PickRule(choices);
    Fact fact;
    fact.unit = choices.Chance(15) ? kInstitute : kOffice;
    fact.rule = NameOfRule(choices, rule);
    AddRecord(choices, fact);
    if (choices.Chance(3)) {
      fact.applies = choices.Chance(25);
      fact.note = "没有这项职能";
      return fact;
    }
    AddEvent(choices, rule, fact);
    const Fact plain = fact;
    AddNames(choices, fact);
    return CheckFact(plan_, rule, fact) ? fact : plain;
  }

  // ---- What happened ----

  void AddEvent(Choices& choices, int index, Fact& fact) const {
    const Rule& rule = plan_.Rule(index).rule();
    const Group* const group = plan_.GroupOf(index);
    const bool takes_holds =
        rule.trigger == Trigger::kOccurs || CostsNoPoints(rule) || rule.effect == Effect::kAward;
    if (takes_holds && choices.Chance(20)) {
      fact.holds = false;
      return;
    }
    if (TakesFigure(plan_, index) && (CountsFigure(rule) || choices.Chance(60))) {
      AddFigure(choices, rule, fact);
      return;
    }
    if (takes_holds && choices.Chance(50)) fact.holds = true;
    const bool ranks = rule.trigger == Trigger::kRank || (group != nullptr && group->shares_place);
    if (ranks) AddPlace(choices, fact);
    AddCount(choices, rule, fact);
    if (rule.trigger != Trigger::kRank && !rule.levels.empty()) {
      fact.level = choices.Pick(rule.levels).name;
    }
    const auto range = DecidableRange(plan_, index);
    if (!range) return;
    fact.points = choices.Pick({range->max, range->min});
    if (choices.Chance(30))
      fact.points = MultiplyDivide(range->min + range->max, Figure(1), Figure(2));
  }

  static Decimal Figure(int whole) { return Decimal::FromInt(whole); }

  void AddFigure(Choices& choices, const Rule& rule, Fact& fact) const {
    const bool few = rule.trigger == Trigger::kShort || rule.trigger == Trigger::kOver;
    const Decimal figure =
        few ? choices.Figure({"1", "0", "2", "3", "5", "1.5", "7"})
            : choices.Figure({"85", "0", "92.5", "95", "60", "100", "79.5", "90", "120", "3"});
    if (choices.Chance(25)) {
      fact.add = choices.Figure({"1", "2", "0.5", "60", "-1"});
    } else {
      fact.value = !fit_together_ && choices.Chance(5) ? Figure(1'000'000'000) : figure;
    }
  }

  static void AddPlace(Choices& choices, Fact& fact) {
    fact.of = 6;
    fact.place = choices.Pick({1, 2, 3, 4, 6});
    fact.from_place = choices.Pick({2, 1, 3, 5});
  }

  void AddCount(Choices& choices, const Rule& rule, Fact& fact) const {
    if (rule.trigger == Trigger::kEach && choices.Chance(60)) {
      fact.count = choices.Figure({"1", "2", "3", "5", "0", "0.5"});
      if (!fit_together_ && choices.Chance(5)) fact.count = Figure(1'000'000'000);
    }
    if (rule.trigger == Trigger::kLate) fact.late = choices.Figure({"1", "2", "1.5", "0", "10"});
    if (rule.trigger != Trigger::kMissing) return;
    if (rule.of.empty() || choices.Chance(40)) {
      fact.missing = choices.Pick({1, 2, 0, 3});
      return;
    }
    fact.present.emplace();
    for (const std::string& name : rule.of) {
      if (choices.Chance(50)) fact.present->push_back(name);
    }
  }

  // The work and the case, where the rule takes them.
  void AddNames(Choices& choices, Fact& fact) const {
    const Fact plain = fact;
    if (choices.Chance(60)) {
      fact.work = choices.Pick({"A", "B"});
      if (fact.count) fact.count = Figure(1);
    }
    if (!CheckFact(plan_, RuleOf(plan_, fact).value(), fact)) fact = plain;
    if (choices.Chance(40)) fact.case_id = choices.Pick({"甲案", "乙案"});
  }

  // ---- Which facts fit together ----

  // Whether the fact stands beside any other of its day: it adds to them.
  bool AddsUp(const Fact& fact, const Rule& rule) const {
    if (fact.holds || fact.value || fact.add || fact.applies || fact.place) return false;
    return rule.trigger == Trigger::kEach || rule.trigger == Trigger::kLate ||
           (rule.trigger == Trigger::kJudged && (!rule.unit.empty() || rule.per));
  }

  // Words that replace one another must not meet on one day: moves the fact to a free day.
  bool MakeFit(Fact& fact, int index) {
    if (!fact.reverses.empty() || AddsUp(fact, plan_.Rule(index).rule())) return true;
    const std::optional<int>& group = plan_.Rule(index).group;
    const int about = group ? -1 - *group : index;
    for (int i = 0; i < static_cast<int>(std::size(kDays)); ++i) {
      const Date day = fact.on.value_or(plan_.scheme->period.from);
      if (taken_.emplace(fact.unit, about, day).second) return true;
      fact.on = DayAt(i);
      if (!plan_.scheme->period.Contains(*fact.on)) fact.note = "属于本期";
    }
    return false;
  }

  const Plan plan_;
  const bool fit_together_;
  std::vector<Fact> facts_;
  std::set<std::tuple<std::string, int, Date>> taken_;
};

}  // namespace

const MakingOfFacts& FactsMadeSoFar() { return so_far; }

std::vector<Fact> FactsFrom(const scheme::Scheme& scheme, const std::vector<Bytes>& facts,
                            bool fit_together) {
  return FactReader(scheme, fit_together).Read(facts);
}

}  // namespace kaoping::score
