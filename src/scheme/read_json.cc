// ReadScheme: scheme/1 back into a Scheme, refusing whatever the form does not allow.

#include <utility>

#include "json/fields.h"
#include "rules/ir/json.h"
#include "scheme/json.h"
#include "scheme/place_words.h"

namespace kaoping::scheme {
namespace {

using json::Fields;
using json::ordered_json;

constexpr json::FileKind kFile = {"scheme-invalid", "方案文件", "scheme file"};

Status ReadPeriod(const Fields& scheme, Period& period) {
  KAOPING_TRY_STATUS(scheme.Require({"period"}));
  KAOPING_TRY(const Fields fields,
              Fields::Open(kFile, *scheme.Find("period"), "period", {"from", "to", "inferred"}));
  KAOPING_TRY_STATUS(fields.Require({"from", "to"}));
  std::optional<Date> from;
  std::optional<Date> to;
  KAOPING_TRY_STATUS(fields.Read("from", from));
  KAOPING_TRY_STATUS(fields.Read("to", to));
  KAOPING_TRY_STATUS(fields.Read("inferred", period.inferred));
  period.from = *from;
  period.to = *to;
  return Ok();
}

Status ReadCites(const Fields& notice, std::vector<CitedDocument>& cites) {
  return notice.Each(
      "cites", [&cites](const ordered_json& json, const std::string& path) -> Status {
        KAOPING_TRY(const Fields fields, Fields::Open(kFile, json, path, {"title", "number"}));
        KAOPING_TRY_STATUS(fields.Require({"title"}));
        CitedDocument& cited = cites.emplace_back();
        KAOPING_TRY_STATUS(fields.Read("title", cited.title));
        return fields.Read("number", cited.number);
      });
}

Status ReadNotice(const Fields& scheme, Notice& notice) {
  const ordered_json* found = scheme.Find("notice");
  if (found == nullptr) return Ok();
  KAOPING_TRY(const Fields fields,
              Fields::Open(kFile, *found, "notice",
                           {"issuer", "co_issuers", "number", "title", "addressees", "cites",
                            "attachments", "copies_to", "printed_by", "printed_on", "places"}));
  KAOPING_TRY_STATUS(fields.Read("issuer", notice.issuer));
  KAOPING_TRY_STATUS(fields.Read("co_issuers", notice.co_issuers));
  KAOPING_TRY_STATUS(fields.Read("number", notice.number));
  KAOPING_TRY_STATUS(fields.Read("title", notice.title));
  KAOPING_TRY_STATUS(fields.Read("addressees", notice.addressees));
  KAOPING_TRY_STATUS(ReadCites(fields, notice.cites));
  KAOPING_TRY_STATUS(fields.Read("attachments", notice.attachments));
  KAOPING_TRY_STATUS(fields.Read("copies_to", notice.copies_to));
  KAOPING_TRY_STATUS(fields.Read("printed_by", notice.printed_by));
  KAOPING_TRY_STATUS(fields.Read("printed_on", notice.printed_on));
  const ordered_json* places = fields.Find("places");
  if (places == nullptr) return Ok();
  KAOPING_TRY(const Fields by_part,
              Fields::Open(kFile, *places, "notice.places",
                           {"issuer", "co_issuers", "number", "title", "addressees", "cites",
                            "attachments", "copies_to", "printed_by", "printed_on"}));
  for (const auto& [part, place] : places->items()) {
    KAOPING_TRY_STATUS(by_part.Read(part.c_str(), rules::ReadPlace, notice.places[part]));
  }
  return Ok();
}

Status ReadSettings(const Fields& scheme, Settings& settings) {
  const ordered_json* found = scheme.Find("settings");
  if (found == nullptr) return Ok();
  KAOPING_TRY(const Fields fields,
              Fields::Open(kFile, *found, "settings",
                           {"decimals", "base", "bonus_cap", "part_steps", "highest"}));
  KAOPING_TRY_STATUS(fields.Read("decimals", 0, Decimal::kPlaces, settings.decimals));
  KAOPING_TRY_STATUS(fields.Read("base", settings.base));
  KAOPING_TRY_STATUS(fields.Read("bonus_cap", settings.bonus_cap));
  KAOPING_TRY_STATUS(fields.Read("part_steps",
                                 {std::pair("ignored", Settings::PartSteps::kIgnored),
                                  std::pair("proportional", Settings::PartSteps::kProportional)},
                                 settings.part_steps));
  return fields.Read("highest",
                     {std::pair("by_letter", Settings::HighestChoice::kByLetter),
                      std::pair("best_total", Settings::HighestChoice::kBestTotal)},
                     settings.highest);
}

Status ReadSchemeRule(const ordered_json& json, const std::string& path, SchemeRule& into) {
  if (!json.is_object()) return json::Wrong(kFile, path, "一个对象", "an object");
  // The rule's own fields are checked by their room; the two of the scheme are taken out first.
  ordered_json key = ordered_json::object();
  ordered_json rest = json;
  for (const char* name : {"key", "id"}) {
    if (const auto found = rest.find(name); found != rest.end()) {
      key[name] = *found;
      rest.erase(found);
    }
  }
  KAOPING_TRY(const Fields fields, Fields::Open(kFile, key, path, {"key", "id"}));
  KAOPING_TRY_STATUS(fields.Require({"key", "id"}));
  KAOPING_TRY_STATUS(fields.Read("key", into.key));
  KAOPING_TRY_STATUS(fields.Read("id", into.id));
  return json::ReadAt(kFile, path, rest, rules::ReadRule, into.rule);
}

Status ReadCriterion(const Fields& task, std::optional<Criterion>& into) {
  const ordered_json* found = task.Find("criterion");
  if (found == nullptr) return Ok();
  const std::string path = task.PathOf("criterion");
  Criterion& criterion = into.emplace();
  if (found->is_object() && found->contains("same_as")) {
    KAOPING_TRY(const Fields fields, Fields::Open(kFile, *found, path, {"same_as"}));
    return fields.Read("same_as", criterion.same_as);
  }
  KAOPING_TRY(const Fields fields,
              Fields::Open(kFile, *found, path,
                           {"text", "span", "place", "source", "rules", "limits", "policies",
                            "links", "diagnostics", "held", "settled", "settled_text"}));
  KAOPING_TRY_STATUS(fields.Require({"text"}));
  KAOPING_TRY_STATUS(fields.Read("text", criterion.text));
  KAOPING_TRY_STATUS(fields.Read("span", rules::ReadSpan, criterion.span));
  KAOPING_TRY_STATUS(fields.Read("place", rules::ReadPlace, criterion.place));
  KAOPING_TRY_STATUS(fields.Read("source", criterion.source));
  KAOPING_TRY_STATUS(fields.Each("rules", [&](const ordered_json& rule, const std::string& at) {
    return ReadSchemeRule(rule, at, criterion.rules.emplace_back());
  }));
  KAOPING_TRY_STATUS(fields.Read("limits", rules::ReadLimit, criterion.limits));
  KAOPING_TRY_STATUS(fields.Read("policies", rules::ReadPolicy, criterion.policies));
  KAOPING_TRY_STATUS(fields.Read("links", rules::ReadLink, criterion.links));
  KAOPING_TRY_STATUS(fields.Read("diagnostics", rules::ReadDiagnostic, criterion.diagnostics));
  KAOPING_TRY_STATUS(fields.Read("held", criterion.held));
  if (fields.Find("settled") != nullptr) {
    KAOPING_TRY_STATUS(
        fields.Read("settled",
                    {std::pair("confirmed", Settled::kConfirmed),
                     std::pair("replaced", Settled::kReplaced), std::pair("left", Settled::kLeft)},
                    criterion.settled.emplace()));
  }
  return fields.Read("settled_text", criterion.settled_text);
}

Status ReadResponsible(const Fields& task, std::vector<Responsible>& into) {
  return task.Each("responsible", [&](const ordered_json& json, const std::string& path) -> Status {
    KAOPING_TRY(const Fields fields, Fields::Open(kFile, json, path, {"name", "by", "role"}));
    KAOPING_TRY_STATUS(fields.Require({"name"}));
    Responsible& office = into.emplace_back();
    KAOPING_TRY_STATUS(fields.Read("name", office.name));
    if (fields.Find("role") != nullptr) {
      KAOPING_TRY_STATUS(fields.Read("role",
                                     {std::pair("lead", Responsible::Role::kLead),
                                      std::pair("support", Responsible::Role::kSupport)},
                                     office.role.emplace()));
    }
    return fields.Read(
        "by",
        {std::pair("group", Responsible::By::kGroup), std::pair("case", Responsible::By::kCase),
         std::pair("document", Responsible::By::kDocument)},
        office.by);
  });
}

Status ReadTaskBase(const Fields& task, std::optional<Base>& into) {
  const ordered_json* found = task.Find("base");
  if (found == nullptr) return Ok();
  Base& base = into.emplace();
  if (!found->is_object()) return task.Read("base", base.points);
  KAOPING_TRY(const Fields fields, Fields::Open(kFile, *found, task.PathOf("base"), {"same_as"}));
  KAOPING_TRY_STATUS(fields.Require({"same_as"}));
  return fields.Read("same_as", base.same_as);
}

Status ReadPlaces(const Fields& task, Task& into) {
  const ordered_json* found = task.Find("places");
  if (found == nullptr) return Ok();
  KAOPING_TRY(const Fields fields,
              Fields::Open(kFile, *found, task.PathOf("places"),
                           {"heading", "content", "deliverables", "responsible"}));
  KAOPING_TRY_STATUS(fields.Read("heading", rules::ReadPlace, into.heading.place));
  KAOPING_TRY_STATUS(fields.Read("content", rules::ReadPlace, into.content.place));
  KAOPING_TRY_STATUS(fields.Read("responsible", rules::ReadPlace, into.responsible_place));
  if (fields.Find("deliverables") == nullptr) return Ok();
  std::vector<Place> places;
  KAOPING_TRY_STATUS(fields.Read("deliverables", rules::ReadPlace, places));
  if (places.size() != into.deliverables.size()) {
    return json::Wrong(kFile, fields.PathOf("deliverables"), "与 deliverables 一样多的位置",
                       "as many places as there are deliverables");
  }
  for (std::size_t i = 0; i < places.size(); ++i) into.deliverables[i].place = places[i];
  return Ok();
}

Status ReadTask(const ordered_json& json, const std::string& path, Task& task) {
  KAOPING_TRY(const Fields fields,
              Fields::Open(kFile, json, path,
                           {"key", "number", "heading", "content", "deliverables", "responsible",
                            "responsible_text", "base", "criterion", "places"}));
  KAOPING_TRY_STATUS(fields.Require({"key"}));
  KAOPING_TRY_STATUS(fields.Read("key", task.key));
  KAOPING_TRY_STATUS(fields.Read("number", task.number));
  KAOPING_TRY_STATUS(fields.Read("heading", task.heading.text));
  KAOPING_TRY_STATUS(fields.Read("content", task.content.text));
  std::vector<std::string> deliverables;
  KAOPING_TRY_STATUS(fields.Read("deliverables", deliverables));
  for (std::string& text : deliverables) task.deliverables.push_back({std::move(text), {}});
  KAOPING_TRY_STATUS(ReadResponsible(fields, task.responsible));
  KAOPING_TRY_STATUS(fields.Read("responsible_text", task.responsible_text));
  KAOPING_TRY_STATUS(ReadTaskBase(fields, task.base));
  KAOPING_TRY_STATUS(ReadCriterion(fields, task.criterion));
  return ReadPlaces(fields, task);
}

Status ReadSection(const ordered_json& json, const std::string& path, Section& section) {
  KAOPING_TRY(const Fields fields,
              Fields::Open(kFile, json, path, {"key", "title", "kind", "place", "base", "tasks"}));
  KAOPING_TRY_STATUS(fields.Require({"key", "title", "kind", "tasks"}));
  KAOPING_TRY_STATUS(fields.Read("key", section.key));
  KAOPING_TRY_STATUS(fields.Read("title", section.title.text));
  KAOPING_TRY_STATUS(fields.Read(
      "kind",
      {std::pair("ordinary", Section::Kind::kOrdinary),
       std::pair("individual", Section::Kind::kIndividual),
       std::pair("bonus", Section::Kind::kBonus), std::pair("use", Section::Kind::kUse)},
      section.kind));
  KAOPING_TRY_STATUS(fields.Read("place", rules::ReadPlace, section.title.place));
  KAOPING_TRY_STATUS(fields.Read("base", section.base));
  return fields.Each("tasks", [&section](const ordered_json& task, const std::string& at) {
    return ReadTask(task, at, section.tasks.emplace_back());
  });
}

Result<Scheme> ReadFields(const ordered_json& json) {
  KAOPING_TRY(const Fields fields, Fields::Open(kFile, json, "",
                                                {"format", "title", "year", "period", "notice",
                                                 "settings", "sections", "diagnostics"}));
  KAOPING_TRY_STATUS(fields.Require({"format", "title", "year", "sections"}));
  if (*fields.Find("format") != "scheme/1")
    return json::Wrong(kFile, "format", "\"scheme/1\"", "\"scheme/1\"");
  Scheme scheme;
  KAOPING_TRY_STATUS(fields.Read("title", scheme.title));
  KAOPING_TRY_STATUS(fields.Read("year", 1900, 2199, scheme.year));
  KAOPING_TRY_STATUS(ReadPeriod(fields, scheme.period));
  KAOPING_TRY_STATUS(ReadNotice(fields, scheme.notice));
  KAOPING_TRY_STATUS(ReadSettings(fields, scheme.settings));
  KAOPING_TRY_STATUS(
      fields.Each("sections", [&scheme](const ordered_json& section, const std::string& at) {
        return ReadSection(section, at, scheme.sections.emplace_back());
      }));
  KAOPING_TRY_STATUS(fields.Read("diagnostics", rules::ReadDiagnostic, scheme.diagnostics));
  return scheme;
}

}  // namespace

Result<Scheme> ReadScheme(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || text[first] != '{') {
    return MakeError(
        ErrorKind::kInvalid, kFile.code,
        Say("这不是方案文件（scheme/1 的 JSON）；如果是通知，请先用 kaoping parse --format json "
            "把它转成方案",
            "this is no scheme file (scheme/1, JSON); if it is a notice, turn it into a scheme "
            "with kaoping parse --format json first"));
  }
  KAOPING_TRY(const ordered_json json, json::ParseFile(kFile, text));
  Result<Scheme> scheme = ReadFields(json);
  if (!scheme) return TellInWords(json, std::move(scheme).error());
  if (Status holds = CheckScheme(*scheme); !holds) {
    return TellInWords(json, std::move(holds).error());
  }
  return scheme;
}

}  // namespace kaoping::scheme
