// Serve: the whole of `kaoping serve` and `kaoping demo`, from the data folder to the last answer.

#ifndef KAOPING_API_SERVE_H_
#define KAOPING_API_SERVE_H_

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include "base/message.h"
#include "base/result.h"
#include "document/read.h"
#include "service/file_scanner.h"

namespace kaoping::api {

struct ListenAddress {
  std::string host = "127.0.0.1";  // an IP address, without brackets
  std::uint16_t port = 8080;       // 0: any free one
  friend bool operator==(const ListenAddress&, const ListenAddress&) = default;
};

// Reads "127.0.0.1:8080", "[::1]:8080", ":8080" and "127.0.0.1". kInvalid `listen-address`.
Result<ListenAddress> ParseListenAddress(std::string_view text);

struct ServeOptions {
  std::filesystem::path data;
  ListenAddress listen;
  Language language = Language::kChinese;                  // of what is written to `out`
  document::DocumentReader read = document::ReadDocument;  // for files that are imported
  bool log_requests = true;                                // a line on standard error for each
  // Files of evidence are shown to this one before they are kept; none: they are not scanned.
  std::shared_ptr<const service::FileScanner> scanner = nullptr;
};

// Opens the data folder, which is made if need be, and serves it until SIGTERM or SIGINT.
//
// Writes to `out` where it serves, and the first time the name and the password of the first
// administrator. Errors are those of service::OpenStore and Server::Listen; the address is taken
// before any account is made, so that a password is never made in vain.
Status Serve(const ServeOptions& options, std::ostream& out);

// Likewise, with a data folder that is filled first if it has no accounts: the reference notice of
// 2017, published, its register and sample facts, and an account for each role, whose passwords
// are written to `out` this once.
Status ServeDemo(const ServeOptions& options, std::ostream& out);

}  // namespace kaoping::api

#endif  // KAOPING_API_SERVE_H_
