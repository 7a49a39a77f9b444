#include "rules/readback/readback.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/check.h"

namespace kaoping::rules {
namespace {

std::string Figure(Decimal value) { return value.ToString(); }

const char* Verb(Effect effect) {
  switch (effect) {
    case Effect::kDeduct:
      return "扣";
    case Effect::kBonus:
      return "加";
    case Effect::kAward:
      return "得";
    case Effect::kForfeit:
    case Effect::kVeto:
      return "";
  }
  KAOPING_CHECK(false);
}

std::string LevelList(const Rule& rule) {
  std::string list;
  for (const Level& level : rule.levels) {
    list += fmt::format("{}{}{}分", list.empty() ? "" : "、", level.name, Figure(level.points));
  }
  return list;
}

std::string Target(const Rule& rule, std::string_view words) {
  if (!rule.target) return "（应达到的数量未写明）";
  const bool rate = rule.trigger == Trigger::kBelow || rule.trigger == Trigger::kAbove;
  return fmt::format("（{}{}{}）", words, Figure(*rule.target), rate ? "%" : rule.unit);
}

std::string RuleNumbers(const std::vector<int>& rules) {
  std::string text;
  for (const int rule : rules) text += fmt::format("{}{}", text.empty() ? "" : "、", rule + 1);
  return text;
}

}  // namespace

std::string ReadBackWorth(const Rule& rule) {
  if (rule.effect == Effect::kForfeit) return "本项不得分";
  if (rule.effect == Effect::kVeto) {
    const Consequence consequence = rule.consequence.value_or(Consequence{});
    if (!consequence.grade.empty()) return "定为" + consequence.grade;
    if (consequence.lower) return fmt::format("降低{}个等次", *consequence.lower);
    if (!consequence.bar.empty()) return fmt::format("取消{}资格", consequence.bar);
    return consequence.last ? "列末位" : "一票否决";
  }
  const std::string verb = std::string(rule.on_top_of ? "再" : "") + Verb(rule.effect);
  if (rule.times) {
    return fmt::format("按{}倍{}分", Figure(*rule.times), Verb(rule.effect));
  }
  if (!rule.levels.empty()) return fmt::format("按级别{}：{}", verb, LevelList(rule));
  if (rule.range) {
    return fmt::format("{}{}至{}分", verb, Figure(rule.range->min), Figure(rule.range->max));
  }
  if (rule.points) return fmt::format("{}{}分", verb, Figure(*rule.points));
  if (rule.trigger == Trigger::kJudged) return fmt::format("{}分（分值范围未定）", verb);
  return rule.effect == Effect::kAward ? "得本项满分" : fmt::format("{}分（分值未定）", verb);
}

std::string ReadBackStep(const Rule& rule) {
  if (rule.unit == "百分点") return Figure(rule.Per()) + "个百分点";
  return Figure(rule.Per()) + (rule.unit.empty() ? "次" : rule.unit);
}

std::string ReadBackCount(const Rule& rule) {
  switch (rule.trigger) {
    case Trigger::kOccurs:
      return "";
    case Trigger::kEach:
      return fmt::format("每{}", ReadBackStep(rule));
    case Trigger::kShort:
      return fmt::format("每少{}{}", ReadBackStep(rule), Target(rule, "应有"));
    case Trigger::kOver:
      return fmt::format("每多{}{}", ReadBackStep(rule), Target(rule, "限"));
    case Trigger::kBelow:
      return fmt::format("每低{}{}", ReadBackStep(rule), Target(rule, "应达"));
    case Trigger::kAbove:
      return fmt::format("每高{}{}", ReadBackStep(rule), Target(rule, "以"));
    case Trigger::kMissing:
      return rule.of.empty() ? "每缺一项" : fmt::format("{}，每缺一项", fmt::join(rule.of, "、"));
    case Trigger::kLate:
      return fmt::format("每逾期{}", ReadBackStep(rule));
    case Trigger::kRank:
      return rule.per ? fmt::format("名次每后退{}位", Figure(rule.Per())) : "按名次";
    case Trigger::kRatio:
      return "按完成比例";
    case Trigger::kJudged:
      return "由人裁量";
  }
  KAOPING_CHECK(false);
}

std::string ReadBack(const When& when) {
  std::string text;
  const auto add = [&](const std::optional<Decimal>& figure, const char* before,
                       const char* after) {
    if (!figure) return;
    text += fmt::format("{}{}{}{}{}", text.empty() ? "" : "且", before, Figure(*figure), when.unit,
                        after);
  };
  add(when.at_least, "", "以上");
  add(when.more_than, "超过", "");
  add(when.at_most, "", "以下");
  add(when.less_than, "不足", "");
  if (when.from && when.to && *when.from != *when.to) {
    text += fmt::format("第{}至{}名", *when.from, *when.to);
  } else if (when.from) {
    text += fmt::format("第{}名", *when.from);
  }
  return text;
}

std::string ReadBack(const Rule& rule) {
  std::string text = rule.condition;
  if (!text.empty()) text += "：";
  if (rule.when) text += ReadBack(*rule.when) + "，";
  const std::string counted = ReadBackCount(rule);
  text += counted;
  // 每低1个百分点（应达95%），扣0.5分: a bracket asks for a comma.
  if (counted.ends_with("）") || rule.trigger == Trigger::kJudged) text += "，";
  text += ReadBackWorth(rule);
  if (rule.on_top_of) text += fmt::format("（加重第{}项）", *rule.on_top_of + 1);
  return text + "。";
}

std::string ReadBack(const Limit& limit) {
  std::string what;
  switch (limit.scope) {
    case Limit::Scope::kRules:
      what = fmt::format("第{}项", RuleNumbers(limit.rules));
      break;
    case Limit::Scope::kSection:
      what = "本部分各项";
      break;
    case Limit::Scope::kScheme:
      what = "全部各项";
      break;
    case Limit::Scope::kEveryItem:
      what = "每一项";
      break;
  }
  if (!limit.each.empty()) what += fmt::format("，每{}", limit.each);
  if (!limit.at_most) return fmt::format("{}的扣分以本项分值为限，扣完为止。", what);
  return fmt::format("{}累计不超过{}分。", what, Figure(*limit.at_most));
}

std::string ReadBack(const Policy& policy) {
  if (policy.kind == Policy::Kind::kNoFloor) return "扣分不保底，可以出现负分。";
  return fmt::format("{}只按得分最高的一次计算{}。",
                     policy.same.empty() ? "同一项工作" : policy.same,
                     policy.whole_section ? "，适用于整个部分" : "");
}

std::string ReadBack(const Link& link) { return fmt::format("结果与{}挂钩。", link.to); }

}  // namespace kaoping::rules
