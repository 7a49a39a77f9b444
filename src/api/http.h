// Requests and responses as the rest of this room sees them: no socket, no library type.

#ifndef KAOPING_API_HTTP_H_
#define KAOPING_API_HTTP_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/byte_source.h"
#include "base/message.h"

namespace kaoping::api {

struct HeaderField {
  std::string name;
  std::string value;
};

// Where a request goes: "/schemes/%E5%8D%97?unit=a+b" is {"schemes", "南"} with unit = "a b".
struct Target {
  std::vector<std::string> segments;  // decoded one by one: %2F does not divide
  std::vector<std::pair<std::string, std::string>> query;

  // The value of the first parameter of this name; nothing if there is none.
  std::optional<std::string> Query(std::string_view name) const;
  std::string Path() const;  // "/schemes/南"
};

// Reads the target of a request line. Nothing for what is no path ("*", "a/b"), a broken escape, a
// decoded text that is not UTF-8 or holds a control character, and for the segments "." and "..",
// which a client resolves before it asks.
std::optional<Target> ParseTarget(std::string_view text);

struct Request {
  std::string id;  // names the request in the log and in problems
  std::string method;
  std::string raw_target;  // as sent, without its query: safe to log
  Target target;
  std::vector<HeaderField> headers;
  std::string body;
  std::string peer;  // the address of the other end

  // The value of the first header of this name, in any case; empty if there is none.
  std::string_view Header(std::string_view name) const;
  // The value of a cookie; empty if there is none.
  std::string_view Cookie(std::string_view name) const;
  // What Accept-Language prefers of the two; Chinese if it says nothing.
  Language Preferred() const;
};

struct Response {
  int status = 200;
  std::vector<HeaderField> headers;
  std::string body;
  // Sent instead of `body`, without a copy, if not empty. Must last as long as the program.
  std::string_view fixed_body;
  // Sent instead of both, a piece at a time, if set. If it can't be read to its end the connection
  // ends, since the head is on its way already.
  std::shared_ptr<const ByteSource> source;

  // What is not `source`.
  std::string_view Body() const { return fixed_body.empty() ? std::string_view(body) : fixed_body; }
  std::uint64_t BodySize() const { return source ? source->size() : Body().size(); }
  void Set(std::string_view name, std::string_view value);  // replaces a header of this name
};

// "Not Found".
std::string_view ReasonPhrase(int status);

// Whether the two are the same but for the case of ASCII letters.
bool SameIgnoringCase(std::string_view a, std::string_view b);

// Whether one of the comma-separated entity tags of an If-None-Match header is `etag`, or "*".
bool MatchesEtag(std::string_view if_none_match, std::string_view etag);

}  // namespace kaoping::api

#endif  // KAOPING_API_HTTP_H_
