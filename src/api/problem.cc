#include "api/problem.h"

#include <nlohmann/json.hpp>

#include "api/json.h"
#include "base/check.h"

namespace kaoping::api {
namespace {

int StatusOf(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kInvalid:
      return 422;
    case ErrorKind::kNotFound:
      return 404;
    case ErrorKind::kConflict:
      return 409;
    case ErrorKind::kForbidden:
      return 403;
    case ErrorKind::kUnavailable:
      return 503;
    case ErrorKind::kCorrupt:
      return 500;
  }
  KAOPING_CHECK(false);
  return 500;
}

}  // namespace

int StatusOf(const Error& error) {
  if (error.code == kMalformedBody) return 400;
  return error.code == "evidence-too-large" ? 413 : StatusOf(error.kind);
}

namespace {

Response Answer(const Request& request, int status, const Error& error,
                const nlohmann::ordered_json& more) {
  nlohmann::ordered_json json = {{"type", "about:blank"},
                                 {"title", ReasonPhrase(status)},
                                 {"status", status},
                                 {"code", error.code},
                                 {"detail", error.message.In(request.Preferred())}};
  if (!error.field.empty()) json["field"] = error.field;
  json["request"] = request.id;
  json.update(more);
  Response response = JsonResponse(status, json);
  response.Set("Content-Type", "application/problem+json");
  if (status == 401) response.Set("WWW-Authenticate", "Cookie");
  if (status == 503) response.Set("Retry-After", "1");
  return response;
}

}  // namespace

Response Problem(const Request& request, int status, const Error& error) {
  return Answer(request, status, error, nlohmann::ordered_json::object());
}

Response Problem(const Request& request, const Error& error) {
  return Problem(request, StatusOf(error), error);
}

Response Problem(const Request& request, const Error& error, const nlohmann::ordered_json& more) {
  return Answer(request, StatusOf(error), error, more);
}

}  // namespace kaoping::api
