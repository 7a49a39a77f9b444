// The JSON form of a compilation back into rules, refusing whatever the form does not allow.

#include <optional>
#include <utility>

#include "json/fields.h"
#include "rules/ir/json.h"

namespace kaoping::rules {
namespace {

using json::Fields;
using json::ordered_json;

constexpr json::FileKind kFile = {"rule-invalid", "规则", "rule"};
constexpr int kMostRules = 1'000'000;        // of one criterion
constexpr int kLongestText = 1'000'000'000;  // in code points

// A whole number that the form writes as a decimal: {"from": "1"}.
Status ReadCount(const Fields& fields, const char* field, std::optional<int>& into) {
  std::optional<Decimal> value;
  KAOPING_TRY_STATUS(fields.Read(field, value));
  if (!value) return Ok();
  if (!value->IsWhole() || value->IsNegative()) {
    return json::Wrong(kFile, fields.PathOf(field), "写成字符串的非负整数，如 \"1\"",
                       "a whole number written as a string, as \"1\"");
  }
  into = static_cast<int>(value->Floor());
  return Ok();
}

Status ReadIndex(const Fields& fields, const char* field, std::optional<int>& into) {
  if (fields.Find(field) == nullptr) return Ok();
  return fields.Read(field, 0, kMostRules, into.emplace());
}

Result<PointsRange> ReadRange(const ordered_json& json) {
  KAOPING_TRY(const Fields fields, Fields::Open(kFile, json, "points", {"min", "max"}));
  KAOPING_TRY_STATUS(fields.Require({"min", "max"}));
  std::optional<Decimal> min;
  std::optional<Decimal> max;
  KAOPING_TRY_STATUS(fields.Read("min", min));
  KAOPING_TRY_STATUS(fields.Read("max", max));
  if (*min > *max) {
    return json::Wrong(kFile, "points", "min 不大于 max 的区间", "a range with min not above max");
  }
  return PointsRange{*min, *max};
}

Status ReadPoints(const Fields& fields, Rule& rule) {
  const ordered_json* points = fields.Find("points");
  if (points == nullptr) return Ok();
  if (!points->is_object()) return fields.Read("points", rule.points);
  KAOPING_TRY(rule.range, ReadRange(*points));
  return Ok();
}

Status ReadLevels(const Fields& fields, Rule& rule) {
  const ordered_json* levels = fields.Find("levels");
  if (levels == nullptr) return Ok();
  if (!levels->is_object()) return json::Wrong(kFile, "levels", "一个对象", "an object");
  for (const auto& [name, points] : levels->items()) {
    const auto value = points.is_string() ? Decimal::Parse(points.get_ref<const std::string&>())
                                          : std::optional<Decimal>();
    if (!value) {
      return json::Wrong(kFile, "levels." + Excerpt(name), "写成字符串的分值，如 \"0.5\"",
                         "points written as a string, as \"0.5\"");
    }
    rule.levels.push_back({name, *value});
  }
  return Ok();
}

Result<When> ReadWhen(const ordered_json& json) {
  KAOPING_TRY(const Fields fields, Fields::Open(kFile, json, "",
                                                {"at_least", "more_than", "at_most", "less_than",
                                                 "unit", "from", "to"}));
  When when;
  KAOPING_TRY_STATUS(fields.Read("at_least", when.at_least));
  KAOPING_TRY_STATUS(fields.Read("more_than", when.more_than));
  KAOPING_TRY_STATUS(fields.Read("at_most", when.at_most));
  KAOPING_TRY_STATUS(fields.Read("less_than", when.less_than));
  KAOPING_TRY_STATUS(fields.Read("unit", when.unit));
  KAOPING_TRY_STATUS(ReadCount(fields, "from", when.from));
  KAOPING_TRY_STATUS(ReadCount(fields, "to", when.to));
  return when;
}

Result<Consequence> ReadConsequence(const ordered_json& json) {
  KAOPING_TRY(const Fields fields,
              Fields::Open(kFile, json, "", {"grade", "lower", "bar", "last"}));
  Consequence consequence;
  KAOPING_TRY_STATUS(fields.Read("grade", consequence.grade));
  KAOPING_TRY_STATUS(ReadCount(fields, "lower", consequence.lower));
  KAOPING_TRY_STATUS(fields.Read("bar", consequence.bar));
  KAOPING_TRY_STATUS(fields.Read("last", consequence.last));
  return consequence;
}

Status ReadOptionalParts(const Fields& fields, Rule& rule) {
  if (fields.Find("when") != nullptr) {
    KAOPING_TRY_STATUS(fields.Read("when", ReadWhen, rule.when.emplace()));
  }
  if (fields.Find("consequence") != nullptr) {
    KAOPING_TRY_STATUS(fields.Read("consequence", ReadConsequence, rule.consequence.emplace()));
  }
  if (fields.Find("nature") != nullptr) {
    KAOPING_TRY_STATUS(fields.Read(
        "nature", {std::pair("duty", Nature::kDuty), std::pair("incident", Nature::kIncident)},
        rule.nature.emplace()));
  }
  return Ok();
}

Status ReadKind(const Fields& fields, Rule& rule) {
  KAOPING_TRY_STATUS(fields.Require({"effect", "trigger"}));
  KAOPING_TRY_STATUS(
      fields.Read("effect",
                  {std::pair("deduct", Effect::kDeduct), std::pair("bonus", Effect::kBonus),
                   std::pair("award", Effect::kAward), std::pair("forfeit", Effect::kForfeit),
                   std::pair("veto", Effect::kVeto)},
                  rule.effect));
  return fields.Read("trigger",
                     {std::pair("occurs", Trigger::kOccurs), std::pair("each", Trigger::kEach),
                      std::pair("short", Trigger::kShort), std::pair("over", Trigger::kOver),
                      std::pair("below", Trigger::kBelow), std::pair("above", Trigger::kAbove),
                      std::pair("missing", Trigger::kMissing), std::pair("late", Trigger::kLate),
                      std::pair("rank", Trigger::kRank), std::pair("ratio", Trigger::kRatio),
                      std::pair("judged", Trigger::kJudged)},
                     rule.trigger);
}

Result<int> ReadRuleIndex(const ordered_json& json) {
  if (json.is_number_integer() && json.get<std::int64_t>() >= 0 &&
      json.get<std::int64_t>() <= kMostRules) {
    return json.get<int>();
  }
  return json::Wrong(kFile, "", "规则的序号，从 0 起", "the index of a rule, from 0");
}

}  // namespace

Result<Span> ReadSpan(const ordered_json& json) {
  const auto is_position = [](const ordered_json& value) {
    return value.is_number_integer() && value.get<std::int64_t>() >= 0 &&
           value.get<std::int64_t>() <= kLongestText;
  };
  const bool pair =
      json.is_array() && json.size() == 2 && is_position(json[0]) && is_position(json[1]);
  if (!pair || json[0].get<int>() > json[1].get<int>()) {
    return json::Wrong(kFile, "", "[起, 止) 两个字符位置", "two positions, [begin, end)");
  }
  return Span{json[0].get<int>(), json[1].get<int>()};
}

Result<Place> ReadPlace(const ordered_json& json) {
  KAOPING_TRY(const Fields fields,
              Fields::Open(kFile, json, "", {"paragraph", "table", "row", "column"}));
  Place place;
  KAOPING_TRY_STATUS(fields.Read("paragraph", 1, kLongestText, place.paragraph));
  KAOPING_TRY_STATUS(fields.Read("table", 1, kLongestText, place.table));
  KAOPING_TRY_STATUS(fields.Read("row", 1, kLongestText, place.row));
  KAOPING_TRY_STATUS(fields.Read("column", 1, kLongestText, place.column));
  return place;
}

Result<Diagnostic> ReadDiagnostic(const ordered_json& json) {
  KAOPING_TRY(const Fields fields,
              Fields::Open(kFile, json, "",
                           {"severity", "code", "message", "message_en", "span", "place"}));
  KAOPING_TRY_STATUS(fields.Require({"severity", "code", "message"}));
  Diagnostic diagnostic;
  KAOPING_TRY_STATUS(
      fields.Read("severity",
                  {std::pair("error", Severity::kError), std::pair("warning", Severity::kWarning),
                   std::pair("note", Severity::kNote)},
                  diagnostic.severity));
  KAOPING_TRY_STATUS(fields.Read("code", diagnostic.code));
  KAOPING_TRY_STATUS(fields.Read("message", diagnostic.message.zh));
  diagnostic.message.en = diagnostic.message.zh;
  KAOPING_TRY_STATUS(fields.Read("message_en", diagnostic.message.en));
  KAOPING_TRY_STATUS(fields.Read("span", ReadSpan, diagnostic.span));
  KAOPING_TRY_STATUS(fields.Read("place", ReadPlace, diagnostic.place));
  return diagnostic;
}

Result<Rule> ReadRule(const ordered_json& json) {
  KAOPING_TRY(const Fields fields,
              Fields::Open(
                  kFile, json, "",
                  {"effect", "trigger", "points", "levels", "unit", "per", "target", "of", "one_of",
                   "on_top_of", "times", "when", "nature", "consequence", "condition", "span"}));
  Rule rule;
  KAOPING_TRY_STATUS(ReadKind(fields, rule));
  KAOPING_TRY_STATUS(ReadPoints(fields, rule));
  KAOPING_TRY_STATUS(ReadLevels(fields, rule));
  KAOPING_TRY_STATUS(fields.Read("unit", rule.unit));
  KAOPING_TRY_STATUS(fields.Read("per", rule.per));
  if (rule.per && !rule.per->IsPositive()) {
    return json::Wrong(kFile, "per", "大于 0 的数", "a number above 0");
  }
  KAOPING_TRY_STATUS(fields.Read("target", rule.target));
  KAOPING_TRY_STATUS(fields.Read("of", rule.of));
  KAOPING_TRY_STATUS(ReadIndex(fields, "one_of", rule.one_of));
  KAOPING_TRY_STATUS(ReadIndex(fields, "on_top_of", rule.on_top_of));
  KAOPING_TRY_STATUS(fields.Read("times", rule.times));
  KAOPING_TRY_STATUS(ReadOptionalParts(fields, rule));
  KAOPING_TRY_STATUS(fields.Read("condition", rule.condition));
  KAOPING_TRY_STATUS(fields.Read("span", ReadSpan, rule.span));
  return rule;
}

Result<Limit> ReadLimit(const ordered_json& json) {
  KAOPING_TRY(const Fields fields,
              Fields::Open(kFile, json, "", {"at_most", "rules", "each", "scope", "span"}));
  KAOPING_TRY_STATUS(fields.Require({"at_most"}));
  Limit limit;
  if (*fields.Find("at_most") != "base") KAOPING_TRY_STATUS(fields.Read("at_most", limit.at_most));
  KAOPING_TRY_STATUS(fields.Read("rules", ReadRuleIndex, limit.rules));
  KAOPING_TRY_STATUS(fields.Read("each", limit.each));
  KAOPING_TRY_STATUS(fields.Read(
      "scope",
      {std::pair("section", Limit::Scope::kSection), std::pair("scheme", Limit::Scope::kScheme),
       std::pair("every-item", Limit::Scope::kEveryItem)},
      limit.scope));
  KAOPING_TRY_STATUS(fields.Read("span", ReadSpan, limit.span));
  return limit;
}

Result<Policy> ReadPolicy(const ordered_json& json) {
  KAOPING_TRY(const Fields fields,
              Fields::Open(kFile, json, "", {"kind", "same", "scope", "span"}));
  KAOPING_TRY_STATUS(fields.Require({"kind"}));
  Policy policy;
  KAOPING_TRY_STATUS(fields.Read("kind",
                                 {std::pair("highest_only", Policy::Kind::kHighestOnly),
                                  std::pair("no_floor", Policy::Kind::kNoFloor)},
                                 policy.kind));
  KAOPING_TRY_STATUS(fields.Read("same", policy.same));
  KAOPING_TRY_STATUS(fields.Read("scope", {std::pair("section", true)}, policy.whole_section));
  KAOPING_TRY_STATUS(fields.Read("span", ReadSpan, policy.span));
  return policy;
}

Result<Link> ReadLink(const ordered_json& json) {
  KAOPING_TRY(const Fields fields, Fields::Open(kFile, json, "", {"to", "span"}));
  KAOPING_TRY_STATUS(fields.Require({"to"}));
  Link link;
  KAOPING_TRY_STATUS(fields.Read("to", link.to));
  KAOPING_TRY_STATUS(fields.Read("span", ReadSpan, link.span));
  return link;
}

}  // namespace kaoping::rules
