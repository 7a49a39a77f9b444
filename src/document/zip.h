// Private to document/: a zip archive in memory, read as if it were hostile. Nothing is ever
// written to disk, so the names of its entries lead nowhere.

#ifndef KAOPING_DOCUMENT_ZIP_H_
#define KAOPING_DOCUMENT_ZIP_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

struct zip;  // of libzip

namespace kaoping::document {

// The most entries of an archive, and the most bytes that one of them and all of them together
// unpack to. A notice of 500 000 cells stays below a third of these.
inline constexpr std::int64_t kMostEntries = 10'000;
inline constexpr std::size_t kLargestEntry = std::size_t{64} << 20;
inline constexpr std::size_t kLargestUnpacked = std::size_t{200} << 20;
// An entry beyond kAnyRatio bytes may not unpack to more than this many times its packed size; XML
// of a table that repeats itself reaches 60.
inline constexpr std::uint64_t kHighestRatio = 250;
inline constexpr std::size_t kAnyRatio = std::size_t{8} << 20;

// Whether `bytes` begin like a zip archive.
bool LooksLikeZip(std::string_view bytes);

class Zip {
 public:
  // `bytes` must outlive the archive; messages call it `file_name`.
  //
  // kInvalid "file-damaged" if the archive contradicts itself, is cut off or names an entry twice;
  // "file-encrypted"; "file-unpacked-too-large" past kMostEntries.
  static Result<Zip> Open(std::string_view file_name, std::string_view bytes);

  // Names are compared without regard to the case of ASCII letters, as the format has it.
  bool Has(std::string_view name) const;

  // The unpacked bytes of an entry. What an entry says of its size is not believed: bytes are
  // counted as they come.
  //
  // kInvalid "file-damaged" if there is no such entry or it does not unpack to what it should;
  // "file-unpacked-too-large".
  Result<std::string> Read(std::string_view name);

 private:
  struct Discard {
    void operator()(::zip* archive) const;
  };

  std::string file_name_;
  std::unique_ptr<::zip, Discard> archive_;
  std::map<std::string, std::uint64_t, std::less<>> entries_;  // by name in lower case
  std::size_t unpacked_ = 0;
};

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_ZIP_H_
