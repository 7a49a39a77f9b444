// BlobStore: files of evidence, each kept once under the SHA-256 of its bytes.
//
// They lie in the folder `evidence` of the data folder, as evidence/ab/<the other 62 digits>, and
// what is still arriving in evidence/incoming. Nobody but their owner may read them. The database
// says which of them are wanted: a file that it doesn't name is harmless and goes at the next
// clean-up.

#ifndef KAOPING_STORE_BLOB_STORE_H_
#define KAOPING_STORE_BLOB_STORE_H_

#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.h"
#include "base/result.h"

namespace kaoping::store {

struct BlobInfo {
  std::string sha256;  // 64 lower-case hexadecimal digits
  std::string sm3;     // likewise
  std::uint64_t size = 0;
};

// A file that is arriving. Errors: `data-full`, `data-read-only`, `data-failed`; after one of them
// only destroy it. Used by one thread at a time.
class ArrivingBlob {
 public:
  // Takes back whatever Keep did not put in its place.
  virtual ~ArrivingBlob() = default;

  virtual Status Write(std::string_view bytes) = 0;
  // After the last byte; once it returns, the bytes survive a power failure.
  virtual Result<BlobInfo> Finish() = 0;
  // What has arrived. Requires: Finish has returned it.
  virtual const ByteSource& bytes() const = 0;
  // Puts the file in its place, which survives a power failure too. A file with the same bytes is
  // replaced by this one. Requires: Finish, and a transaction that writes and names the file is
  // open, so that no clean-up comes between.
  virtual Status Keep() = 0;
};

// Safe to use from several threads, and from several processes on one folder.
class BlobStore {
 public:
  explicit BlobStore(const std::filesystem::path& data_dir);

  // The folders are made if they aren't there.
  Result<std::unique_ptr<ArrivingBlob>> Receive();

  // The bytes of a file. kCorrupt `evidence-file-missing` if it isn't there. Stays readable if the
  // file is removed meanwhile.
  Result<std::unique_ptr<ByteSource>> Open(std::string_view sha256) const;
  // Whether there is such a file.
  bool Has(std::string_view sha256) const;
  // The SHA-256 of the bytes that are there now. `evidence-file-missing`; `data-failed` if the disk
  // can't read them.
  Result<std::string> HashNow(std::string_view sha256) const;

  // Takes a file off the disk; none is there afterwards, nor after a power failure.
  Status Remove(std::string_view sha256);

  // Removes every file that is not among `named`, and what stopped arriving before it was whole.
  // How many went. Requires: a transaction that writes is open, and `named` was read in it.
  Result<int> CleanUp(const std::set<std::string>& named);

 private:
  std::filesystem::path PathOf(std::string_view sha256) const;

  std::filesystem::path folder_;
};

}  // namespace kaoping::store

#endif  // KAOPING_STORE_BLOB_STORE_H_
