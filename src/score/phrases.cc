#include "score/phrases.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <vector>

#include "base/check.h"
#include "score/words.h"

namespace kaoping::score {
namespace {

using rules::Effect;

const char* NameOf(Reading reading) {
  switch (reading) {
    case Reading::kConfirmed:
      return "认定";
    case Reading::kClaimed:
      return "申报";
    case Reading::kProjected:
      return "预计";
  }
  KAOPING_CHECK(false);
}

// 扣, 加, 得: what the effect does with points.
const char* VerbOf(Effect effect) {
  switch (effect) {
    case Effect::kDeduct:
    case Effect::kForfeit:
      return "扣";
    case Effect::kBonus:
      return "加";
    case Effect::kAward:
    case Effect::kVeto:
      return "得";
  }
  KAOPING_CHECK(false);
}

// “所减轻的一项少扣1分”
std::string Lessening(const PlannedRule& planned, Points lessens) {
  return fmt::format("所减轻的一项少{}{}", VerbOf(planned.rule().effect), InPoints(lessens));
}

// “−2分”, or “−2分，减轻1分后−1分” where a mitigation took some off.
std::string Outcome(Effect effect, Points worth, Points lessened) {
  if (lessened.IsZero()) return SignedPoints(Signed(effect, worth));
  return fmt::format("{}，减轻{}后{}", SignedPoints(Signed(effect, worth + lessened)),
                     InPoints(lessened), SignedPoints(Signed(effect, worth)));
}

// The arithmetic of several events of one rule, those of one worth together: “2项 × 1分 + 1项 ×
// 0.2分 = +2.2分”.
std::string SumOfEvents(const PlannedRule& planned, const std::vector<const Entry*>& counting) {
  std::map<Points, Decimal, std::greater<>> steps;
  Points sum;
  Points lessened;
  Points lessens;
  for (const Entry* entry : counting) {
    steps[entry->each.value_or(Points())] += entry->steps;
    sum += entry->worth;
    lessened += entry->lessened;
    lessens += entry->lessens;
  }
  if (lessens.IsPositive()) return Lessening(planned, lessens);
  std::string terms;
  for (const auto& [each, count] : steps) {
    terms += fmt::format("{}{} × {}", terms.empty() ? "" : " + ", Counted(count, planned.rule()),
                         InPoints(each));
  }
  return fmt::format("{} = {}", terms, Outcome(planned.rule().effect, sum, lessened));
}

std::string WhyNothingCounts(const RuleTally& own) {
  for (const Entry& entry : own.entries) {
    if (!entry.Counts()) return entry.aside;
  }
  return "没有要计的，0分";
}

// “累计不超过2分”; the figure of a limit on every item differs from item to item.
std::string LimitInWords(const Plan& plan, const Cutting& cutting) {
  std::optional<Points> most;
  for (const PlannedLimit& limit : plan.limits) {
    if (cutting.by != "limit " + limit.name) continue;
    if (most && most != limit.at_most) return "以本项分值为限";
    most = limit.at_most;
  }
  return most ? fmt::format("不超过{}", InPoints(*most)) : "有限额";
}

// What a fact that counts nowhere says.
std::string WhatItSays(const rules::Rule& rule, const Fact& fact) {
  if (fact.applies) return *fact.applies ? "适用" : "不适用";
  if (fact.value) return fmt::format("实有{}", Counted(*fact.value, rule));
  if (fact.add) return fmt::format("增加{}", Counted(*fact.add, rule));
  if (fact.present) {
    return fact.present->empty() ? "一项也没有"
                                 : fmt::format("已有{}", fmt::join(*fact.present, "、"));
  }
  if (fact.missing) return fmt::format("缺{}项", *fact.missing);
  if (fact.late) return fmt::format("逾期{}", Counted(*fact.late, rule));
  if (fact.place) return fmt::format("第{}名", *fact.place);
  if (fact.count) return Counted(*fact.count, rule);
  return "一条记录";
}

}  // namespace

std::string Phrases::Amount(Points amount) const { return SignedPoints(amount); }

std::string Phrases::Total(const Scorecard& card, const Tally& tally) const {
  if (!card.evaluated)
    return fmt::format("未评：{}口径下还没有可以计分的记录", NameOf(card.reading));
  Points awarded;
  Points base = tally.scheme_base;
  for (const ItemTally& item : tally.items) base += item.base;
  for (std::size_t i = 0; i < plan_.rules.size(); ++i) {
    if (plan_.rules[i].rule().effect == Effect::kAward) awarded += CountedOf(tally.rules[i]);
  }
  std::string parts;
  const auto add = [&parts](const char* verb, Points points) {
    if (points.IsZero()) return;
    parts += fmt::format("{}{}{}", parts.empty() ? "" : "，", verb, InPoints(points));
  };
  add("基础分", base);
  add("得", awarded);
  add("扣", card.deducted);
  add("加", card.bonus);
  if (parts.empty()) parts = "没有加减";
  return fmt::format("{}{}（{}口径）：{}{}", card.net ? "净加减分" : "总分", InPoints(card.total),
                     NameOf(card.reading), parts, card.net ? "；方案没有基础分" : "");
}

std::string Phrases::Task(const scheme::Task& task, Points amount) const {
  const std::string& words =
      task.content.text.empty() && task.criterion ? task.criterion->text : task.content.text;
  return fmt::format("{}：{}", words.empty() ? task.key : words, SignedPoints(amount));
}

std::string Phrases::Group(const score::Group& group, Points amount) const {
  return fmt::format("{}：{}",
                     group.has_award ? "这一组是得分减去扣分，减到0为止" : "这一组只取其一",
                     SignedPoints(amount));
}

std::string Phrases::Rule(const PlannedRule& planned, const RuleTally& own) const {
  const rules::Rule& rule = planned.rule();
  const std::string words = rule.condition.empty() ? "" : rule.condition + "：";
  if (!own.Applies()) return fmt::format("{}不适用（{}）", words, own.not_applicable->note);
  if (own.lacks_figure) return words + "没有写明计分所需的数，记录了也不计分，须先由人确定";
  std::vector<const Entry*> counting;
  for (const Entry& entry : own.entries) {
    if (entry.Counts()) counting.push_back(&entry);
  }
  const std::string silence = own.is_open && !counting.empty() ? "还没有记录，到期末仍没有即" : "";
  if (counting.empty()) {
    if (own.is_unbounded) return words + "还没有记录，得失未定";
    return words + (own.is_open ? "还没有记录，未评" : WhyNothingCounts(own));
  }
  std::string text = words + silence;
  if (counting.size() == 1 || rule.effect == Effect::kForfeit || rule.effect == Effect::kVeto) {
    text += Event(planned, *counting.front());
  } else {
    text += SumOfEvents(planned, counting);
  }
  const Points counted = CountedOf(own);
  if (counted != WorthOf(own) && rule.effect != Effect::kForfeit) {
    text += fmt::format("，受限后{}", SignedPoints(Signed(rule.effect, counted)));
  }
  return text;
}

std::string Phrases::Event(const PlannedRule& planned, const Entry& entry) const {
  const rules::Rule& rule = planned.rule();
  std::string text;
  if (rule.effect == Effect::kVeto) {
    text = "成立：" + WordsOf(rule.consequence.value_or(rules::Consequence{}));
  } else if (rule.effect == Effect::kForfeit) {
    text = fmt::format("成立：不得分，{}", SignedPoints(-entry.counted));
  } else if (entry.lessens.IsPositive()) {
    text = fmt::format("{}，{}", entry.words, Lessening(planned, entry.lessens));
  } else if (!entry.each) {
    text = entry.words + "，没有写明分值，不计";
  } else {
    text = fmt::format("{} × {} = {}", entry.words, InPoints(*entry.each),
                       Outcome(rule.effect, entry.worth, entry.lessened));
  }
  return entry.Counts() ? text : fmt::format("{}；{}", text, entry.aside);
}

std::string Phrases::Cut(const PlannedRule& planned, const Cutting& cutting) const {
  const std::string less =
      fmt::format("少{}{}", VerbOf(planned.rule().effect), InPoints(cutting.amount));
  if (cutting.by.starts_with("floor ")) return "扣到本项得分为0为止，" + less;
  if (cutting.by.starts_with("award ")) return "扣到这一组得分为0为止，" + less;
  if (cutting.by.starts_with("base ")) return "从超过本项基础分、本来不计的得分里扣，" + less;
  if (cutting.by == "limit bonus_cap") return fmt::format("加分有总的上限，{}", less);
  return fmt::format("{}，{}", LimitInWords(plan_, cutting), less);
}

std::string Phrases::Mention(const PlannedRule& planned, const Fact& fact,
                             const std::string& remark) const {
  const std::string says = WhatItSays(planned.rule(), fact);
  return remark.empty() ? says : fmt::format("{}（{}）", says, remark);
}

std::string Phrases::Record(const DatedFact& dated, std::string words) const {
  if (dated.fact == nullptr) return words;
  const Fact& fact = *dated.fact;
  std::string particulars;
  const auto add = [&particulars](std::string_view label, std::string_view value) {
    if (value.empty()) return;
    particulars += fmt::format("{}{}{}", particulars.empty() ? "" : "；", label, value);
  };
  if (fact.status == FactStatus::kClaimed) add("", "待核实");
  add("", fact.office);
  add("备注：", fact.note);
  const std::string day =
      fact.on ? MonthAndDay(*fact.on, plan_.scheme->period.from.Year()) + "：" : "";
  return fmt::format("{}{}{}", day, words,
                     particulars.empty() ? "" : fmt::format("（{}）", particulars));
}

}  // namespace kaoping::score
