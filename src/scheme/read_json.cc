// ReadScheme: scheme/1 back into a Scheme, refusing whatever the form does not allow.

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/utf8.h"
#include "rules/ir/json.h"
#include "scheme/json.h"

namespace kaoping::scheme {
namespace {

using nlohmann::ordered_json;

Error Wrong(const std::string& path, std::string_view accepted_zh, std::string_view accepted_en) {
  return MakeError(
      ErrorKind::kInvalid, "scheme-invalid",
      Say("方案文件中 {0} 的值不对：应为{1}",
          "{0} has a wrong value in the scheme file: it takes {2}", path, accepted_zh, accepted_en),
      path);
}

// An error of a room below, which knows only the field, put at its path.
Error At(const std::string& path, Error error) {
  Message message = Say("方案文件中 {0}：{1}", "in the scheme file, {0}: {2}", path,
                        error.message.zh, error.message.en);
  const std::string field = error.field.empty() ? path : path + "." + error.field;
  return MakeError(error.kind, "scheme-invalid", std::move(message), field);
}

// An object of the file with the path that names it in errors.
class Fields {
 public:
  // Checks that `json` is an object with no field but the `known` ones.
  static Result<Fields> Open(const ordered_json& json, std::string path,
                             std::initializer_list<std::string_view> known) {
    if (!json.is_object()) return Wrong(path, "一个对象", "an object");
    for (const auto& [key, value] : json.items()) {
      bool found = false;
      for (const std::string_view name : known) found = found || name == key;
      if (!found) {
        return MakeError(ErrorKind::kInvalid, "scheme-invalid",
                         Say("方案文件中 {0} 有不认识的字段 {1}，请删去",
                             "the scheme file has an unknown field {1} in {0}: remove it",
                             path.empty() ? "{}" : path, key),
                         path.empty() ? key : path + "." + key);
      }
    }
    return Fields(json, std::move(path));
  }

  const std::string& path() const { return path_; }
  std::string PathOf(std::string_view field) const {
    return path_.empty() ? std::string(field) : fmt::format("{}.{}", path_, field);
  }

  const ordered_json* Find(const char* field) const {
    const auto found = json_->find(field);
    return found == json_->end() ? nullptr : &*found;
  }

  Status Require(std::initializer_list<const char*> fields) const {
    for (const char* field : fields) {
      if (Find(field) == nullptr) {
        return MakeError(ErrorKind::kInvalid, "scheme-invalid",
                         Say("方案文件缺少 {0}", "the scheme file lacks {0}", PathOf(field)),
                         PathOf(field));
      }
    }
    return Ok();
  }

  // Each reads one field; an absent field leaves `into` as it was.

  Status Read(const char* field, std::string& into) const {
    const ordered_json* json = Find(field);
    if (json == nullptr) return Ok();
    // An absent text is left out, so an empty one is a mistake.
    if (!json->is_string() || json->get_ref<const std::string&>().empty()) {
      return Wrong(PathOf(field), "一个非空字符串", "a string that is not empty");
    }
    into = json->get<std::string>();
    return Ok();
  }

  Status Read(const char* field, bool& into) const {
    const ordered_json* json = Find(field);
    if (json == nullptr) return Ok();
    if (!json->is_boolean()) return Wrong(PathOf(field), "true 或 false", "true or false");
    into = json->get<bool>();
    return Ok();
  }

  // Requires: 0 <= least <= most.
  Status Read(const char* field, int least, int most, int& into) const {
    const ordered_json* json = Find(field);
    if (json == nullptr) return Ok();
    const bool whole = json->is_number_unsigned();
    const std::uint64_t value = whole ? json->get<std::uint64_t>() : 0;
    if (!whole || value < static_cast<std::uint64_t>(least) ||
        value > static_cast<std::uint64_t>(most)) {
      return Wrong(PathOf(field), fmt::format("{} 到 {} 的整数", least, most),
                   fmt::format("a whole number from {} to {}", least, most));
    }
    into = static_cast<int>(value);
    return Ok();
  }

  Status Read(const char* field, std::optional<Points>& into) const {
    const ordered_json* json = Find(field);
    if (json == nullptr) return Ok();
    if (json->is_string()) into = Decimal::Parse(json->get_ref<const std::string&>());
    if (!into) {
      return Wrong(PathOf(field), "写成字符串的十进制数，如 \"0.5\"",
                   "a decimal written as a string, as \"0.5\"");
    }
    return Ok();
  }

  Status Read(const char* field, std::optional<Date>& into) const {
    const ordered_json* json = Find(field);
    if (json == nullptr) return Ok();
    if (json->is_string()) into = Date::Parse(json->get_ref<const std::string&>());
    if (!into) return Wrong(PathOf(field), "如 \"2017-05-03\" 的日期", "a day as \"2017-05-03\"");
    return Ok();
  }

  Status Read(const char* field, Place& into) const {
    const ordered_json* json = Find(field);
    if (json == nullptr) return Ok();
    return ReadWith(*json, PathOf(field), rules::ReadPlace, into);
  }

  Status Read(const char* field, Span& into) const {
    const ordered_json* json = Find(field);
    if (json == nullptr) return Ok();
    return ReadWith(*json, PathOf(field), rules::ReadSpan, into);
  }

  Status Read(const char* field, std::vector<std::string>& into) const {
    return Each(field, [&into](const ordered_json& json, const std::string& path) -> Status {
      if (!json.is_string()) return Wrong(path, "一个字符串", "a string");
      into.push_back(json.get<std::string>());
      return Ok();
    });
  }

  // One of several values by its name, ("proportional", kProportional), ….
  template <typename Enum>
  Status Read(const char* field, std::initializer_list<std::pair<const char*, Enum>> values,
              Enum& into) const {
    const ordered_json* json = Find(field);
    if (json == nullptr) return Ok();
    std::string accepted;
    for (const auto& [name, value] : values) {
      if (json->is_string() && json->get_ref<const std::string&>() == name) {
        into = value;
        return Ok();
      }
      accepted += (accepted.empty() ? "" : " | ") + std::string(name);
    }
    return Wrong(PathOf(field), accepted, accepted);
  }

  // A list whose elements a room below reads.
  template <typename T>
  Status Read(const char* field, Result<T> (*read)(const ordered_json&),
              std::vector<T>& into) const {
    return Each(field, [&](const ordered_json& json, const std::string& path) -> Status {
      return ReadWith(json, path, read, into.emplace_back());
    });
  }

  // Calls read(element, path of the element) → Status for each element of a list.
  template <typename Function>
  Status Each(const char* field, Function read) const {
    const ordered_json* json = Find(field);
    if (json == nullptr) return Ok();
    if (!json->is_array()) return Wrong(PathOf(field), "一个数组", "an array");
    for (std::size_t i = 0; i < json->size(); ++i) {
      KAOPING_TRY_STATUS(read((*json)[i], fmt::format("{}[{}]", PathOf(field), i)));
    }
    return Ok();
  }

  template <typename T>
  static Status ReadWith(const ordered_json& json, const std::string& path,
                         Result<T> (*read)(const ordered_json&), T& into) {
    Result<T> result = read(json);
    if (!result) return At(path, std::move(result).error());
    into = std::move(result).value();
    return Ok();
  }

 private:
  Fields(const ordered_json& json, std::string path) : json_(&json), path_(std::move(path)) {}

  const ordered_json* json_;
  std::string path_;
};

Status ReadPeriod(const Fields& scheme, Period& period) {
  KAOPING_TRY_STATUS(scheme.Require({"period"}));
  KAOPING_TRY(const Fields fields,
              Fields::Open(*scheme.Find("period"), "period", {"from", "to", "inferred"}));
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
        KAOPING_TRY(const Fields fields, Fields::Open(json, path, {"title", "number"}));
        KAOPING_TRY_STATUS(fields.Require({"title"}));
        CitedDocument& cited = cites.emplace_back();
        KAOPING_TRY_STATUS(fields.Read("title", cited.title));
        return fields.Read("number", cited.number);
      });
}

Status ReadNotice(const Fields& scheme, Notice& notice) {
  const ordered_json* json = scheme.Find("notice");
  if (json == nullptr) return Ok();
  KAOPING_TRY(const Fields fields,
              Fields::Open(*json, "notice",
                           {"issuer", "number", "title", "addressees", "cites", "attachments",
                            "copies_to", "printed_by", "printed_on", "places"}));
  KAOPING_TRY_STATUS(fields.Read("issuer", notice.issuer));
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
              Fields::Open(*places, "notice.places",
                           {"issuer", "number", "title", "addressees", "cites", "attachments",
                            "copies_to", "printed_by", "printed_on"}));
  for (const auto& [part, place] : places->items()) {
    KAOPING_TRY_STATUS(by_part.Read(part.c_str(), notice.places[part]));
  }
  return Ok();
}

Status ReadSettings(const Fields& scheme, Settings& settings) {
  const ordered_json* json = scheme.Find("settings");
  if (json == nullptr) return Ok();
  KAOPING_TRY(
      const Fields fields,
      Fields::Open(*json, "settings", {"decimals", "base", "bonus_cap", "part_steps", "highest"}));
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
  if (!json.is_object()) return Wrong(path, "一个对象", "an object");
  // The rule's own fields are checked by their room; the two of the scheme are taken out first.
  ordered_json key = ordered_json::object();
  ordered_json rest = json;
  for (const char* name : {"key", "id"}) {
    if (const auto found = rest.find(name); found != rest.end()) {
      key[name] = *found;
      rest.erase(found);
    }
  }
  KAOPING_TRY(const Fields fields, Fields::Open(key, path, {"key", "id"}));
  KAOPING_TRY_STATUS(fields.Require({"key", "id"}));
  KAOPING_TRY_STATUS(fields.Read("key", into.key));
  KAOPING_TRY_STATUS(fields.Read("id", into.id));
  return Fields::ReadWith(rest, path, rules::ReadRule, into.rule);
}

Status ReadCriterion(const Fields& task, std::optional<Criterion>& into) {
  const ordered_json* json = task.Find("criterion");
  if (json == nullptr) return Ok();
  const std::string path = task.PathOf("criterion");
  Criterion& criterion = into.emplace();
  if (json->is_object() && json->contains("same_as")) {
    KAOPING_TRY(const Fields fields, Fields::Open(*json, path, {"same_as"}));
    return fields.Read("same_as", criterion.same_as);
  }
  KAOPING_TRY(const Fields fields, Fields::Open(*json, path,
                                                {"text", "span", "place", "rules", "limits",
                                                 "policies", "links", "diagnostics"}));
  KAOPING_TRY_STATUS(fields.Require({"text"}));
  KAOPING_TRY_STATUS(fields.Read("text", criterion.text));
  KAOPING_TRY_STATUS(fields.Read("span", criterion.span));
  KAOPING_TRY_STATUS(fields.Read("place", criterion.place));
  KAOPING_TRY_STATUS(fields.Each("rules", [&](const ordered_json& rule, const std::string& at) {
    return ReadSchemeRule(rule, at, criterion.rules.emplace_back());
  }));
  KAOPING_TRY_STATUS(fields.Read("limits", rules::ReadLimit, criterion.limits));
  KAOPING_TRY_STATUS(fields.Read("policies", rules::ReadPolicy, criterion.policies));
  KAOPING_TRY_STATUS(fields.Read("links", rules::ReadLink, criterion.links));
  return fields.Read("diagnostics", rules::ReadDiagnostic, criterion.diagnostics);
}

Status ReadResponsible(const Fields& task, std::vector<Responsible>& into) {
  return task.Each("responsible", [&](const ordered_json& json, const std::string& path) -> Status {
    KAOPING_TRY(const Fields fields, Fields::Open(json, path, {"name", "by"}));
    KAOPING_TRY_STATUS(fields.Require({"name"}));
    Responsible& office = into.emplace_back();
    KAOPING_TRY_STATUS(fields.Read("name", office.name));
    return fields.Read(
        "by",
        {std::pair("group", Responsible::By::kGroup), std::pair("case", Responsible::By::kCase),
         std::pair("document", Responsible::By::kDocument)},
        office.by);
  });
}

Status ReadTaskBase(const Fields& task, std::optional<Base>& into) {
  const ordered_json* json = task.Find("base");
  if (json == nullptr) return Ok();
  Base& base = into.emplace();
  if (!json->is_object()) return task.Read("base", base.points);
  KAOPING_TRY(const Fields fields, Fields::Open(*json, task.PathOf("base"), {"same_as"}));
  KAOPING_TRY_STATUS(fields.Require({"same_as"}));
  return fields.Read("same_as", base.same_as);
}

Status ReadPlaces(const Fields& task, Task& into) {
  const ordered_json* json = task.Find("places");
  if (json == nullptr) return Ok();
  KAOPING_TRY(const Fields fields, Fields::Open(*json, task.PathOf("places"),
                                                {"content", "deliverables", "responsible"}));
  KAOPING_TRY_STATUS(fields.Read("content", into.content.place));
  KAOPING_TRY_STATUS(fields.Read("responsible", into.responsible_place));
  if (fields.Find("deliverables") == nullptr) return Ok();
  std::vector<Place> places;
  KAOPING_TRY_STATUS(fields.Read("deliverables", rules::ReadPlace, places));
  if (places.size() != into.deliverables.size()) {
    return Wrong(fields.PathOf("deliverables"), "与 deliverables 一样多的位置",
                 "as many places as there are deliverables");
  }
  for (std::size_t i = 0; i < places.size(); ++i) into.deliverables[i].place = places[i];
  return Ok();
}

Status ReadTask(const ordered_json& json, const std::string& path, Task& task) {
  KAOPING_TRY(const Fields fields,
              Fields::Open(json, path,
                           {"key", "number", "content", "deliverables", "responsible",
                            "responsible_text", "base", "criterion", "places"}));
  KAOPING_TRY_STATUS(fields.Require({"key"}));
  KAOPING_TRY_STATUS(fields.Read("key", task.key));
  KAOPING_TRY_STATUS(fields.Read("number", task.number));
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
              Fields::Open(json, path, {"key", "title", "kind", "place", "base", "tasks"}));
  KAOPING_TRY_STATUS(fields.Require({"key", "title", "kind", "tasks"}));
  KAOPING_TRY_STATUS(fields.Read("key", section.key));
  KAOPING_TRY_STATUS(fields.Read("title", section.title.text));
  KAOPING_TRY_STATUS(fields.Read(
      "kind",
      {std::pair("ordinary", Section::Kind::kOrdinary),
       std::pair("individual", Section::Kind::kIndividual),
       std::pair("bonus", Section::Kind::kBonus), std::pair("use", Section::Kind::kUse)},
      section.kind));
  KAOPING_TRY_STATUS(fields.Read("place", section.title.place));
  KAOPING_TRY_STATUS(fields.Read("base", section.base));
  return fields.Each("tasks", [&section](const ordered_json& task, const std::string& at) {
    return ReadTask(task, at, section.tasks.emplace_back());
  });
}

Result<Scheme> ReadFields(const ordered_json& json) {
  KAOPING_TRY(const Fields fields, Fields::Open(json, "",
                                                {"format", "title", "year", "period", "notice",
                                                 "settings", "sections", "diagnostics"}));
  KAOPING_TRY_STATUS(fields.Require({"format", "title", "year", "sections"}));
  if (*fields.Find("format") != "scheme/1") return Wrong("format", "\"scheme/1\"", "\"scheme/1\"");
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

Result<Scheme> ReadScheme(std::string_view json) {
  try {
    KAOPING_TRY(Scheme scheme, ReadFields(ordered_json::parse(json)));
    KAOPING_TRY_STATUS(CheckScheme(scheme));
    return scheme;
  } catch (const nlohmann::json::parse_error& error) {
    const std::string_view before = json.substr(0, std::min(error.byte, json.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    return MakeError(
        ErrorKind::kInvalid, "scheme-invalid",
        Say("方案文件第 {} 行不是合法的 JSON，请用 kaoping parse 重新生成",
            "the scheme file is not JSON at line {}: make it again with kaoping parse", line));
  }
}

}  // namespace kaoping::scheme
