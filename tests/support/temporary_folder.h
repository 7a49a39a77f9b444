// TemporaryFolder: an empty folder for one test, gone with it.

#ifndef KAOPING_TESTS_SUPPORT_TEMPORARY_FOLDER_H_
#define KAOPING_TESTS_SUPPORT_TEMPORARY_FOLDER_H_

#include <stdlib.h>

#include <filesystem>
#include <string>
#include <system_error>

#include "base/check.h"

namespace kaoping::testing {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "kaoping-test-XXXXXX").string();
    KAOPING_CHECK(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace kaoping::testing

#endif  // KAOPING_TESTS_SUPPORT_TEMPORARY_FOLDER_H_
