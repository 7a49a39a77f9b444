// Private to document/: the table of contents of a zip archive, read where it lies, so that a large
// archive costs no memory and nothing is unpacked but what is asked for.

#ifndef KAOPING_DOCUMENT_ZIP_DIRECTORY_H_
#define KAOPING_DOCUMENT_ZIP_DIRECTORY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/byte_source.h"
#include "base/result.h"

namespace kaoping::document {

struct ZipEntry {
  std::string name;  // as it is: perhaps no UTF-8
  bool is_encrypted = false;
  int method = 0;
  std::uint64_t packed_size = 0;
  std::uint64_t header = 0;  // where its own header begins
};

// Nothing if the bytes are no archive, or a damaged one; of more than four gigabytes or 65 534
// files, too. Errors are those of `bytes`.
Result<std::optional<std::vector<ZipEntry>>> ListZip(const ByteSource& bytes);

// The bytes of an entry; nothing if it is damaged, encrypted, packed in another way than usual, or
// larger than 4 MB.
Result<std::optional<std::string>> UnpackSmall(const ByteSource& bytes, const ZipEntry& entry);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_ZIP_DIRECTORY_H_
