#include "api/response_head.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>

#include "base/check.h"

namespace kaoping::api {
namespace {

std::string HttpDate(std::time_t now) {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(now));
}

bool IsClean(std::string_view text) { return text.find_first_of({"\r\n\0", 3}) == text.npos; }

}  // namespace

std::string WriteHead(const Response& response, std::string_view request_id, bool keep_alive) {
  std::string head =
      fmt::format("HTTP/1.1 {} {}\r\n", response.status, ReasonPhrase(response.status));
  for (const HeaderField& header : response.headers) {
    KAOPING_CHECK(IsClean(header.name) && IsClean(header.value));
    head += header.name + ": " + header.value + "\r\n";
  }
  if (response.status != 204 && response.status != 304) {
    head += fmt::format("Content-Length: {}\r\n", response.BodySize());
  }
  head +=
      fmt::format("Date: {}\r\nX-Request-Id: {}\r\nConnection: {}\r\n\r\n",
                  HttpDate(std::time(nullptr)), request_id, keep_alive ? "keep-alive" : "close");
  return head;
}

}  // namespace kaoping::api
