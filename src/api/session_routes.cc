#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "api/json.h"
#include "api/problem.h"
#include "api/routes.h"
#include "api/views.h"

namespace kaoping::api {
namespace {

// Kept by the browser until it ends; the service ends the session by its own clock.
std::string SessionCookie(const Request& request, std::string_view token,
                          std::string_view attributes) {
  const bool secure = request.Header("X-Forwarded-Proto") == "https";
  return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict{}{}", kSessionCookie, token,
                     secure ? "; Secure" : "", attributes);
}

}  // namespace

Result<Response> SignIn(const Call& call) {
  KAOPING_TRY(const Form form, Form::Read(call.request, {"name", "password"}));
  KAOPING_TRY(const std::string name, form.Required("name"));
  KAOPING_TRY(const std::string password, form.Required("password"));
  const auto signed_in = service::SignIn(call.store, call.now, name, password, call.request.peer);
  if (!signed_in && signed_in.error().code == "sign-in-failed") {
    return Problem(call.request, 401, signed_in.error());
  }
  if (!signed_in) return signed_in.error();
  Response response = JsonResponse(200, ViewSession(signed_in->account));
  response.Set("Set-Cookie", SessionCookie(call.request, signed_in->token, ""));
  return response;
}

Result<Response> GetSession(const Call& call) {
  return JsonResponse(200, ViewSession(call.account.value()));
}

Result<Response> SignOut(const Call& call) {
  KAOPING_TRY_STATUS(service::SignOut(call.store, call.now, call.Token(), call.request.peer));
  Response response;
  response.status = 204;
  response.Set("Set-Cookie", SessionCookie(call.request, "", "; Max-Age=0"));
  return response;
}

Result<Response> ChangeOwnPassword(const Call& call) {
  KAOPING_TRY(const Form form, Form::Read(call.request, {"old", "new"}));
  KAOPING_TRY(const std::string old_password, form.Required("old"));
  KAOPING_TRY(const std::string new_password, form.Required("new"));
  KAOPING_TRY_STATUS(service::ChangeOwnPassword(call.store, call.now, call.Token(), old_password,
                                                new_password, call.request.peer));
  Response response;
  response.status = 204;
  return response;
}

}  // namespace kaoping::api
