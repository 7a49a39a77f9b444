// Random schemes.

#include <algorithm>

#include "base/check.h"
#include "scheme/json.h"
#include "score/random_test.h"

namespace kaoping::score {
namespace {

using rules::Effect;
using rules::Limit;
using rules::Policy;
using rules::Rule;
using rules::Trigger;
using rules::When;
using scheme::Criterion;
using scheme::Scheme;
using scheme::Section;
using scheme::Settings;
using scheme::Task;

constexpr Span kWords = {0, 7};

Points PickPoints(Choices& choices) {
  return choices.Figure({"1", "2", "0.5", "3", "0.2", "5", "0.333333", "4", "10", "0"});
}

// ---- Rules -------------------------------------------------------------------------------------

Effect PickEffect(Choices& choices, bool is_bonus_section) {
  if (is_bonus_section) {
    return choices.Pick({Effect::kBonus, Effect::kBonus, Effect::kBonus, Effect::kBonus,
                         Effect::kBonus, Effect::kDeduct, Effect::kVeto});
  }
  return choices.Pick({Effect::kDeduct, Effect::kDeduct, Effect::kDeduct, Effect::kDeduct,
                       Effect::kDeduct, Effect::kDeduct, Effect::kDeduct, Effect::kDeduct,
                       Effect::kAward, Effect::kAward, Effect::kAward, Effect::kBonus,
                       Effect::kBonus, Effect::kForfeit, Effect::kForfeit, Effect::kVeto});
}

Trigger PickTrigger(Choices& choices) {
  return choices.Pick({Trigger::kEach,   Trigger::kEach,    Trigger::kEach,    Trigger::kEach,
                       Trigger::kOccurs, Trigger::kOccurs,  Trigger::kOccurs,  Trigger::kShort,
                       Trigger::kShort,  Trigger::kOver,    Trigger::kBelow,   Trigger::kBelow,
                       Trigger::kAbove,  Trigger::kMissing, Trigger::kMissing, Trigger::kLate,
                       Trigger::kRank,   Trigger::kRank,    Trigger::kRatio,   Trigger::kJudged});
}

void SetRange(Choices& choices, Rule& rule) {
  const Points min = choices.Figure({"0", "0.5", "1"});
  rule.range = {min, min + choices.Figure({"1", "0.5", "3", "0"})};
}

void SetLevels(Choices& choices, Rule& rule) {
  const bool places = rule.trigger == Trigger::kRank;
  for (const char* name : {places ? "1" : "国家", places ? "2" : "省", places ? "3" : "市"}) {
    rule.levels.push_back({name, PickPoints(choices)});
  }
}

void SetWorth(Choices& choices, Rule& rule) {
  if (rule.effect == Effect::kForfeit || rule.effect == Effect::kVeto) return;
  const int kind = choices.Below(100);
  if (kind < 75) {
    rule.points = PickPoints(choices);
  } else if (kind < 83) {
    SetRange(choices, rule);
  } else if (kind < 93 && rule.trigger != Trigger::kJudged) {
    SetLevels(choices, rule);
  }
}

void SetWhen(Choices& choices, Rule& rule) {
  When& when = rule.when.emplace();
  if (rule.trigger == Trigger::kRank && choices.Chance(60)) {
    when.from = choices.Pick({1, 2, 4});
    if (choices.Chance(70)) when.to = *when.from + choices.Below(3);
    return;
  }
  const Decimal figure = rule.trigger == Trigger::kRank ? choices.Figure({"1", "2", "3"})
                                                        : choices.Figure({"90", "60", "95", "2"});
  const int kind = choices.Below(4);
  if (kind == 0) when.at_least = figure;
  if (kind == 1) when.less_than = figure;
  if (kind == 2) when.more_than = figure;
  if (kind == 3) when.at_most = figure;
}

void SetCounting(Choices& choices, Rule& rule) {
  switch (rule.trigger) {
    case Trigger::kOccurs:
      if (choices.Chance(10)) SetWhen(choices, rule);
      break;
    case Trigger::kEach:
      rule.unit = choices.Pick({"次", "例", "项", ""});
      if (choices.Chance(85)) rule.per = choices.Figure({"1", "1", "1", "1", "2", "3", "0.5"});
      break;
    case Trigger::kShort:
      rule.unit = "次";
      if (choices.Chance(92)) rule.target = choices.Figure({"2", "3", "4", "12"});
      if (choices.Chance(70)) rule.per = choices.Figure({"1", "2", "3"});
      break;
    case Trigger::kOver:
      if (choices.Chance(92)) rule.target = choices.Figure({"3", "5", "0"});
      if (choices.Chance(70)) rule.per = choices.Figure({"1", "2"});
      break;
    case Trigger::kBelow:
    case Trigger::kAbove:
      rule.unit = choices.Pick({"个百分点", "%"});
      if (choices.Chance(92)) rule.target = choices.Figure({"95", "90", "80", "5"});
      if (choices.Chance(80)) rule.per = choices.Figure({"1", "10", "5", "0.5"});
      if (choices.Chance(10)) SetWhen(choices, rule);
      break;
    case Trigger::kMissing:
      if (choices.Chance(60)) {
        rule.of = {"计划", "部署", "活动"};
      } else if (choices.Chance(50)) {
        rule.target = choices.Figure({"3", "2"});
      }
      break;
    case Trigger::kLate:
      rule.unit = "天";
      if (choices.Chance(70)) rule.per = choices.Figure({"1", "2"});
      break;
    case Trigger::kRank:
      rule.unit = choices.Pick({"", "位次", "次"});
      if (choices.Chance(30)) rule.per = choices.Figure({"1", "2"});
      if (choices.Chance(25)) SetWhen(choices, rule);
      break;
    case Trigger::kRatio:
      if (choices.Chance(40)) rule.target = choices.Figure({"95", "3", "100"});
      if (choices.Chance(10)) SetWhen(choices, rule);
      break;
    case Trigger::kJudged:
      if (choices.Chance(40)) rule.unit = "项";
      break;
  }
}

void SetConsequence(Choices& choices, Rule& rule) {
  if (rule.effect != Effect::kVeto) return;
  rules::Consequence& consequence = rule.consequence.emplace();
  const int kind = choices.Below(4);
  if (kind == 0) consequence.grade = "不合格";
  if (kind == 1) consequence.lower = 1;
  if (kind == 2) consequence.bar = "评先评优";
  if (kind == 3) consequence.last = true;
}

Rule MakeRule(Choices& choices, bool is_bonus_section) {
  Rule rule;
  rule.effect = PickEffect(choices, is_bonus_section);
  rule.trigger = PickTrigger(choices);
  SetWorth(choices, rule);
  SetCounting(choices, rule);
  SetConsequence(choices, rule);
  if (rule.trigger == Trigger::kOccurs || rule.trigger == Trigger::kMissing) {
    const int nature = choices.Below(3);
    if (nature == 1) rule.nature = rules::Nature::kDuty;
    if (nature == 2) rule.nature = rules::Nature::kIncident;
  }
  rule.condition = choices.Chance(50) ? "未按要求做到" : "";
  rule.span = kWords;
  return rule;
}

// ---- Tiers and aggravation ---------------------------------------------------------------------

using Rules = std::vector<Rule>;

void MakeSimple(Rule& rule, Effect effect, Trigger trigger, std::optional<Points> points) {
  rule = {};
  rule.effect = effect;
  rule.trigger = trigger;
  rule.points = points;
  rule.span = kWords;
}

// 没有建立的扣2分，已建立但落实不到位的扣1分: each a state of one measure.
void MakeStates(Choices& choices, Rules& rules, std::size_t begin) {
  for (std::size_t i = begin; i < rules.size(); ++i) {
    MakeSimple(rules[i], Effect::kDeduct, Trigger::kOccurs, PickPoints(choices));
    if (choices.Chance(50)) rules[i].nature = rules::Nature::kDuty;
  }
}

// 达标得5分，每低1个百分点扣1分，…不得分.
void MakeAwardGroup(Choices& choices, Rules& rules, std::size_t begin) {
  const bool is_whole_base = choices.Chance(30);
  MakeSimple(rules[begin], Effect::kAward, Trigger::kOccurs,
             is_whole_base ? std::nullopt : std::optional(PickPoints(choices)));
  for (std::size_t i = begin + 1; i < rules.size(); ++i) {
    if (rules[i].effect == Effect::kBonus) rules[i].effect = Effect::kDeduct;
  }
}

// 90以上得5分，60以上得3分，60以下不得分 (or 扣1分, or 加1分).
void MakeThresholds(Choices& choices, Rules& rules, std::size_t begin) {
  const Effect effect = choices.Pick({Effect::kAward, Effect::kDeduct, Effect::kBonus});
  const Decimal steps[] = {Decimal::FromInt(90), Decimal::FromInt(80), Decimal::FromInt(60)};
  for (std::size_t i = begin; i < rules.size(); ++i) {
    MakeSimple(rules[i], effect, Trigger::kOccurs, PickPoints(choices));
    rules[i].when.emplace().at_least = steps[std::min<std::size_t>(i - begin, 2)];
  }
  if (!choices.Chance(50)) return;
  Rule& last = rules.back();
  if (effect == Effect::kAward) MakeSimple(last, Effect::kForfeit, Trigger::kOccurs, {});
  last.when.emplace().less_than = Decimal::FromInt(60);
}

// 低于96%每点0.25，低于90%每点0.5.
void MakeBands(Choices& choices, Rules& rules, std::size_t begin) {
  const bool below = choices.Chance(60);
  const bool by_target = choices.Chance(50);
  Decimal start = choices.Figure({"96", "90", "100"});
  for (std::size_t i = begin; i < rules.size(); ++i) {
    MakeSimple(rules[i], choices.Pick({Effect::kDeduct, Effect::kDeduct, Effect::kBonus}),
               below ? Trigger::kBelow : Trigger::kAbove, PickPoints(choices));
    rules[i].per = choices.Figure({"1", "2"});
    if (by_target) {
      rules[i].target = start;
    } else if (below) {
      rules[i].when.emplace().less_than = start;
    } else {
      rules[i].when.emplace().more_than = start;
    }
    start = start - choices.Figure({"6", "10", "0.5"});
  }
}

// 第1至3名得30分，第4至6名得20分.
void MakePlaceTiers(Choices& choices, Rules& rules, std::size_t begin) {
  const Effect effect = choices.Pick({Effect::kAward, Effect::kBonus, Effect::kDeduct});
  int from = 1;
  for (std::size_t i = begin; i < rules.size(); ++i) {
    MakeSimple(rules[i], effect, Trigger::kRank, PickPoints(choices));
    When& when = rules[i].when.emplace();
    when.from = from;
    from += 1 + choices.Below(3);
    when.to = from - 1;
  }
}

void MakeGroup(Choices& choices, Rules& rules) {
  if (rules.size() < 2 || !choices.Chance(45)) return;
  const std::size_t begin =
      static_cast<std::size_t>(choices.Below(static_cast<int>(rules.size()) - 1));
  switch (choices.Below(7)) {
    case 0:
      MakeStates(choices, rules, begin);
      break;
    case 1:
    case 2:
      MakeAwardGroup(choices, rules, begin);
      break;
    case 3:
      MakeThresholds(choices, rules, begin);
      break;
    case 4:
      MakeBands(choices, rules, begin);
      break;
    case 5:
      MakePlaceTiers(choices, rules, begin);
      break;
    default:
      break;  // whatever they are
  }
  for (std::size_t i = begin; i < rules.size(); ++i) rules[i].one_of = 0;
}

void MakeAggravations(Choices& choices, Rules& rules) {
  for (std::size_t i = 1; i < rules.size(); ++i) {
    Rule& rule = rules[i];
    if (rule.one_of || !choices.Chance(35)) continue;
    rule.on_top_of = choices.Below(static_cast<int>(i));
    const Effect below = rules[static_cast<std::size_t>(*rule.on_top_of)].effect;
    const bool may_forfeit = below == Effect::kDeduct && choices.Chance(10);
    rule.effect = may_forfeit ? Effect::kForfeit : below;
    if (choices.Chance(60)) {
      rule.trigger = Trigger::kEach;
      rule.when.reset();  // counting every one, it reads no threshold
    }
    if (!choices.Chance(50)) continue;
    rule.times = choices.Figure({"2", "2", "1.5", "0.5", "0.5", "0.25"});
    rule.points.reset();
    rule.range.reset();
    rule.levels.clear();
  }
}

// ---- Limits and policies -----------------------------------------------------------------------

Limit MakeLimit(Choices& choices, std::size_t rules) {
  Limit limit;
  limit.span = kWords;
  if (choices.Chance(70)) limit.at_most = choices.Figure({"2", "1", "3", "0.5", "5", "0"});
  const int scope = choices.Below(100);
  if (scope >= 90) limit.scope = Limit::Scope::kEveryItem;
  if (scope >= 80 && scope < 90) limit.scope = Limit::Scope::kSection;
  if (scope >= 72 && scope < 80) limit.scope = Limit::Scope::kScheme;
  if (limit.scope != Limit::Scope::kRules) return limit;
  for (std::size_t i = 0; i < rules; ++i) {
    if (choices.Chance(60)) limit.rules.push_back(static_cast<int>(i));
  }
  if (choices.Chance(25)) limit.each = "项";
  return limit;
}

Policy MakePolicy(Choices& choices) {
  Policy policy;
  policy.span = kWords;
  if (choices.Chance(25)) {
    policy.kind = Policy::Kind::kNoFloor;
  } else {
    policy.same = "同一项工作";
  }
  policy.whole_section = choices.Chance(35);
  return policy;
}

// ---- Tasks and sections ------------------------------------------------------------------------

class SchemeReader {
 public:
  explicit SchemeReader(Scheme& scheme) : scheme_(scheme) {}

  void AddTask(const Bytes& bytes) {
    Choices choices(bytes);
    if (scheme_.sections.empty() || choices.Chance(35)) AddSection(choices);
    Section& section = scheme_.sections.back();
    Task& task = section.tasks.emplace_back();
    task.key = section.key + "." + std::to_string(section.tasks.size());
    task.content.text = choices.Chance(50) ? "工作内容" : "";
    if (choices.Chance(50)) task.responsible.push_back({choices.Pick({"甲处", "乙处"}), {}});
    AddBase(choices, task);
    AddCriterion(choices, section, task);
  }

 private:
  void AddSection(Choices& choices) {
    using Kind = Section::Kind;
    Section& section = scheme_.sections.emplace_back();
    section.key = std::to_string(scheme_.sections.size());
    section.title.text = "第" + section.key + "部分";
    section.kind =
        choices.Pick({Kind::kOrdinary, Kind::kOrdinary, Kind::kOrdinary, Kind::kOrdinary,
                      Kind::kOrdinary, Kind::kIndividual, Kind::kBonus, Kind::kBonus, Kind::kUse});
    if (choices.Chance(30)) section.base = choices.Figure({"10", "5", "30"});
  }

  void AddBase(Choices& choices, Task& task) {
    const int kind = choices.Below(100);
    if (kind < 40) return;
    if (kind >= 85 && !with_base_.empty()) {
      task.base = scheme::Base{std::nullopt, choices.Pick(with_base_)};
      return;
    }
    task.base = scheme::Base{choices.Figure({"5", "10", "3", "2", "1", "0.5", "0"}), {}};
    with_base_.push_back(task.key);
  }

  void AddCriterion(Choices& choices, const Section& section, Task& task) {
    const int kind = choices.Below(100);
    if (kind >= 96) return;
    Criterion& criterion = task.criterion.emplace();
    if (kind >= 88 && !with_criterion_.empty()) {
      criterion.same_as = choices.Pick(with_criterion_);
      return;
    }
    with_criterion_.push_back(task.key);
    criterion.text = "考评标准的文字";
    Rules rules;
    const bool is_bonus_section = section.kind == Section::Kind::kBonus;
    // A limit or a policy may stand alone in its cell.
    const int count = choices.Chance(8) ? 0 : 1 + choices.Below(4);
    for (int i = 0; i < count; ++i) rules.push_back(MakeRule(choices, is_bonus_section));
    MakeGroup(choices, rules);
    MakeAggravations(choices, rules);
    for (std::size_t i = 0; i < rules.size(); ++i) {
      const std::string key = scheme::RuleKey(task.key, i);
      criterion.rules.push_back({key, "id-" + key, std::move(rules[i])});
    }
    for (const int chance : {40, 25}) {
      if (choices.Chance(chance)) criterion.limits.push_back(MakeLimit(choices, rules.size()));
    }
    if (choices.Chance(is_bonus_section ? 60 : 25))
      criterion.policies.push_back(MakePolicy(choices));
  }

  Scheme& scheme_;
  std::vector<std::string> with_base_;
  std::vector<std::string> with_criterion_;
};

Settings ReadSettings(const Bytes& bytes) {
  Choices choices(bytes);
  Settings settings;
  settings.decimals = choices.Pick({2, 2, 1, 0, 6});
  if (choices.Chance(35)) settings.base = choices.Figure({"100", "60", "5", "0"});
  if (choices.Chance(35)) settings.bonus_cap = choices.Figure({"2", "5", "1", "0"});
  if (choices.Chance(40)) settings.part_steps = Settings::PartSteps::kProportional;
  if (choices.Chance(40)) settings.highest = Settings::HighestChoice::kBestTotal;
  return settings;
}

}  // namespace

scheme::Scheme SchemeFrom(const Bytes& settings, const std::vector<Bytes>& tasks) {
  Scheme scheme;
  scheme.title = "考评方案";
  scheme.year = 2017;
  scheme.period = {Date::FromYmd(2017, 1, 1).value(), Date::FromYmd(2017, 12, 31).value()};
  scheme.settings = ReadSettings(settings);
  SchemeReader reader(scheme);
  for (const Bytes& task : tasks) reader.AddTask(task);
  KAOPING_CHECK(scheme::CheckScheme(scheme));
  return scheme;
}

}  // namespace kaoping::score
