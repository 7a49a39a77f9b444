#include "score/boundary_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "base/check.h"
#include "score/words.h"

namespace kaoping::score {
namespace {

using rules::Effect;
using rules::Rule;
using rules::Trigger;

// A word that denies and the one that affirms. Those of which the opposite depends on what follows
// name it: 没有建立 is 已建立, but 没有内容 is not 已内容.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kOpposites = {{
    {"没有建立", "已建立"},
    {"没有按", "已按"},
    {"没有在", "已在"},
    {"没有制定", "已制定"},
    {"中无", "中有"},
    {"未", "已"},
}};
// Any more of these, or a state that only begins so, and one word is not enough.
constexpr std::array<std::string_view, 10> kDenials = {"未", "没有", "无", "不", "非",
                                                       "缺", "少",   "但", "而", "或"};

int CountDenials(std::string_view text) {
  int count = 0;
  for (const std::string_view denial : kDenials) {
    for (auto at = text.find(denial); at != text.npos; at = text.find(denial, at + 1)) ++count;
  }
  return count;
}

std::string NothingOfTheKind(Effect effect) {
  return effect == Effect::kAward ? "没有做到" : "没有这种情形";
}

std::string StateInWords(const Rule& rule, bool holds, const Variant& variant) {
  if (!holds) {
    const std::string opposite = OppositeOf(rule.condition);
    return opposite.empty() ? NothingOfTheKind(rule.effect) : opposite;
  }
  std::string text = rule.condition;
  if (text.empty()) text = rule.effect == Effect::kAward ? "做到" : "有这种情形";
  return variant.level.empty() ? text : fmt::format("{}（{}）", text, variant.level);
}

std::string FigureInWords(const Rule& rule, Decimal figure) {
  if (rule.trigger == Trigger::kShort) return "实有" + Counted(figure, rule);
  if (CountsRate(rule)) return fmt::format("实绩{}%", Number(figure));
  if (rule.trigger == Trigger::kOver) return "实有" + Counted(figure, rule);
  const std::string& unit = rule.when && !rule.when->unit.empty() ? rule.when->unit : rule.unit;
  return fmt::format("实绩{}{}", Number(figure), unit);
}

std::string AbsentInWords(const Rule& rule, Decimal figure) {
  if (figure.IsZero()) {
    return rule.of.empty() ? "一项不缺" : fmt::format("{}齐全", fmt::join(rule.of, "、"));
  }
  if (rule.of.empty()) return "缺" + Counted(figure, rule);
  const std::vector<std::string> absent(rule.of.end() - figure.Floor(), rule.of.end());
  return fmt::format("缺{}", fmt::join(absent, "、"));
}

std::string MovedInWords(const Rule& rule, Decimal figure) {
  if (figure.IsZero()) return "名次没有变化";
  return fmt::format("名次{}{}位", SignOf(rule.effect) < 0 ? "后退" : "前进", Number(figure));
}

// “扣1分”, “不扣分”.
std::string AmountInWords(Points amount, std::string_view verb) {
  if (amount.IsZero()) return fmt::format("不{}分", verb);
  return fmt::format("{}{}", verb, InPoints(amount.IsNegative() ? -amount : amount));
}

// “少扣1分”, “扣分不变”.
std::string MitigationInWords(Points amount, std::string_view verb) {
  if (amount.IsZero()) return fmt::format("{}分不变", verb);
  return fmt::format("少{}", AmountInWords(amount, verb));
}

// What `rule` does to what it stands on.
std::string_view VerbOn(const Rule& rule) { return IsMitigation(rule) ? "减轻" : "加重"; }

std::string GroupInWords(const Group& group, Points points) {
  if (group.has_award) return "得" + InPoints(points);
  if (points.IsZero()) return InPoints(points);
  return fmt::format("{}{}", points.IsNegative() ? "扣" : "加",
                     InPoints(points.IsNegative() ? -points : points));
}

std::string RuleInWords(const Rule& rule, const Answer& answer) {
  switch (rule.effect) {
    case Effect::kDeduct:
      if (IsMitigation(rule)) return MitigationInWords(answer.amount, "扣");
      return AmountInWords(answer.amount, rule.on_top_of ? "再扣" : "扣");
    case Effect::kBonus:
      if (IsMitigation(rule)) return MitigationInWords(answer.amount, "加");
      return AmountInWords(answer.amount, rule.on_top_of ? "再加" : "加");
    case Effect::kAward:
      if (IsMitigation(rule)) return MitigationInWords(answer.amount, "得");
      return AmountInWords(answer.amount, "得");
    case Effect::kForfeit:
      if (!answer.applies) return "照常得分";
      if (answer.amount.IsZero()) return "本项不得分";
      return fmt::format("本项不得分，失去{}", InPoints(-answer.amount));
    case Effect::kVeto:
      if (!answer.applies) return "照常评定";
      return WordsOf(rule.consequence.value_or(rules::Consequence{}));
  }
  KAOPING_CHECK(false);
}

}  // namespace

std::string OppositeOf(std::string_view condition) {
  if (CountDenials(condition) != 1) return "";
  for (const auto& [denial, affirmation] : kOpposites) {
    const auto at = condition.find(denial);
    if (at == condition.npos) continue;
    return fmt::format("{}{}{}", condition.substr(0, at), affirmation,
                       condition.substr(at + denial.size()));
  }
  return "";
}

std::string GivenInWords(const Plan& plan, const Probe& probe, Decimal figure,
                         const Variant& variant) {
  const Rule& rule = plan.Rule(probe.rule()).rule();
  std::string text;
  switch (probe.axis()) {
    case Axis::kState:
      text = StateInWords(rule, figure.IsPositive(), variant);
      break;
    case Axis::kCount:
      text = variant.level + Counted(figure, rule);
      break;
    case Axis::kOneWork:
      text = "同一项上" + variant.level + Counted(figure, rule);
      break;
    case Axis::kFigure:
      text = FigureInWords(rule, figure);
      break;
    case Axis::kAbsent:
      text = AbsentInWords(rule, figure);
      break;
    case Axis::kDelay:
      text = figure.IsZero() ? "没有逾期" : "逾期" + Counted(figure, rule);
      break;
    case Axis::kPlace:
      text = fmt::format("第{}名", Number(figure));
      break;
    case Axis::kMoved:
      text = MovedInWords(rule, figure);
      break;
    case Axis::kLast:
      text = fmt::format("共{}个，排第{}名", kRanked, Number(figure));
      break;
    case Axis::kDecision:
      text = fmt::format("定为{}", InPoints(figure));
      break;
  }
  if (variant.points) text += fmt::format("，定为{}", InPoints(*variant.points));
  return text;
}

std::string ResultInWords(const Plan& plan, int rule, const Answer& answer) {
  std::string text = RuleInWords(plan.Rule(rule).rule(), answer);
  if (!answer.cut_by.empty()) text += "（已到限额）";
  const Group* const group = plan.GroupOf(rule);
  if (group == nullptr || answer.of_group == answer.amount) return text;
  return fmt::format("{}（同组合计{}）", text, GroupInWords(*group, answer.of_group));
}

std::string WithoutBaseInWords(const Plan& plan, int rule, const std::string& given) {
  return fmt::format("{}，而没有它所{}的情形", given, VerbOn(plan.Rule(rule).rule()));
}

std::string PremiseInWords(const Plan& plan, const Probe& probe, bool needs_awards) {
  std::string text;
  if (const auto below = plan.Rule(probe.rule()).on_top_of) {
    text = fmt::format("设它所{}的第{}项同样发生", VerbOn(plan.Rule(probe.rule()).rule()),
                       plan.Rule(*below).ref.index + 1);
  }
  if (needs_awards) text += fmt::format("{}设本项应得的分都已得到", text.empty() ? "" : "，");
  return text;
}

}  // namespace kaoping::score
