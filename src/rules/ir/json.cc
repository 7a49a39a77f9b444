#include "rules/ir/json.h"

#include <nlohmann/json.hpp>

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

}  // namespace rules
}  // namespace kaoping
