// Clamd: asks a ClamAV daemon whether a file is clean (INSTREAM). Off unless an operator names one.

#ifndef KAOPING_CHANNELS_CLAMD_H_
#define KAOPING_CHANNELS_CLAMD_H_

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "service/file_scanner.h"

namespace kaoping::channels {

struct ClamdAddress {
  std::string socket;  // the path of a Unix socket, or empty
  std::string host;    // else an IP address
  std::uint16_t port = 0;
};

// Reads "unix:/run/clamav/clamd.ctl", "127.0.0.1:3310" and "[::1]:3310". kInvalid `clamd-address`.
Result<ClamdAddress> ParseClamdAddress(std::string_view text);

// A scanner that connects anew for each file. `patience` is how long it waits for the daemon to
// take or say anything. A daemon that can't be reached, ends early, finds the file too large for
// itself (its StreamMaxLength) or answers what isn't known has not found it clean.
std::unique_ptr<service::FileScanner> MakeClamdScanner(
    ClamdAddress address, std::chrono::milliseconds patience = std::chrono::seconds(60));

}  // namespace kaoping::channels

#endif  // KAOPING_CHANNELS_CLAMD_H_
