// Private to api/: the first lines of an answer.

#ifndef KAOPING_API_RESPONSE_HEAD_H_
#define KAOPING_API_RESPONSE_HEAD_H_

#include <string>
#include <string_view>

#include "api/http.h"

namespace kaoping::api {

// The head of an answer. InternalError for a header that would divide it in two.
std::string WriteHead(const Response& response, std::string_view request_id, bool keep_alive);

}  // namespace kaoping::api

#endif  // KAOPING_API_RESPONSE_HEAD_H_
