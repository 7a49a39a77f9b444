// Evidence intake: a file on its way in: received piece by piece, and looked at before it is kept.

#ifndef KAOPING_SERVICE_EVIDENCE_INTAKE_H_
#define KAOPING_SERVICE_EVIDENCE_INTAKE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/read.h"
#include "service/context.h"
#include "service/file_scanner.h"

namespace kaoping::store {
class ArrivingBlob;
}

namespace kaoping::service {

// The most bytes of a file that any setting allows.
inline constexpr std::uint64_t kLargestUpload = std::uint64_t{4096} << 20U;

// How files are looked at before they are kept.
struct Intake {
  // For the words of a file, where marks of secrecy are looked for: the reader that is safe for
  // hostile files.
  document::DocumentReader read = document::ReadDocument;
  const FileScanner* scanner = nullptr;  // none: files are not scanned
};

// A file that is arriving. Whatever of it is on the disk goes with it, unless it was kept. Used by
// one thread at a time.
class ArrivingFile {
 public:
  explicit ArrivingFile(std::unique_ptr<store::ArrivingBlob> blob, std::uint64_t largest);
  ~ArrivingFile();
  ArrivingFile(const ArrivingFile&) = delete;
  ArrivingFile& operator=(const ArrivingFile&) = delete;

  // kInvalid `evidence-too-large` once it is more than is taken; after an error only destroy it.
  Status Take(std::string_view piece);

  store::ArrivingBlob& blob() { return *blob_; }

 private:
  std::unique_ptr<store::ArrivingBlob> blob_;
  std::uint64_t largest_;
  std::uint64_t size_ = 0;
};

// Asks for the right to hand in evidence, before a byte is read. A file that is announced larger
// than the setting `upload-megabytes` allows is refused at once: kInvalid `evidence-too-large`.
Result<std::unique_ptr<ArrivingFile>> ReceiveFile(const Context& context,
                                                  std::uint64_t announced = 0);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_EVIDENCE_INTAKE_H_
