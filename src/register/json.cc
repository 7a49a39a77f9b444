// `register/1`: the JSON form of a register.

#include <set>

#include "json/fields.h"
#include "register/register.h"
#include "text/blank.h"

namespace kaoping::registry {
namespace {

using json::Fields;
using json::ordered_json;

constexpr json::FileKind kFile = {"register-invalid", "名录文件", "register file"};
constexpr int kDeepest = 8;

void PutList(ordered_json& json, const char* name, const std::vector<std::string>& list) {
  if (!list.empty()) json[name] = list;
}

template <typename Named>
ordered_json NamedToJson(const Named& named) {
  ordered_json json = {{"name", named.name}};
  PutList(json, "aliases", named.aliases);
  PutList(json, "tags", named.tags);
  return json;
}

void PutOffices(ordered_json& json, const std::vector<Office>& offices) {
  for (const Office& office : offices) {
    PutOffices(json["offices"].emplace_back(NamedToJson(office)), office.offices);
  }
}

// Names and aliases that must each mean one thing.
class Names {
 public:
  template <typename Named>
  Status Claim(const Named& named, const std::string& path) {
    KAOPING_TRY_STATUS(ClaimOne(named.name, path + ".name"));
    for (const std::string& alias : named.aliases) {
      KAOPING_TRY_STATUS(ClaimOne(alias, path + ".aliases"));
    }
    return Ok();
  }

 private:
  Status ClaimOne(const std::string& name, const std::string& path) {
    if (taken_.insert(JoinTorn(name)).second) return Ok();
    return MakeError(
        ErrorKind::kInvalid, kFile.code,
        Say("名录文件中 {0}：“{1}”已是另一个名称或别名，请只留一处",
            "in the register file, {0}: \"{1}\" is a name or alias already, keep one of them", path,
            name),
        path);
  }

  std::set<std::string> taken_;
};

template <typename Named>
Status ReadNamed(const Fields& fields, Named& named) {
  KAOPING_TRY_STATUS(fields.Require({"name"}));
  KAOPING_TRY_STATUS(fields.Read("name", named.name));
  KAOPING_TRY_STATUS(fields.Read("aliases", named.aliases));
  return fields.Read("tags", named.tags);
}

Status ReadOffices(const Fields& fields, int depth, Names& names, std::vector<Office>& offices) {
  return fields.Each("offices", [&](const ordered_json& json, const std::string& path) -> Status {
    if (depth > kDeepest) {
      return json::Wrong(kFile, path, fmt::format("不超过 {} 层的处室", kDeepest),
                         fmt::format("at most {} levels of offices", kDeepest));
    }
    KAOPING_TRY(const Fields office,
                Fields::Open(kFile, json, path, {"name", "aliases", "tags", "offices"}));
    Office& into = offices.emplace_back();
    KAOPING_TRY_STATUS(ReadNamed(office, into));
    KAOPING_TRY_STATUS(names.Claim(into, path));
    return ReadOffices(office, depth + 1, names, into.offices);
  });
}

Status ReadUnits(const Fields& fields, std::vector<Unit>& units) {
  Names unit_names;
  return fields.Each("units", [&](const ordered_json& json, const std::string& path) -> Status {
    KAOPING_TRY(
        const Fields unit,
        Fields::Open(kFile, json, path, {"name", "aliases", "tags", "assessed", "offices"}));
    Unit& into = units.emplace_back();
    KAOPING_TRY_STATUS(ReadNamed(unit, into));
    KAOPING_TRY_STATUS(unit.Read("assessed", into.is_assessed));
    KAOPING_TRY_STATUS(unit_names.Claim(into, path));
    Names office_names;
    return ReadOffices(unit, 1, office_names, into.offices);
  });
}

Status ReadGroups(const Fields& fields, std::vector<Group>& groups) {
  Names names;
  return fields.Each("groups", [&](const ordered_json& json, const std::string& path) -> Status {
    KAOPING_TRY(const Fields group, Fields::Open(kFile, json, path, {"name", "aliases", "tags"}));
    Group& into = groups.emplace_back();
    KAOPING_TRY_STATUS(group.Require({"tags"}));
    KAOPING_TRY_STATUS(ReadNamed(group, into));
    return names.Claim(into, path);
  });
}

}  // namespace

std::string WriteAnswer(const Answer& answer) {
  ordered_json json = ordered_json::object();
  PutList(json, "offices", answer.offices);
  PutList(json, "tags", answer.tags);
  if (answer.ignored) json["ignored"] = true;
  return json.dump();
}

Result<Answer> ReadAnswer(std::string_view text) {
  KAOPING_TRY(const ordered_json json, json::ParseFile(kFile, text));
  KAOPING_TRY(const Fields fields, Fields::Open(kFile, json, "", {"offices", "tags", "ignored"}));
  Answer answer;
  KAOPING_TRY_STATUS(fields.Read("offices", answer.offices));
  KAOPING_TRY_STATUS(fields.Read("tags", answer.tags));
  KAOPING_TRY_STATUS(fields.Read("ignored", answer.ignored));
  return answer;
}

std::string WriteRegister(const Register& units_and_offices) {
  ordered_json json = {{"format", "register/1"}, {"units", ordered_json::array()}};
  for (const Unit& unit : units_and_offices.units) {
    ordered_json& into = json["units"].emplace_back(NamedToJson(unit));
    if (!unit.is_assessed) into["assessed"] = false;
    PutOffices(into, unit.offices);
  }
  for (const Group& group : units_and_offices.groups) json["groups"].push_back(NamedToJson(group));
  return json.dump(2) + "\n";
}

Result<Register> ReadRegister(std::string_view text) {
  KAOPING_TRY(const ordered_json json, json::ParseFile(kFile, text));
  KAOPING_TRY(const Fields fields, Fields::Open(kFile, json, "", {"format", "units", "groups"}));
  KAOPING_TRY_STATUS(fields.Require({"format", "units"}));
  if (*fields.Find("format") != "register/1") {
    return json::Wrong(kFile, "format", "\"register/1\"", "\"register/1\"");
  }
  Register units_and_offices;
  KAOPING_TRY_STATUS(ReadUnits(fields, units_and_offices.units));
  KAOPING_TRY_STATUS(ReadGroups(fields, units_and_offices.groups));
  return units_and_offices;
}

}  // namespace kaoping::registry
