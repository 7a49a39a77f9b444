// Call: what a route's function is given.

#ifndef KAOPING_API_CALL_H_
#define KAOPING_API_CALL_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/http.h"
#include "api/metrics.h"
#include "base/date.h"
#include "document/read.h"
#include "service/accounts.h"
#include "service/context.h"
#include "service/evidence_intake.h"

namespace kaoping::api {

// Names the cookie that carries the session's token.
inline constexpr std::string_view kSessionCookie = "kaoping_session";

struct Call {
  const Request& request;
  // What stood for the braces of the route's pattern, in their order.
  const std::vector<std::string>& parameters;
  store::Store& store;
  const document::DocumentReader& read;  // for files that are imported
  const Metrics& metrics;
  const service::Intake& intake;  // for files of evidence
  Timestamp now;
  // What has arrived; set on routes that take a file.
  service::ArrivingFile* file = nullptr;
  // Whose session it is; not set on routes of Access::kAnyone.
  std::optional<service::Account> account = std::nullopt;

  // Requires: account.
  service::Context Context() const {
    return {store, service::ActorOf(account.value(), request.peer), now};
  }
  std::string_view Token() const { return request.Cookie(kSessionCookie); }
  Language language() const { return request.Preferred(); }
};

}  // namespace kaoping::api

#endif  // KAOPING_API_CALL_H_
