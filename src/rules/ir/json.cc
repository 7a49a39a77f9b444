#include "rules/ir/json.h"

#include <array>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <utility>

namespace kaoping {

using nlohmann::ordered_json;

void to_json(ordered_json& json, const Span& span) {
  json = ordered_json::array({span.begin, span.end});
}

void to_json(ordered_json& json, const Place& place) {
  json = ordered_json::object();
  if (place.table != 0) {
    json["table"] = place.table;
    json["row"] = place.row;
    json["column"] = place.column;
  }
  if (place.paragraph != 0) json["paragraph"] = place.paragraph;
}

void to_json(ordered_json& json, const Diagnostic& diagnostic) {
  json = {{"severity", ToString(diagnostic.severity)},
          {"code", diagnostic.code},
          {"message", diagnostic.message.zh}};
  if (diagnostic.message.en != diagnostic.message.zh) json["message_en"] = diagnostic.message.en;
  if (!diagnostic.span.IsEmpty()) json["span"] = diagnostic.span;
  if (diagnostic.place.IsKnown()) json["place"] = diagnostic.place;
}

namespace rules {
namespace {

void PutPoints(ordered_json& json, const Rule& rule) {
  if (rule.points) json["points"] = rule.points->ToString();
  if (rule.range) {
    json["points"] = {{"min", rule.range->min.ToString()}, {"max", rule.range->max.ToString()}};
  }
  if (!rule.levels.empty()) {
    ordered_json& levels = json["levels"] = ordered_json::object();
    for (const Level& level : rule.levels) levels[level.name] = level.points.ToString();
  }
}

ordered_json WhenToJson(const When& when) {
  ordered_json json = ordered_json::object();
  const auto put = [&json](const char* name, const std::optional<Decimal>& figure) {
    if (figure) json[name] = figure->ToString();
  };
  put("at_least", when.at_least);
  put("more_than", when.more_than);
  put("at_most", when.at_most);
  put("less_than", when.less_than);
  if (when.from) json["from"] = std::to_string(*when.from);
  if (when.to) json["to"] = std::to_string(*when.to);
  if (!when.unit.empty()) json["unit"] = when.unit;
  return json;
}

ordered_json ConsequenceToJson(const Consequence& consequence) {
  ordered_json json = ordered_json::object();
  if (!consequence.grade.empty()) json["grade"] = consequence.grade;
  if (consequence.lower) json["lower"] = std::to_string(*consequence.lower);
  if (!consequence.bar.empty()) json["bar"] = consequence.bar;
  if (consequence.last) json["last"] = true;
  return json;
}

}  // namespace

void to_json(ordered_json& json, const Rule& rule) {
  json = {{"effect", ToString(rule.effect)}, {"trigger", ToString(rule.trigger)}};
  PutPoints(json, rule);
  if (!rule.unit.empty()) json["unit"] = rule.unit;
  if (rule.per) json["per"] = rule.per->ToString();
  if (rule.target) json["target"] = rule.target->ToString();
  if (!rule.of.empty()) json["of"] = rule.of;
  if (rule.one_of) json["one_of"] = *rule.one_of;
  if (rule.on_top_of) json["on_top_of"] = *rule.on_top_of;
  if (rule.times) json["times"] = rule.times->ToString();
  if (rule.when) json["when"] = WhenToJson(*rule.when);
  if (rule.nature) json["nature"] = ToString(*rule.nature);
  if (rule.consequence) json["consequence"] = ConsequenceToJson(*rule.consequence);
  if (!rule.condition.empty()) json["condition"] = rule.condition;
  json["span"] = rule.span;
}

void to_json(ordered_json& json, const Limit& limit) {
  json = {{"at_most", limit.at_most ? limit.at_most->ToString() : "base"}, {"rules", limit.rules}};
  if (!limit.each.empty()) json["each"] = limit.each;
  if (limit.scope != Limit::Scope::kRules) json["scope"] = ToString(limit.scope);
  json["span"] = limit.span;
}

void to_json(ordered_json& json, const Policy& policy) {
  json = {{"kind", ToString(policy.kind)}};
  if (!policy.same.empty()) json["same"] = policy.same;
  if (policy.whole_section) json["scope"] = "section";
  json["span"] = policy.span;
}

void to_json(ordered_json& json, const Link& link) {
  json = {{"to", link.to}, {"span", link.span}};
}

void to_json(ordered_json& json, const Compilation& compilation) {
  json = {{"rules", compilation.rules},
          {"limits", compilation.limits},
          {"policies", compilation.policies},
          {"links", compilation.links},
          {"diagnostics", compilation.diagnostics}};
}

// ---- Reading -----------------------------------------------------------------------------------

namespace {

Error Wrong(std::string_view field, std::string_view accepted_zh, std::string_view accepted_en) {
  return MakeError(ErrorKind::kInvalid, "json-field",
                   Say("字段 {0} 的值不对：应为{1}", "field {0} has a wrong value: it takes {2}",
                       field, accepted_zh, accepted_en),
                   field);
}

Status CheckObject(const ordered_json& json, std::string_view what,
                   std::initializer_list<std::string_view> fields) {
  if (!json.is_object()) return Wrong(what, "一个对象", "an object");
  for (const auto& [key, value] : json.items()) {
    bool known = false;
    for (const std::string_view field : fields) known = known || field == key;
    if (!known) {
      return MakeError(
          ErrorKind::kInvalid, "json-field",
          Say("{0} 中有不认识的字段 {1}，请删去", "unknown field {1} in {0}: remove it", what, key),
          key);
    }
  }
  return Ok();
}

Status ReadString(const ordered_json& json, const char* field, std::string& into) {
  const auto found = json.find(field);
  if (found == json.end()) return Ok();
  if (!found->is_string()) return Wrong(field, "一个字符串", "a string");
  into = found->get<std::string>();
  return Ok();
}

Result<Decimal> ToDecimal(const ordered_json& json, std::string_view field) {
  if (json.is_string()) {
    if (const auto value = Decimal::Parse(json.get_ref<const std::string&>())) return *value;
  }
  return Wrong(field, "写成字符串的十进制数，如 \"0.5\"",
               "a decimal written as a string, as \"0.5\"");
}

Status ReadDecimal(const ordered_json& json, const char* field, std::optional<Decimal>& into) {
  const auto found = json.find(field);
  if (found == json.end()) return Ok();
  KAOPING_TRY(into, ToDecimal(*found, field));
  return Ok();
}

// A whole number, written as a number or as a string.
Status ReadInt(const ordered_json& json, const char* field, std::optional<int>& into) {
  const auto found = json.find(field);
  if (found == json.end()) return Ok();
  std::optional<Decimal> value;
  if (found->is_number_integer()) value = Decimal::Parse(found->dump());
  if (found->is_string()) value = Decimal::Parse(found->get_ref<const std::string&>());
  if (!value || !value->IsWhole() || value->IsNegative()) {
    return Wrong(field, "一个非负整数", "a whole number, 0 or more");
  }
  into = static_cast<int>(value->Floor());
  return Ok();
}

Status ReadStrings(const ordered_json& json, const char* field, std::vector<std::string>& into) {
  const auto found = json.find(field);
  if (found == json.end()) return Ok();
  if (!found->is_array()) return Wrong(field, "一组字符串", "a list of strings");
  for (const ordered_json& element : *found) {
    if (!element.is_string()) return Wrong(field, "一组字符串", "a list of strings");
    into.push_back(element.get<std::string>());
  }
  return Ok();
}

// A number from 0 to a thousand million, whether it was parsed (unsigned) or made here (signed).
bool IsCount(const ordered_json& json) {
  return json.is_number_integer() && json.get<std::int64_t>() >= 0 &&
         json.get<std::int64_t>() <= 1'000'000'000;
}

// One of the values that ToString gives for `all`. `required` or absent.
template <typename Enum, std::size_t N>
Result<std::optional<Enum>> ReadEnum(const ordered_json& json, const char* field,
                                     const std::array<Enum, N>& all) {
  const auto found = json.find(field);
  if (found == json.end()) return std::optional<Enum>();
  std::string accepted;
  for (const Enum value : all) {
    if (found->is_string() && found->get_ref<const std::string&>() == ToString(value)) {
      return std::optional<Enum>(value);
    }
    accepted += (accepted.empty() ? "" : " | ") + std::string(ToString(value));
  }
  return Wrong(field, accepted, accepted);
}

Status Require(bool present, std::string_view what, std::string_view field) {
  if (present) return Ok();
  return MakeError(ErrorKind::kInvalid, "json-field",
                   Say("{0} 缺少字段 {1}", "{0} lacks the field {1}", what, field), field);
}

Status ReadRulePoints(const ordered_json& json, Rule& rule) {
  if (const auto found = json.find("points"); found != json.end()) {
    if (found->is_object()) {
      KAOPING_TRY_STATUS(CheckObject(*found, "points", {"min", "max"}));
      std::optional<Decimal> min;
      std::optional<Decimal> max;
      KAOPING_TRY_STATUS(ReadDecimal(*found, "min", min));
      KAOPING_TRY_STATUS(ReadDecimal(*found, "max", max));
      if (!min || !max || *min > *max) {
        return Wrong("points", "min 不大于 max 的区间", "a range with min not above max");
      }
      rule.range = PointsRange{*min, *max};
    } else {
      KAOPING_TRY(rule.points, ToDecimal(*found, "points"));
    }
  }
  if (const auto found = json.find("levels"); found != json.end()) {
    if (!found->is_object()) return Wrong("levels", "一个对象", "an object");
    for (const auto& [name, points] : found->items()) {
      KAOPING_TRY(const Points value, ToDecimal(points, "levels"));
      rule.levels.push_back({name, value});
    }
  }
  return Ok();
}

Status ReadWhen(const ordered_json& json, Rule& rule) {
  const auto found = json.find("when");
  if (found == json.end()) return Ok();
  KAOPING_TRY_STATUS(CheckObject(
      *found, "when", {"at_least", "more_than", "at_most", "less_than", "unit", "from", "to"}));
  When when;
  KAOPING_TRY_STATUS(ReadDecimal(*found, "at_least", when.at_least));
  KAOPING_TRY_STATUS(ReadDecimal(*found, "more_than", when.more_than));
  KAOPING_TRY_STATUS(ReadDecimal(*found, "at_most", when.at_most));
  KAOPING_TRY_STATUS(ReadDecimal(*found, "less_than", when.less_than));
  KAOPING_TRY_STATUS(ReadString(*found, "unit", when.unit));
  KAOPING_TRY_STATUS(ReadInt(*found, "from", when.from));
  KAOPING_TRY_STATUS(ReadInt(*found, "to", when.to));
  rule.when = std::move(when);
  return Ok();
}

Status ReadConsequence(const ordered_json& json, Rule& rule) {
  const auto found = json.find("consequence");
  if (found == json.end()) return Ok();
  KAOPING_TRY_STATUS(CheckObject(*found, "consequence", {"grade", "lower", "bar", "last"}));
  Consequence consequence;
  KAOPING_TRY_STATUS(ReadString(*found, "grade", consequence.grade));
  KAOPING_TRY_STATUS(ReadInt(*found, "lower", consequence.lower));
  KAOPING_TRY_STATUS(ReadString(*found, "bar", consequence.bar));
  if (const auto last = found->find("last"); last != found->end()) {
    if (!last->is_boolean()) return Wrong("last", "true 或 false", "true or false");
    consequence.last = last->get<bool>();
  }
  rule.consequence = std::move(consequence);
  return Ok();
}

Status ReadSpanField(const ordered_json& json, Span& into) {
  const auto found = json.find("span");
  if (found == json.end()) return Ok();
  KAOPING_TRY(into, ReadSpan(*found));
  return Ok();
}

}  // namespace

Result<Span> ReadSpan(const ordered_json& json) {
  const bool pair = json.is_array() && json.size() == 2 && IsCount(json[0]) && IsCount(json[1]);
  if (!pair || json[0].get<std::int64_t>() > json[1].get<std::int64_t>()) {
    return Wrong("span", "[起, 止) 两个字符位置", "two positions, [begin, end)");
  }
  return Span{json[0].get<int>(), json[1].get<int>()};
}

Result<Place> ReadPlace(const ordered_json& json) {
  KAOPING_TRY_STATUS(CheckObject(json, "place", {"paragraph", "table", "row", "column"}));
  Place place;
  const auto read = [&json](const char* field, int& into) -> Status {
    std::optional<int> value;
    KAOPING_TRY_STATUS(ReadInt(json, field, value));
    into = value.value_or(0);
    return Ok();
  };
  KAOPING_TRY_STATUS(read("paragraph", place.paragraph));
  KAOPING_TRY_STATUS(read("table", place.table));
  KAOPING_TRY_STATUS(read("row", place.row));
  KAOPING_TRY_STATUS(read("column", place.column));
  return place;
}

Result<Diagnostic> ReadDiagnostic(const ordered_json& json) {
  KAOPING_TRY_STATUS(CheckObject(json, "diagnostic",
                                 {"severity", "code", "message", "message_en", "span", "place"}));
  Diagnostic diagnostic;
  KAOPING_TRY(const auto severity,
              ReadEnum(json, "severity",
                       std::array{Severity::kError, Severity::kWarning, Severity::kNote}));
  KAOPING_TRY_STATUS(Require(severity.has_value(), "diagnostic", "severity"));
  diagnostic.severity = *severity;
  KAOPING_TRY_STATUS(ReadString(json, "code", diagnostic.code));
  KAOPING_TRY_STATUS(ReadString(json, "message", diagnostic.message.zh));
  diagnostic.message.en = diagnostic.message.zh;
  KAOPING_TRY_STATUS(ReadString(json, "message_en", diagnostic.message.en));
  KAOPING_TRY_STATUS(ReadSpanField(json, diagnostic.span));
  if (const auto found = json.find("place"); found != json.end()) {
    KAOPING_TRY(diagnostic.place, ReadPlace(*found));
  }
  return diagnostic;
}

Result<Rule> ReadRule(const ordered_json& json) {
  KAOPING_TRY_STATUS(
      CheckObject(json, "rule",
                  {"effect", "trigger", "points", "levels", "unit", "per", "target", "of", "one_of",
                   "on_top_of", "times", "when", "nature", "consequence", "condition", "span"}));
  Rule rule;
  KAOPING_TRY(const auto effect,
              ReadEnum(json, "effect",
                       std::array{Effect::kDeduct, Effect::kBonus, Effect::kAward, Effect::kForfeit,
                                  Effect::kVeto}));
  KAOPING_TRY_STATUS(Require(effect.has_value(), "rule", "effect"));
  rule.effect = *effect;
  KAOPING_TRY(
      const auto trigger,
      ReadEnum(json, "trigger",
               std::array{Trigger::kOccurs, Trigger::kEach, Trigger::kShort, Trigger::kOver,
                          Trigger::kBelow, Trigger::kAbove, Trigger::kMissing, Trigger::kLate,
                          Trigger::kRank, Trigger::kRatio, Trigger::kJudged}));
  KAOPING_TRY_STATUS(Require(trigger.has_value(), "rule", "trigger"));
  rule.trigger = *trigger;
  KAOPING_TRY_STATUS(ReadRulePoints(json, rule));
  KAOPING_TRY_STATUS(ReadString(json, "unit", rule.unit));
  KAOPING_TRY_STATUS(ReadDecimal(json, "per", rule.per));
  if (rule.per && !rule.per->IsPositive()) return Wrong("per", "大于 0 的数", "a number above 0");
  KAOPING_TRY_STATUS(ReadDecimal(json, "target", rule.target));
  KAOPING_TRY_STATUS(ReadStrings(json, "of", rule.of));
  KAOPING_TRY_STATUS(ReadInt(json, "one_of", rule.one_of));
  KAOPING_TRY_STATUS(ReadInt(json, "on_top_of", rule.on_top_of));
  KAOPING_TRY_STATUS(ReadDecimal(json, "times", rule.times));
  KAOPING_TRY_STATUS(ReadWhen(json, rule));
  KAOPING_TRY(rule.nature, ReadEnum(json, "nature", std::array{Nature::kDuty, Nature::kIncident}));
  KAOPING_TRY_STATUS(ReadConsequence(json, rule));
  KAOPING_TRY_STATUS(ReadString(json, "condition", rule.condition));
  KAOPING_TRY_STATUS(ReadSpanField(json, rule.span));
  return rule;
}

Result<Limit> ReadLimit(const ordered_json& json) {
  KAOPING_TRY_STATUS(CheckObject(json, "limit", {"at_most", "rules", "each", "scope", "span"}));
  Limit limit;
  KAOPING_TRY_STATUS(Require(json.contains("at_most"), "limit", "at_most"));
  if (json["at_most"] != "base") {
    KAOPING_TRY(limit.at_most, ToDecimal(json["at_most"], "at_most"));
  }
  if (const auto found = json.find("rules"); found != json.end()) {
    if (!found->is_array()) return Wrong("rules", "一组规则序号", "a list of rule indexes");
    for (const ordered_json& element : *found) {
      if (!IsCount(element)) {
        return Wrong("rules", "一组规则序号", "a list of rule indexes");
      }
      limit.rules.push_back(element.get<int>());
    }
  }
  KAOPING_TRY_STATUS(ReadString(json, "each", limit.each));
  KAOPING_TRY(const auto scope, ReadEnum(json, "scope",
                                         std::array{Limit::Scope::kSection, Limit::Scope::kScheme,
                                                    Limit::Scope::kEveryItem}));
  limit.scope = scope.value_or(Limit::Scope::kRules);
  KAOPING_TRY_STATUS(ReadSpanField(json, limit.span));
  return limit;
}

Result<Policy> ReadPolicy(const ordered_json& json) {
  KAOPING_TRY_STATUS(CheckObject(json, "policy", {"kind", "same", "scope", "span"}));
  Policy policy;
  KAOPING_TRY(
      const auto kind,
      ReadEnum(json, "kind", std::array{Policy::Kind::kHighestOnly, Policy::Kind::kNoFloor}));
  KAOPING_TRY_STATUS(Require(kind.has_value(), "policy", "kind"));
  policy.kind = *kind;
  KAOPING_TRY_STATUS(ReadString(json, "same", policy.same));
  std::string scope;
  KAOPING_TRY_STATUS(ReadString(json, "scope", scope));
  if (!scope.empty() && scope != "section") return Wrong("scope", "section", "section");
  policy.whole_section = !scope.empty();
  KAOPING_TRY_STATUS(ReadSpanField(json, policy.span));
  return policy;
}

Result<Link> ReadLink(const ordered_json& json) {
  KAOPING_TRY_STATUS(CheckObject(json, "link", {"to", "span"}));
  Link link;
  KAOPING_TRY_STATUS(Require(json.contains("to"), "link", "to"));
  KAOPING_TRY_STATUS(ReadString(json, "to", link.to));
  KAOPING_TRY_STATUS(ReadSpanField(json, link.span));
  return link;
}

}  // namespace rules
}  // namespace kaoping
