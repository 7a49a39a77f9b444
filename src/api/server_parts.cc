#include "api/server_parts.h"

namespace kaoping::api {

namespace beast = boost::beast;

std::optional<Refusal> RefusalFor(const beast::error_code& error) {
  using Http = beast::http::error;
  if (error == Http::header_limit || error == Http::buffer_overflow) {
    return Refusal::kHeaderTooLarge;
  }
  if (error == Http::body_limit) return Refusal::kTooLarge;
  if (error == Http::bad_version) return Refusal::kVersion;
  if (error == Http::end_of_stream || error == Http::partial_message) return std::nullopt;
  const bool is_parse_error = error.category() == make_error_code(Http::bad_method).category();
  if (is_parse_error) return Refusal::kMalformed;
  return std::nullopt;  // closed, reset, or too slow
}

void ReadHead(const Parser& parser, Request& request) {
  const auto& message = parser.get();
  request.method = message.method_string();
  const std::string_view target(message.target().data(), message.target().size());
  request.raw_target = target.substr(0, target.find('?'));
  for (const auto& field : message) {
    request.headers.push_back({field.name_string(), field.value()});
  }
}

bool HasProperHost(const Parser& parser) {
  const auto count = parser.get().count(beast::http::field::host);
  return count == 1 || (count == 0 && parser.get().version() == 10);
}

}  // namespace kaoping::api
