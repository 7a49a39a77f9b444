// A sentence that says what was understood is only worth confirming if it means just that: every
// compilation, read back, compiles to itself.

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "rules/compile.h"
#include "rules/ir/json.h"
#include "rules/lex/lex.h"
#include "rules/random_text_test.h"

namespace kaoping::rules {
namespace {

using rc::gen::arbitrary;
using rc::gen::elementOf;
using rc::gen::inRange;

// Words that mean something to the grammar stand among them, since a condition may quote anything.
std::string RandomWords() {
  static const std::vector<std::string> kWords = {
      "会议", "材料",      "未报送",   "没有",   "法治建设", "（党组）", "“一有”",
      "每年", "不少于2次", "扣分",     "国家级", "省",       "完成率",   "90%",
      "以上", "得3分",     "一票否决", "不合格", "以下",     "逾期"};
  std::string text;
  for (const std::string& word :
       *rc::gen::resize(6, rc::gen::container<std::vector<std::string>>(elementOf(kWords)))) {
    text += word;
  }
  return text;
}

std::string RandomUnit() {
  return *elementOf(std::vector<std::string>{"次", "项", "例", "人次", "万元", "国控断面", "亩"});
}

Decimal RandomFigure() { return Decimal::FromMillionths(*inRange(1, 200'000) * 1000); }

When RandomThreshold() {
  When when;
  when.unit = *elementOf(std::vector<std::string>{"%", "次", "分", "万元"});
  switch (*inRange(0, 4)) {
    case 0:
      when.at_least = RandomFigure();
      break;
    case 1:
      when.less_than = RandomFigure();
      break;
    case 2:
      when.at_least = RandomFigure();
      when.less_than = RandomFigure();
      break;
    default:
      when.more_than = RandomFigure();
      when.at_most = RandomFigure();
      break;
  }
  return when;
}

void FillCounter(Rule& rule) {
  const bool rate = rule.trigger == Trigger::kBelow || rule.trigger == Trigger::kAbove;
  rule.per = Decimal::FromInt(*inRange(1, 20));
  rule.unit = rate ? *elementOf(std::vector<std::string>{"%", "百分点", "千分点"}) : RandomUnit();
  if (rule.trigger == Trigger::kMissing) {
    rule.nature = Nature::kDuty;
    if (*arbitrary<bool>()) rule.of = {"计划", "部署", "活动"};
    if (*arbitrary<bool>()) {
      rule.unit.clear();
      rule.per.reset();
    }
  } else if (rule.trigger != Trigger::kEach && rule.trigger != Trigger::kLate &&
             *arbitrary<bool>()) {
    rule.target = RandomFigure();
  }
}

void FillRank(Rule& rule) {
  switch (*inRange(0, 4)) {
    case 0:
      rule.per = Decimal::FromInt(*inRange(1, 5));
      rule.unit = "位次";
      break;
    case 1:
      rule.levels = {{"1", RandomFigure()}, {"2", RandomFigure()}};
      break;
    case 2:
      rule.when = When{};
      rule.when->from = *inRange(1, 5);
      if (*arbitrary<bool>()) rule.when->to = *rule.when->from + *inRange(0, 5);
      break;
    default:
      break;  // 末位
  }
}

void FillWorth(Rule& rule) {
  if (!rule.levels.empty()) return;
  switch (*inRange(0, 4)) {
    case 0:
      rule.range = PointsRange{RandomFigure(), RandomFigure()};
      if (rule.range->max < rule.range->min) std::swap(rule.range->min, rule.range->max);
      break;
    case 1:
      if (rule.trigger == Trigger::kEach || rule.trigger == Trigger::kOccurs) {
        rule.levels = {{"国家", RandomFigure()}, {"省直厅局、市委", RandomFigure()}};
        break;
      }
      [[fallthrough]];
    case 2:
      rule.points = RandomFigure();
      break;
    default:
      break;
  }
}

Consequence RandomConsequence() {
  Consequence consequence;
  switch (*inRange(0, 4)) {
    case 0:
      consequence.grade = "不合格";
      break;
    case 1:
      consequence.lower = *inRange(1, 4);
      break;
    case 2:
      consequence.bar = "评先评优";
      break;
    default:
      consequence.last = true;
      break;
  }
  return consequence;
}

Rule RandomRule() {
  Rule rule;
  rule.effect = *elementOf(std::vector<Effect>{Effect::kDeduct, Effect::kBonus, Effect::kAward,
                                               Effect::kForfeit, Effect::kVeto});
  rule.condition = RandomWords();
  if (rule.effect == Effect::kForfeit || rule.effect == Effect::kVeto) {
    if (*arbitrary<bool>()) rule.when = RandomThreshold();
    rule.nature = *arbitrary<bool>() ? Nature::kDuty : Nature::kIncident;
    if (rule.effect == Effect::kVeto && *arbitrary<bool>()) rule.consequence = RandomConsequence();
    return rule;
  }
  rule.trigger = static_cast<Trigger>(*inRange(0, static_cast<int>(Trigger::kJudged) + 1));
  switch (rule.trigger) {
    case Trigger::kOccurs:
      if (*arbitrary<bool>()) rule.when = RandomThreshold();
      if (*arbitrary<bool>()) rule.nature = Nature::kDuty;
      break;
    case Trigger::kRank:
      FillRank(rule);
      break;
    case Trigger::kRatio:
      if (*arbitrary<bool>()) rule.target = RandomFigure();
      break;
    case Trigger::kJudged:
      break;
    default:
      FillCounter(rule);
      break;
  }
  FillWorth(rule);
  return rule;
}

Compilation RandomCompilation() {
  Compilation compilation;
  const int count = *inRange(1, 6);
  for (int i = 0; i < count; ++i) compilation.rules.push_back(RandomRule());
  if (count >= 2 && *arbitrary<bool>()) {
    compilation.rules[0].one_of = 0;
    compilation.rules[static_cast<std::size_t>(count) - 1].one_of = 0;
  }
  Rule& last = compilation.rules.back();
  const bool can_aggravate =
      count >= 3 && last.effect == Effect::kDeduct && last.levels.empty() && !last.one_of;
  if (can_aggravate && *arbitrary<bool>()) {
    last.on_top_of = 1;
    if (*arbitrary<bool>()) {
      last.times = RandomFigure();
      last.points.reset();
      last.range.reset();
    }
  }
  if (*arbitrary<bool>()) {
    compilation.limits.push_back({RandomFigure(), {0, count - 1}, "", Limit::Scope::kRules, {}});
    if (count == 1) compilation.limits[0].rules = {0};
    if (*arbitrary<bool>()) compilation.limits[0].each = "项";
    if (*arbitrary<bool>()) compilation.limits[0].at_most.reset();
  }
  if (*arbitrary<bool>()) compilation.limits.push_back({{}, {}, "", Limit::Scope::kEveryItem, {}});
  if (*arbitrary<bool>()) {
    compilation.policies.push_back(
        {Policy::Kind::kHighestOnly, *arbitrary<bool>() ? "同一事迹" : "", *arbitrary<bool>(), {}});
  }
  if (*arbitrary<bool>()) compilation.links.push_back({"作风建设和综合绩效考评", {}});
  return compilation;
}

// What the sentences state: everything but where it stood.
nlohmann::ordered_json Stated(Compilation compilation) {
  for (Rule& rule : compilation.rules) rule.span = {};
  for (Limit& limit : compilation.limits) limit.span = {};
  for (Policy& policy : compilation.policies) policy.span = {};
  for (Link& link : compilation.links) link.span = {};
  compilation.diagnostics.clear();
  return nlohmann::ordered_json(compilation);
}

void ExpectSame(const Compilation& compilation) {
  const std::string text = ReadBackText(compilation);
  const auto again = Stated(Compile(text));
  const auto before = Stated(compilation);
  if (again != before) RC_FAIL(text + "\n" + before.dump() + "\n" + again.dump());
}

// A condition that is itself like the number of an item (“1.”) cannot be told from one behind it.
bool OpensWithNumbering(const Compilation& compilation) {
  for (const Rule& rule : compilation.rules) {
    const TokenText tokens = Lex(rule.condition);
    if (tokens.Is(0, Word::kNumbering)) return true;
  }
  return false;
}

TEST(ReadBackTest, OfRandomRulesCompilesToTheSame) {
  EXPECT_TRUE(rc::check("Compile(ReadBackText(c)) == c", [] { ExpectSame(RandomCompilation()); }));
}

TEST(ReadBackTest, OfOneRuleCompilesToIt) {
  EXPECT_TRUE(rc::check("Compile(ReadBack(rule)) == rule", [] {
    Compilation one;
    one.rules.push_back(RandomRule());
    const auto again = Compile(ReadBack(one.rules[0]));
    RC_ASSERT(Stated(again) == Stated(one));
  }));
}

TEST(ReadBackTest, OfWhateverWasCompiledCompilesToTheSame) {
  EXPECT_TRUE(rc::check("Compile(ReadBackText(Compile(text))) == Compile(text)", [] {
    const Compilation compilation = Compile(*RandomText());
    RC_PRE(!OpensWithNumbering(compilation));
    ExpectSame(compilation);
  }));
}

TEST(ReadBackTest, NeedsNoNumberForARuleThatStandsAlone) {
  const Compilation compilation = Compile("未建立健全学法制度的扣1分");
  ASSERT_EQ(compilation.rules.size(), 1U);
  EXPECT_EQ(ReadBack(compilation.rules[0]), "未建立健全学法制度：不论次数，扣1分（应办事项）。");
}

}  // namespace
}  // namespace kaoping::rules
