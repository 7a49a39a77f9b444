// FileScanner: a virus scanner that files are shown to before they are kept. channels/ has one that
// asks clamd.

#ifndef KAOPING_SERVICE_FILE_SCANNER_H_
#define KAOPING_SERVICE_FILE_SCANNER_H_

#include <optional>
#include <string>

#include "base/byte_source.h"
#include "base/result.h"

namespace kaoping::service {

// Safe to use from several threads.
class FileScanner {
 public:
  virtual ~FileScanner() = default;

  // The scanner's name for what it found; nothing if the file is clean. kUnavailable
  // `scanner-unavailable` if it can't be asked or doesn't say: a file that was not looked at is not
  // taken.
  virtual Result<std::optional<std::string>> Scan(const ByteSource& bytes) const = 0;
};

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_FILE_SCANNER_H_
