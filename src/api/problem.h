// Problems: what goes wrong, as application/problem+json (RFC 9457).

#ifndef KAOPING_API_PROBLEM_H_
#define KAOPING_API_PROBLEM_H_

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "api/http.h"
#include "base/result.h"

namespace kaoping::api {

// The code of an Error for a body that is no JSON, or another shape of JSON than asked for: 400,
// where other invalid input is 422.
inline constexpr std::string_view kMalformedBody = "json-malformed";

int StatusOf(const Error& error);

// {"type","title","status","code","detail","field"?,"request"}; `detail` in the reader's language.
Response Problem(const Request& request, int status, const Error& error);
// With StatusOf(error).
Response Problem(const Request& request, const Error& error);
// The same, with members of its own behind those.
Response Problem(const Request& request, const Error& error, const nlohmann::ordered_json& more);

}  // namespace kaoping::api

#endif  // KAOPING_API_PROBLEM_H_
