// Zip archives made in memory, for tests of what reads them. Link with libzip.

#ifndef KAOPING_TESTS_SUPPORT_ZIP_FILE_H_
#define KAOPING_TESTS_SUPPORT_ZIP_FILE_H_

#include <zip.h>

#include <string>
#include <utility>
#include <vector>

#include "base/check.h"

namespace kaoping {

using ZipParts = std::vector<std::pair<std::string, std::string>>;

// The bytes of an archive with these entries (name, content), in this order. With a password, all
// of them are encrypted.
inline std::string MakeZip(const ZipParts& parts, const char* password = nullptr) {
  zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(target);
  zip_t* const archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  KAOPING_CHECK(archive != nullptr);
  for (const auto& [name, content] : parts) {
    zip_source_t* const source = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    KAOPING_CHECK(index >= 0);
    if (password != nullptr) {
      zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_TRAD_PKWARE,
                              password);
    }
  }
  KAOPING_CHECK(zip_close(archive) == 0);
  KAOPING_CHECK(zip_source_open(target) == 0);
  zip_stat_t size;
  zip_source_stat(target, &size);
  std::string bytes(size.size, '\0');
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

}  // namespace kaoping

#endif  // KAOPING_TESTS_SUPPORT_ZIP_FILE_H_
