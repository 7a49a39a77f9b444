#include "score/check_fact.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/check.h"

namespace kaoping::score {
namespace {

using rules::Effect;
using rules::Rule;
using rules::Trigger;

Error Refuse(const Fact& fact, std::string_view code, std::string_view field, std::string_view zh,
             std::string_view en) {
  const Message name = NameOf(fact);
  return MakeError(ErrorKind::kInvalid, code,
                   {fmt::format("{}：{}", name.zh, zh), fmt::format("{}: {}", name.en, en)}, field);
}

Error DoesNotBelong(const Fact& fact, std::string_view field, std::string_view accepted_zh,
                    std::string_view accepted_en) {
  return Refuse(fact, "fact-field", field,
                fmt::format("字段 {} 不适用于这条规则，请删去；这条规则用{}", field, accepted_zh),
                fmt::format("field {} does not belong to this rule, which takes {}: remove it",
                            field, accepted_en));
}

Error Needs(const Fact& fact, std::string_view field, std::string_view zh, std::string_view en) {
  return Refuse(fact, "fact-field", field, fmt::format("缺少字段 {}：请写明{}", field, zh),
                fmt::format("field {} is missing: say {}", field, en));
}

// ---- Which fields a rule takes -----------------------------------------------------------------

bool IsUnderLimitPerWork(const Plan& plan, int rule) {
  return std::any_of(plan.limits.begin(), plan.limits.end(), [rule](const PlannedLimit& limit) {
    return limit.stage == PlannedLimit::Stage::kEachWork &&
           std::find(limit.rules.begin(), limit.rules.end(), rule) != limit.rules.end();
  });
}

bool IsUnderHighestOnly(const Plan& plan, int rule) {
  return std::any_of(plan.highest.begin(), plan.highest.end(), [rule](const PlannedPolicy& policy) {
    return std::find(policy.rules.begin(), policy.rules.end(), rule) != policy.rules.end();
  });
}

bool TakesWork(const Plan& plan, int rule) {
  return plan.Rule(rule).rule().effect == Effect::kBonus || IsUnderLimitPerWork(plan, rule) ||
         IsUnderHighestOnly(plan, rule);
}

bool TakesCase(Effect effect) {
  return effect == Effect::kDeduct || effect == Effect::kForfeit || effect == Effect::kVeto;
}

bool TakesHolds(const Rule& rule) {
  return rule.trigger == Trigger::kOccurs || rule.effect == Effect::kForfeit ||
         rule.effect == Effect::kVeto || rule.effect == Effect::kAward;
}

// The fields that say what happened under a rule of this plan.
std::set<std::string_view> FieldsOf(const Plan& plan, int index) {
  const Rule& rule = plan.Rule(index).rule();
  const Group* const group = plan.GroupOf(index);
  std::set<std::string_view> fields;
  if (TakesHolds(rule)) fields.insert("holds");
  if (rule.trigger == Trigger::kEach) fields.insert("count");
  if (TakesFigure(plan, index)) fields.insert({"value", "add"});
  if (rule.trigger == Trigger::kMissing) fields.insert("missing");
  if (rule.trigger == Trigger::kMissing && !rule.of.empty()) fields.insert("present");
  if (rule.trigger == Trigger::kLate) fields.insert("late");
  if (rule.trigger == Trigger::kRank || (group != nullptr && group->shares_place)) {
    fields.insert({"place", "of", "from_place"});
  }
  if (IsDecided(rule)) fields.insert("points");
  if (!rule.levels.empty()) fields.insert("level");
  if (TakesWork(plan, index)) fields.insert("work");
  if (TakesCase(rule.effect)) fields.insert("case");
  return fields;
}

Status CheckFieldsBelong(const Plan& plan, int rule, const Fact& fact) {
  const std::set<std::string_view> accepted = FieldsOf(plan, rule);
  for (const std::string_view field : EventFields(fact)) {
    if (accepted.contains(field)) continue;
    std::string zh;
    std::string en;
    for (const std::string_view name : accepted) {
      zh += fmt::format("{}{}", zh.empty() ? " " : "、", name);
      en += fmt::format("{}{}", en.empty() ? "" : ", ", name);
    }
    return DoesNotBelong(fact, field, accepted.empty() ? "不带这类字段的事实" : zh,
                         accepted.empty() ? "none of this kind" : en);
  }
  return Ok();
}

// ---- What a fact must say ----------------------------------------------------------------------

Status CheckOneOf(const Fact& fact, bool first, std::string_view first_name, bool second,
                  std::string_view second_name) {
  if (!first || !second) return Ok();
  return Refuse(
      fact, "fact-field", second_name,
      fmt::format("{0} 和 {1} 只能写一个，请删去 {1}", first_name, second_name),
      fmt::format("{0} and {1} exclude one another: remove {1}", first_name, second_name));
}

Status CheckRankIsTold(const Rule& rule, const Fact& fact) {
  if (!fact.place) return Needs(fact, "place", "名次", "the place in the ranking");
  if (fact.of && *fact.place > *fact.of) {
    return Refuse(fact, "fact-range", "place",
                  fmt::format("名次第{}名超出了参加排名的{}个，请核对", *fact.place, *fact.of),
                  fmt::format("place {} is beyond the {} that were ranked: check both", *fact.place,
                              *fact.of));
  }
  switch (RankKindOf(rule)) {
    case RankKind::kPlace:
      return Ok();
    case RankKind::kPlacesLost:
      if (!fact.from_place) return Needs(fact, "from_place", "上年名次", "last year's place");
      return Ok();
    case RankKind::kLast:
      if (!fact.of) return Needs(fact, "of", "共有几个参加排名", "among how many");
      return Ok();
  }
  KAOPING_CHECK(false);
}

// Whether the fact says only that nothing of the kind was so.
bool DeniesIt(const Fact& fact) { return fact.holds && !*fact.holds; }

Status CheckFigureIsTold(const Rule& rule, const Fact& fact) {
  const bool has_figure = fact.value || fact.add;
  switch (rule.trigger) {
    case Trigger::kShort:
    case Trigger::kOver:
    case Trigger::kBelow:
    case Trigger::kAbove:
    case Trigger::kRatio:
      if (!has_figure) return Needs(fact, "value", "到这一天的数", "the figure as of that day");
      return Ok();
    case Trigger::kMissing:
      if (!has_figure && !fact.present && !fact.missing) {
        return Needs(fact, rule.of.empty() ? "missing" : "present",
                     rule.of.empty() ? "缺几项" : "已有哪几项",
                     rule.of.empty() ? "how many are absent" : "which components exist");
      }
      return Ok();
    case Trigger::kLate:
      if (!has_figure && !fact.late) return Needs(fact, "late", "迟了多久", "how late it was");
      return Ok();
    case Trigger::kRank:
      // Where a person decides the points, the place need not be told.
      if (has_figure || rule.range) return Ok();
      return CheckRankIsTold(rule, fact);
    case Trigger::kOccurs:
    case Trigger::kEach:
    case Trigger::kJudged:
      return Ok();
  }
  KAOPING_CHECK(false);
}

bool NeedsLevel(const Rule& rule) { return !rule.levels.empty() && rule.trigger != Trigger::kRank; }

std::string LevelNames(const Rule& rule) {
  std::string names;
  for (const rules::Level& level : rule.levels) {
    names += fmt::format("{}{}", names.empty() ? "" : "、", level.name);
  }
  return names;
}

Status CheckWorthIsTold(const Plan& plan, int index, const Fact& fact) {
  const Rule& rule = plan.Rule(index).rule();
  if (fact.value || fact.add) return Ok();  // of a tier: which of its rules hold is not known yet
  if (NeedsLevel(rule) && fact.level.empty()) {
    return Needs(fact, "level", fmt::format("级别（{}）", LevelNames(rule)),
                 fmt::format("one of the levels {}", LevelNames(rule)));
  }
  if (!IsDecided(rule) || fact.points) return Ok();
  const std::optional<rules::PointsRange> range = DecidableRange(plan, index);
  if (!range) return Ok();  // CheckPoints says that a range must be set first
  return Needs(
      fact, "points",
      fmt::format("决定的分数（{}至{}分）", range->min.ToString(), range->max.ToString()),
      fmt::format("the points decided, {} to {}", range->min.ToString(), range->max.ToString()));
}

// ---- Ranges ------------------------------------------------------------------------------------

Error OutOfRange(const Fact& fact, std::string_view field, std::string_view zh,
                 std::string_view en) {
  return Refuse(fact, "fact-range", field, fmt::format("字段 {} 应{}，请核对", field, zh),
                fmt::format("field {} must {}: check it", field, en));
}

Status CheckNotNegative(const Fact& fact, std::string_view field,
                        const std::optional<Decimal>& figure) {
  if (!figure || !figure->IsNegative()) return Ok();
  return OutOfRange(fact, field, "不小于 0", "be 0 or more");
}

Status CheckCounts(const Plan& plan, int index, const Fact& fact) {
  const Rule& rule = plan.Rule(index).rule();
  KAOPING_TRY_STATUS(CheckNotNegative(fact, "count", fact.count));
  KAOPING_TRY_STATUS(CheckNotNegative(fact, "late", fact.late));
  // Growth can be negative; a number of meetings or a share of the work done cannot.
  if (rule.trigger == Trigger::kShort || rule.trigger == Trigger::kRatio) {
    KAOPING_TRY_STATUS(CheckNotNegative(fact, "value", fact.value));
    KAOPING_TRY_STATUS(CheckNotNegative(fact, "add", fact.add));
  }
  if (!fact.work.empty() && fact.count && *fact.count != Decimal::FromInt(1)) {
    return OutOfRange(fact, "count", "为 1（写明了 work 的，一条事实是一项工作）",
                      "be 1, since a fact with a work is one piece of work");
  }
  return Ok();
}

Status CheckPlaces(const Fact& fact) {
  for (const auto& [field, place] : {std::pair("place", fact.place), std::pair("of", fact.of),
                                     std::pair("from_place", fact.from_place)}) {
    if (place && *place < 1) return OutOfRange(fact, field, "从 1 起", "be 1 or more");
  }
  return Ok();
}

Status CheckComponents(const Rule& rule, const Fact& fact) {
  const int all = static_cast<int>(rule.of.size());
  if (fact.missing && all > 0 && *fact.missing > all) {
    return OutOfRange(fact, "missing", fmt::format("不大于 {}（一共只有这么多项）", all),
                      fmt::format("be at most {}, which is all there are", all));
  }
  for (const std::string& name : fact.present.value_or(std::vector<std::string>())) {
    if (std::find(rule.of.begin(), rule.of.end(), name) != rule.of.end()) continue;
    return Refuse(
        fact, "fact-range", "present",
        fmt::format("没有名为“{}”的一项，应是{}中的", Excerpt(name), fmt::join(rule.of, "、")),
        fmt::format("there is no component \"{}\"; they are {}", Excerpt(name),
                    fmt::join(rule.of, ", ")));
  }
  return Ok();
}

Status CheckPoints(const Plan& plan, int index, const Fact& fact) {
  if (!IsDecided(plan.Rule(index).rule()) || DeniesIt(fact) || fact.value || fact.add) return Ok();
  const std::optional<rules::PointsRange> range = DecidableRange(plan, index);
  if (!range) {
    return Refuse(fact, "fact-range", "points", "这条规则还没有定分值范围，请先定范围再记录",
                  "this rule has no range of points yet: set one first");
  }
  if (!fact.points || (range->min <= *fact.points && *fact.points <= range->max)) return Ok();
  return OutOfRange(
      fact, "points", fmt::format("在{}至{}分之间", range->min.ToString(), range->max.ToString()),
      fmt::format("lie between {} and {}", range->min.ToString(), range->max.ToString()));
}

Status CheckLevel(const Rule& rule, const Fact& fact) {
  if (fact.level.empty()) return Ok();
  const bool known = std::any_of(rule.levels.begin(), rule.levels.end(),
                                 [&fact](const auto& level) { return level.name == fact.level; });
  if (known) return Ok();
  return Refuse(
      fact, "fact-range", "level",
      fmt::format("没有“{}”这一级，应是{}中的一级", Excerpt(fact.level), LevelNames(rule)),
      fmt::format("there is no level \"{}\"; the levels are {}", Excerpt(fact.level),
                  LevelNames(rule)));
}

// ---- Whole facts -------------------------------------------------------------------------------

Status CheckDay(const Plan& plan, const Fact& fact) {
  const scheme::Period& period = plan.scheme->period;
  if (!fact.on || period.Contains(*fact.on) || !fact.note.empty()) return Ok();
  return Refuse(
      fact, "fact-period", "on",
      fmt::format("{}不在考评期内（{}至{}），请核对日子，或在 note 里写明为什么算在本期",
                  fact.on->ToChinese(), period.from.ToChinese(), period.to.ToChinese()),
      fmt::format("{} lies outside the period ({} to {}): check the day, or say in the note why it "
                  "belongs to this period",
                  fact.on->ToString(), period.from.ToString(), period.to.ToString()));
}

Status CheckApplies(const Fact& fact) {
  if (!fact.applies) return Ok();
  if (!*fact.applies && fact.note.empty()) {
    return Refuse(fact, "fact-note", "note", "标为不适用须写明理由，请填写 note",
                  "不适用 (does not apply) needs its reason: fill in the note");
  }
  const std::vector<std::string_view> event = EventFields(fact);
  if (event.empty()) return Ok();
  return Refuse(fact, "fact-field", event.front(),
                fmt::format("写明是否适用的事实不能同时写 {}，请分成两条", event.front()),
                fmt::format("a fact that says whether the rule applies cannot say {} too: make "
                            "two facts of it",
                            event.front()));
}

Status CheckEvent(const Plan& plan, int index, const Fact& fact) {
  const Rule& rule = plan.Rule(index).rule();
  KAOPING_TRY_STATUS(CheckFieldsBelong(plan, index, fact));
  KAOPING_TRY_STATUS(
      CheckOneOf(fact, fact.value.has_value(), "value", fact.add.has_value(), "add"));
  KAOPING_TRY_STATUS(
      CheckOneOf(fact, fact.present.has_value(), "present", fact.missing.has_value(), "missing"));
  KAOPING_TRY_STATUS(CheckOneOf(fact, fact.value || fact.add, fact.value ? "value" : "add",
                                fact.holds.has_value(), "holds"));
  KAOPING_TRY_STATUS(CheckCounts(plan, index, fact));
  KAOPING_TRY_STATUS(CheckPlaces(fact));
  KAOPING_TRY_STATUS(CheckComponents(rule, fact));
  KAOPING_TRY_STATUS(CheckLevel(rule, fact));
  KAOPING_TRY_STATUS(CheckPoints(plan, index, fact));
  const bool costs_no_points = rule.effect == Effect::kForfeit || rule.effect == Effect::kVeto;
  if (DeniesIt(fact) || (fact.holds && costs_no_points)) return Ok();
  KAOPING_TRY_STATUS(CheckFigureIsTold(rule, fact));
  return CheckWorthIsTold(plan, index, fact);
}

}  // namespace

Message NameOf(const Fact& fact) {
  const std::string rule = Excerpt(fact.rule);
  if (fact.id.empty()) return Say("规则 {} 的一条事实", "a fact of rule {}", rule);
  return Say("规则 {0} 的事实 {1}", "fact {1} of rule {0}", rule, Excerpt(fact.id));
}

Message PlacedNameOf(const Fact& fact) {
  Message name = NameOf(fact);
  if (fact.source.line == 0) return name;
  if (fact.source.entry == 0) {
    return Say("{0}（第{2}行）", "{1} (line {2})", name.zh, name.en, fact.source.line);
  }
  return Say("{0}（第{2}行第{3}条）", "{1} (line {2}, fact {3})", name.zh, name.en,
             fact.source.line, fact.source.entry);
}

std::vector<std::string_view> EventFields(const Fact& fact) {
  std::vector<std::string_view> fields;
  const auto add = [&fields](std::string_view name, bool has) {
    if (has) fields.push_back(name);
  };
  add("holds", fact.holds.has_value());
  add("count", fact.count.has_value());
  add("value", fact.value.has_value());
  add("add", fact.add.has_value());
  add("present", fact.present.has_value());
  add("missing", fact.missing.has_value());
  add("late", fact.late.has_value());
  add("place", fact.place.has_value());
  add("of", fact.of.has_value());
  add("from_place", fact.from_place.has_value());
  add("points", fact.points.has_value());
  add("level", !fact.level.empty());
  add("work", !fact.work.empty());
  add("case", !fact.case_id.empty());
  return fields;
}

Result<int> RuleOf(const Plan& plan, const Fact& fact) {
  const auto found = plan.names.find(fact.rule);
  if (found != plan.names.end()) return found->second;
  const bool is_held =
      std::any_of(plan.held.begin(), plan.held.end(), [&fact](const scheme::RuleRef& held) {
        return held.Get().key == fact.rule || held.Get().id == fact.rule;
      });
  if (is_held) {
    return MakeError(
        ErrorKind::kInvalid, "rule-held",
        Say("规则 {0} 挂账，尚不计分，不能记录事实；请先核定这一条考评标准",
            "rule {0} is pending and doesn't count yet, so that it takes no facts: settle its "
            "criterion first",
            Excerpt(fact.rule)),
        "rule");
  }
  return MakeError(
      ErrorKind::kInvalid, "fact-rule",
      Say("方案“{0}”中没有规则 {1}，请核对编号", "scheme \"{0}\" has no rule {1}: check its number",
          Excerpt(plan.scheme->title), Excerpt(fact.rule)),
      "rule");
}

Status CheckFact(const Plan& plan, int rule, const Fact& fact) {
  KAOPING_TRY_STATUS(CheckDay(plan, fact));
  KAOPING_TRY_STATUS(CheckApplies(fact));
  if (fact.applies || !fact.reverses.empty()) return Ok();
  return CheckEvent(plan, rule, fact);
}

Status CheckFact(const scheme::Scheme& scheme, const Fact& fact, bool day_required) {
  return CheckFact(MakePlan(scheme), fact, day_required);
}

Status CheckFact(const Plan& plan, const Fact& fact, bool day_required) {
  KAOPING_TRY(const int rule, RuleOf(plan, fact));
  if (day_required && !fact.on) {
    return Needs(fact, "on", "发生的日子", "the day it happened");
  }
  return CheckFact(plan, rule, fact);
}

}  // namespace kaoping::score
