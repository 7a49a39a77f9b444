#include <nlohmann/json.hpp>

#include "api/json.h"
#include "api/routes.h"
#include "json/fields.h"
#include "service/settings.h"

namespace kaoping::api {
namespace {

using nlohmann::ordered_json;

constexpr json::FileKind kBody = {"settings-invalid", "请求内容", "body of the request"};

Response Answer(const Call& call, const std::vector<service::SettingView>& settings) {
  ordered_json items = ordered_json::array();
  for (const service::SettingView& setting : settings) {
    ordered_json& item = items.emplace_back(ordered_json{
        {"name", setting.name},
        {"group", setting.group == service::SettingGroup::kSecurity ? "security" : "appraisal"},
        {"title", setting.title.In(call.language())},
        {"value", setting.value},
        {"default", setting.standard},
        {"kind", setting.is_switch ? "switch" : "number"}});
    if (!setting.is_switch) item.update({{"least", setting.least}, {"most", setting.most}});
    if (!setting.at) continue;
    item.update({{"by", setting.by}, {"at", setting.at->ToString()}, {"reason", setting.reason}});
  }
  return JsonResponse(200, {{"items", std::move(items)}});
}

}  // namespace

Result<Response> ListSettings(const Call& call) {
  KAOPING_TRY(const auto settings, service::ListSettings(call.Context()));
  return Answer(call, settings);
}

Result<Response> ChangeSettings(const Call& call) {
  KAOPING_TRY_STATUS(CheckJson(call.request.body));
  const ordered_json body = ordered_json::parse(call.request.body);
  KAOPING_TRY(const json::Fields fields,
              json::Fields::Open(kBody, body, "", {"settings", "reason"}));
  KAOPING_TRY_STATUS(fields.Require({"settings"}));
  std::vector<service::SettingChoice> choices;
  std::string reason;
  if (fields.Find("reason") != nullptr) KAOPING_TRY_STATUS(fields.Read("reason", reason));
  const auto read_choice = [&](const ordered_json& json, const std::string& path) -> Status {
    KAOPING_TRY(const json::Fields one, json::Fields::Open(kBody, json, path, {"name", "value"}));
    KAOPING_TRY_STATUS(one.Require({"name", "value"}));
    service::SettingChoice& choice = choices.emplace_back();
    KAOPING_TRY_STATUS(one.Read("name", choice.name));
    return one.Read("value", choice.value);
  };
  KAOPING_TRY_STATUS(fields.Each("settings", read_choice));
  KAOPING_TRY(const auto settings, service::ChangeSettings(call.Context(), choices, reason));
  return Answer(call, settings);
}

}  // namespace kaoping::api
