#include "api/static_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace kaoping::api {

const embedded::File* StaticFiles::Find(std::string_view path) const {
  const auto found = std::lower_bound(
      files_.begin(), files_.end(), path,
      [](const embedded::File& file, std::string_view wanted) { return file.path < wanted; });
  return found != files_.end() && found->path == path ? &*found : nullptr;
}

std::optional<Response> StaticFiles::Answer(const Request& request) const {
  const std::string path = request.target.Path();
  const embedded::File* file = Find(path == "/" ? "/index.html" : path);
  const bool opens_page = request.Header("Accept").find("text/html") != std::string_view::npos;
  if (file == nullptr && opens_page) file = Find("/index.html");
  if (file == nullptr) return std::nullopt;

  const bool packed = !file->gzip.empty() && AcceptsGzip(request.Header("Accept-Encoding"));
  // Two representations need two strong tags.
  const std::string etag = fmt::format("\"{}{}\"", file->sha256.substr(0, 32), packed ? "-gz" : "");
  Response response;
  response.Set("ETag", etag);
  response.Set("Vary", "Accept-Encoding");
  response.Set("Cache-Control", file->path.starts_with("/assets/")
                                    ? "public, max-age=31536000, immutable"
                                    : "no-cache");
  if (MatchesEtag(request.Header("If-None-Match"), etag)) {
    response.status = 304;
    return response;
  }
  response.Set("Content-Type", file->media_type);
  if (packed) response.Set("Content-Encoding", "gzip");
  response.fixed_body = packed ? file->gzip : file->content;
  return response;
}

bool AcceptsGzip(std::string_view accept_encoding) {
  while (!accept_encoding.empty()) {
    const auto end = std::min(accept_encoding.find(','), accept_encoding.size());
    std::string entry(accept_encoding.substr(0, end));
    accept_encoding.remove_prefix(std::min(end + 1, accept_encoding.size()));
    std::erase(entry, ' ');
    const bool refused = entry.ends_with(";q=0") || entry.ends_with(";q=0.0") ||
                         entry.ends_with(";q=0.00") || entry.ends_with(";q=0.000");
    if (SameIgnoringCase(entry.substr(0, entry.find(';')), "gzip")) return !refused;
  }
  return false;
}

}  // namespace kaoping::api
