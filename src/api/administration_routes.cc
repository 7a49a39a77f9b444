#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/json.h"
#include "api/routes.h"
#include "api/views.h"
#include "base/check.h"
#include "service/verification.h"

namespace kaoping::api {
namespace {

using nlohmann::ordered_json;

Result<service::Role> ReadRole(const Form& form) {
  KAOPING_TRY(const std::string text, form.Required("role"));
  if (const auto role = service::ParseRole(text)) return *role;
  return MakeError(ErrorKind::kInvalid, "role-unknown",
                   Say("没有“{}”这个角色", "there is no role \"{}\"", text), "role");
}

service::Place ReadPlace(const Form& form) {
  return {.unit = form.Optional("unit"), .office = form.Optional("office")};
}

// The account as it is now. Requires: there is one.
Result<Response> AnswerUser(const Call& call, const std::string& name) {
  KAOPING_TRY(const auto accounts, service::ListUsers(call.Context()));
  const auto found = std::find_if(accounts.begin(), accounts.end(),
                                  [&](const auto& account) { return account.name == name; });
  KAOPING_CHECK(found != accounts.end());
  return JsonResponse(200, ViewUser(*found));
}

Response Text(std::string_view media_type, std::string body) {
  Response response;
  response.Set("Content-Type", media_type);
  response.body = std::move(body);
  return response;
}

}  // namespace

Result<Response> ListUsers(const Call& call) {
  KAOPING_TRY(const auto accounts, service::ListUsers(call.Context()));
  ordered_json items = ordered_json::array();
  for (const service::Account& account : accounts) items.push_back(ViewUser(account));
  return JsonResponse(200, {{"items", std::move(items)}});
}

Result<Response> AddUser(const Call& call) {
  KAOPING_TRY(const Form form,
              Form::Read(call.request, {"name", "display", "role", "unit", "office"}));
  KAOPING_TRY(const std::string name, form.Required("name"));
  KAOPING_TRY(const std::string display, form.Required("display"));
  KAOPING_TRY(const service::Role role, ReadRole(form));
  KAOPING_TRY(const auto password,
              service::AddUser(call.Context(), name, display, role, ReadPlace(form)));
  return JsonResponse(201, View(password));
}

Result<Response> ChangeRole(const Call& call) {
  KAOPING_TRY(const Form form, Form::Read(call.request, {"role"}));
  KAOPING_TRY(const service::Role role, ReadRole(form));
  const std::string& name = call.parameters[0];
  KAOPING_TRY_STATUS(service::ChangeRole(call.Context(), name, role));
  return AnswerUser(call, name);
}

Result<Response> ChangePlace(const Call& call) {
  KAOPING_TRY(const Form form, Form::Read(call.request, {"unit", "office"}));
  const std::string& name = call.parameters[0];
  KAOPING_TRY_STATUS(service::ChangePlace(call.Context(), name, ReadPlace(form)));
  return AnswerUser(call, name);
}

Result<Response> ResetPassword(const Call& call) {
  KAOPING_TRY(const Form form, Form::Read(call.request, {}));
  KAOPING_TRY(const auto password, service::ResetPassword(call.Context(), call.parameters[0]));
  return JsonResponse(200, View(password));
}

Result<Response> VerifyLedger(const Call& call) {
  KAOPING_TRY(const auto report, service::Verify(call.Context(), std::nullopt));
  return Text("application/json", service::WriteReport(report, call.language()));
}

Result<Response> GetHealth(const Call&) { return Text("text/plain; charset=utf-8", "ok\n"); }

Result<Response> GetReadiness(const Call& call) {
  KAOPING_TRY_STATUS(service::CheckReady(call.store));
  return Text("text/plain; charset=utf-8", "ok\n");
}

Result<Response> GetMetrics(const Call& call) {
  return Text("text/plain; version=0.0.4; charset=utf-8", call.metrics.Render());
}

}  // namespace kaoping::api
