#include <nlohmann/json.hpp>

#include "api/json.h"
#include "api/routes.h"
#include "json/fields.h"
#include "service/entrustments.h"
#include "service/register.h"

namespace kaoping::api {
namespace {

using nlohmann::ordered_json;

constexpr json::FileKind kBody = {"entrustment-invalid", "请求内容", "body of the request"};

Response Answer(const std::vector<service::Entrustment>& entrustments) {
  ordered_json items = ordered_json::array();
  for (const service::Entrustment& one : entrustments) {
    ordered_json& item = items.emplace_back(ordered_json{
        {"task", one.task}, {"units", one.units}, {"by", one.by}, {"at", one.at.ToString()}});
    if (!one.reason.empty()) item["reason"] = one.reason;
  }
  return JsonResponse(200, {{"items", std::move(items)}});
}

}  // namespace

Result<Response> GetRegister(const Call& call) {
  Response response;
  response.Set("Content-Type", "application/json");
  KAOPING_TRY(response.body, service::ShowRegister(call.Context()));
  return response;
}

Result<Response> ReplaceRegister(const Call& call) {
  KAOPING_TRY_STATUS(CheckJson(call.request.body));
  KAOPING_TRY(const auto outcome, service::ImportRegister(call.Context(), call.request.body));
  return JsonResponse(
      200, {{"is_new", outcome.is_new}, {"units", outcome.units}, {"offices", outcome.offices}});
}

Result<Response> ListEntrustments(const Call& call) {
  KAOPING_TRY(const auto list, service::ListEntrustments(call.Context(), call.parameters[0]));
  return Answer(list);
}

Result<Response> EntrustTask(const Call& call) {
  KAOPING_TRY_STATUS(CheckJson(call.request.body));
  const ordered_json body = ordered_json::parse(call.request.body);
  KAOPING_TRY(const json::Fields fields, json::Fields::Open(kBody, body, "", {"units", "reason"}));
  std::vector<std::string> units;
  std::string reason;
  KAOPING_TRY_STATUS(fields.Require({"units"}));
  KAOPING_TRY_STATUS(fields.Read("units", units));
  if (fields.Find("reason") != nullptr) KAOPING_TRY_STATUS(fields.Read("reason", reason));
  KAOPING_TRY(const auto list, service::EntrustTask(call.Context(), call.parameters[0],
                                                    call.parameters[1], units, reason));
  return Answer(list);
}

}  // namespace kaoping::api
