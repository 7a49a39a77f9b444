// Files that were put into the program when it was built (tools/embed.py, cmake/Embed.cmake).

#ifndef KAOPING_API_EMBEDDED_H_
#define KAOPING_API_EMBEDDED_H_

#include <span>
#include <string_view>

namespace kaoping::api::embedded {

// All views last as long as the program.
struct File {
  std::string_view path;        // "/assets/index-BwZ1.js": from the folder, with a leading slash
  std::string_view media_type;  // "text/css; charset=utf-8"
  std::string_view sha256;      // of the content, in hexadecimal
  std::string_view content;
  std::string_view gzip;  // the content compressed; empty where that saves nothing
};

// The built page (web/dist), by path; empty in a program that was built without it.
std::span<const File> WebFiles();
// examples/nantong-2017: what `kaoping demo` starts from.
std::span<const File> DemoFiles();

}  // namespace kaoping::api::embedded

#endif  // KAOPING_API_EMBEDDED_H_
