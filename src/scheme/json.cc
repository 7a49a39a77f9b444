#include "scheme/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "rules/ir/json.h"

namespace kaoping::scheme {
namespace {

using nlohmann::ordered_json;

template <typename T>
void PutList(ordered_json& json, const char* name, const std::vector<T>& list) {
  if (!list.empty()) json[name] = list;
}

void PutText(ordered_json& json, const char* name, const std::string& text) {
  if (!text.empty()) json[name] = text;
}

void PutPoints(ordered_json& json, const char* name, const std::optional<Points>& points) {
  if (points) json[name] = points->ToString();
}

void PutPlace(ordered_json& json, const char* name, const Place& place) {
  if (place.IsKnown()) json[name] = place;
}

ordered_json PeriodToJson(const Period& period) {
  ordered_json json = {{"from", period.from.ToString()}, {"to", period.to.ToString()}};
  if (period.inferred) json["inferred"] = true;
  return json;
}

ordered_json NoticeToJson(const Notice& notice) {
  ordered_json json = ordered_json::object();
  PutText(json, "issuer", notice.issuer);
  PutList(json, "co_issuers", notice.co_issuers);
  PutText(json, "number", notice.number);
  PutText(json, "title", notice.title);
  PutList(json, "addressees", notice.addressees);
  for (const CitedDocument& cited : notice.cites) {
    ordered_json& last = json["cites"].emplace_back(ordered_json{{"title", cited.title}});
    PutText(last, "number", cited.number);
  }
  PutList(json, "attachments", notice.attachments);
  PutList(json, "copies_to", notice.copies_to);
  PutText(json, "printed_by", notice.printed_by);
  if (notice.printed_on) json["printed_on"] = notice.printed_on->ToString();
  for (const auto& [part, place] : notice.places) json["places"][part] = place;
  return json;
}

ordered_json SettingsToJson(const Settings& settings) {
  ordered_json json = {{"decimals", settings.decimals}};
  PutPoints(json, "base", settings.base);
  PutPoints(json, "bonus_cap", settings.bonus_cap);
  if (settings.part_steps == Settings::PartSteps::kProportional) {
    json["part_steps"] = "proportional";
  }
  if (settings.highest == Settings::HighestChoice::kBestTotal) json["highest"] = "best_total";
  return json;
}

ordered_json RuleToJson(const SchemeRule& rule) {
  ordered_json json = {{"key", rule.key}, {"id", rule.id}};
  json.update(ordered_json(rule.rule));
  return json;
}

ordered_json CriterionToJson(const Criterion& criterion) {
  if (!criterion.same_as.empty()) return {{"same_as", criterion.same_as}};
  ordered_json json = {{"text", criterion.text}};
  if (!criterion.span.IsEmpty()) json["span"] = criterion.span;
  PutPlace(json, "place", criterion.place);
  PutText(json, "source", criterion.source);
  ordered_json& rules = json["rules"] = ordered_json::array();
  for (const SchemeRule& rule : criterion.rules) rules.push_back(RuleToJson(rule));
  json["limits"] = criterion.limits;
  json["policies"] = criterion.policies;
  json["links"] = criterion.links;
  PutList(json, "diagnostics", criterion.diagnostics);
  if (criterion.held) json["held"] = true;
  if (criterion.settled) json["settled"] = ToString(*criterion.settled);
  PutText(json, "settled_text", criterion.settled_text);
  return json;
}

// The places of a task's texts, by the field that holds the text.
ordered_json PlacesToJson(const Task& task) {
  ordered_json json = ordered_json::object();
  PutPlace(json, "heading", task.heading.place);
  PutPlace(json, "content", task.content.place);
  const bool known = std::any_of(task.deliverables.begin(), task.deliverables.end(),
                                 [](const PlacedText& text) { return text.place.IsKnown(); });
  if (known) {
    for (const PlacedText& text : task.deliverables) json["deliverables"].push_back(text.place);
  }
  PutPlace(json, "responsible", task.responsible_place);
  return json;
}

ordered_json TaskToJson(const Task& task) {
  ordered_json json = {{"key", task.key}};
  PutText(json, "number", task.number);
  PutText(json, "heading", task.heading.text);
  PutText(json, "content", task.content.text);
  for (const PlacedText& text : task.deliverables) json["deliverables"].push_back(text.text);
  for (const Responsible& office : task.responsible) {
    ordered_json& last = json["responsible"].emplace_back(ordered_json{{"name", office.name}});
    if (office.by != Responsible::By::kName) last["by"] = ToString(office.by);
    if (office.role) last["role"] = ToString(*office.role);
  }
  PutText(json, "responsible_text", task.responsible_text);
  if (task.base) {
    PutPoints(json, "base", task.base->points);
    if (!task.base->same_as.empty()) json["base"] = {{"same_as", task.base->same_as}};
  }
  if (task.criterion) json["criterion"] = CriterionToJson(*task.criterion);
  if (ordered_json places = PlacesToJson(task); !places.empty()) json["places"] = std::move(places);
  return json;
}

ordered_json SectionToJson(const Section& section) {
  ordered_json json = {
      {"key", section.key}, {"title", section.title.text}, {"kind", ToString(section.kind)}};
  PutPlace(json, "place", section.title.place);
  PutPoints(json, "base", section.base);
  ordered_json& tasks = json["tasks"] = ordered_json::array();
  for (const Task& task : section.tasks) tasks.push_back(TaskToJson(task));
  return json;
}

}  // namespace

void to_json(ordered_json& json, const Scheme& scheme) {
  json = {{"format", "scheme/1"},
          {"title", scheme.title},
          {"year", scheme.year},
          {"period", PeriodToJson(scheme.period)}};
  if (ordered_json notice = NoticeToJson(scheme.notice); !notice.empty()) {
    json["notice"] = std::move(notice);
  }
  json["settings"] = SettingsToJson(scheme.settings);
  ordered_json& sections = json["sections"] = ordered_json::array();
  for (const Section& section : scheme.sections) sections.push_back(SectionToJson(section));
  PutList(json, "diagnostics", scheme.diagnostics);
}

std::string WriteScheme(const Scheme& scheme) { return ordered_json(scheme).dump(2) + "\n"; }

}  // namespace kaoping::scheme
