// StaticFiles: the page, answered from the program itself.
//
// Compressed where the client takes it, with strong entity tags; what Vite names by its content
// (/assets/…) may be kept for ever, anything else is asked for again. A browser that opens an
// address of the page's own router gets the page.

#ifndef KAOPING_API_STATIC_FILES_H_
#define KAOPING_API_STATIC_FILES_H_

#include <optional>
#include <span>
#include <string_view>

#include "api/embedded.h"
#include "api/http.h"

namespace kaoping::api {

class StaticFiles {
 public:
  // `files` in the order of their paths, as embedded/ lists them, lasting as long as the program.
  explicit StaticFiles(std::span<const embedded::File> files) : files_(files) {}

  // 200 or 304; nothing if there is no such file. For GET and HEAD.
  std::optional<Response> Answer(const Request& request) const;
  // False in a program that was built without the page.
  bool HasPage() const { return Find("/index.html") != nullptr; }

 private:
  const embedded::File* Find(std::string_view path) const;

  std::span<const embedded::File> files_;
};

// Whether an Accept-Encoding header takes gzip.
bool AcceptsGzip(std::string_view accept_encoding);

}  // namespace kaoping::api

#endif  // KAOPING_API_STATIC_FILES_H_
