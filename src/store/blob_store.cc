#include "store/blob_store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <system_error>
#include <utility>

#include "base/check.h"
#include "crypto/digest.h"
#include "crypto/hex.h"
#include "crypto/random.h"
#include "store/errors.h"

namespace kaoping::store {
namespace {

namespace fs = std::filesystem;
using crypto::IsHex;
using crypto::RunningDigest;

constexpr const char* kFolder = "evidence";
constexpr const char* kIncoming = "incoming";
constexpr std::size_t kDigits = 64;
constexpr std::size_t kPrefix = 2;  // digits that name the folder
constexpr std::size_t kPiece = std::size_t{1} << 20;

// For the errno of a call that writes.
Error WriteError(int number) {
  switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return DataFull();
    case EACCES:
    case EPERM:
    case EROFS:
      return DataReadOnly();
    default:
      return DataFailed();
  }
}

Error FileMissing() {
  return MakeError(ErrorKind::kCorrupt, "evidence-file-missing",
                   Say("这份佐证材料的文件已不在数据文件夹里；请从备份恢复",
                       "the file of this evidence is gone from the data folder; restore a backup"));
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }

  bool IsOpen() const { return number_ >= 0; }
  int number() const { return number_; }

 private:
  int number_;
};

// An entry that came or went is there or gone after a power failure.
Status SyncFolder(const fs::path& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.IsOpen() || ::fsync(opened.number()) != 0) return WriteError(errno);
  return Ok();
}

Status MakeFolder(const fs::path& folder) {
  if (::mkdir(folder.c_str(), S_IRWXU) == 0) return SyncFolder(folder.parent_path());
  if (errno == EEXIST) return Ok();
  return WriteError(errno);
}

class FileSource : public ByteSource {
 public:
  FileSource(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}

  std::uint64_t size() const override { return size_; }

  Result<std::string> Read(std::uint64_t offset, std::size_t count) const override {
    if (offset >= size_) return std::string();
    std::string bytes(static_cast<std::size_t>(std::min<std::uint64_t>(count, size_ - offset)),
                      '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
      const ssize_t got = ::pread(descriptor_, bytes.data() + have, bytes.size() - have,
                                  static_cast<off_t>(offset + have));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return DataFailed();
      if (got == 0) break;  // somebody cut it off: what is missing shows in its hash
      have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return bytes;
  }

 private:
  int descriptor_;
  std::uint64_t size_;
};

class OwnFileSource : public ByteSource {
 public:
  OwnFileSource(Descriptor descriptor, std::uint64_t size)
      : descriptor_(std::move(descriptor)), source_(descriptor_.number(), size) {}

  std::uint64_t size() const override { return source_.size(); }
  Result<std::string> Read(std::uint64_t offset, std::size_t count) const override {
    return source_.Read(offset, count);
  }

 private:
  Descriptor descriptor_;
  FileSource source_;
};

class ArrivingFile : public ArrivingBlob {
 public:
  ArrivingFile(fs::path folder, fs::path path, Descriptor descriptor)
      : folder_(std::move(folder)), path_(std::move(path)), descriptor_(std::move(descriptor)) {}
  ArrivingFile(const ArrivingFile&) = delete;
  ArrivingFile& operator=(const ArrivingFile&) = delete;
  ~ArrivingFile() override {
    if (!is_kept_) ::unlink(path_.c_str());
  }

  Status Write(std::string_view bytes) override {
    KAOPING_CHECK(!source_);
    sha256_.Add(bytes);
    sm3_.Add(bytes);
    info_.size += bytes.size();
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_.number(), bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return WriteError(errno);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return Ok();
  }

  Result<BlobInfo> Finish() override {
    KAOPING_CHECK(!source_);
    if (::fsync(descriptor_.number()) != 0) return WriteError(errno);
    info_.sha256 = sha256_.FinishHex();
    info_.sm3 = sm3_.FinishHex();
    source_.emplace(descriptor_.number(), info_.size);
    return info_;
  }

  const ByteSource& bytes() const override { return source_.value(); }

  Status Keep() override {
    KAOPING_CHECK(source_.has_value() && !is_kept_);
    const fs::path folder = folder_ / info_.sha256.substr(0, kPrefix);
    KAOPING_TRY_STATUS(MakeFolder(folder));
    const fs::path place = folder / info_.sha256.substr(kPrefix);
    if (::rename(path_.c_str(), place.c_str()) != 0) return WriteError(errno);
    is_kept_ = true;
    return SyncFolder(folder);
  }

 private:
  fs::path folder_;
  fs::path path_;
  Descriptor descriptor_;  // locked as long as it is open: see CleanUp
  RunningDigest sha256_{RunningDigest::Algorithm::kSha256};
  RunningDigest sm3_{RunningDigest::Algorithm::kSm3};
  BlobInfo info_;
  std::optional<FileSource> source_;
  bool is_kept_ = false;
};

// The names in a folder; none if it isn't there.
std::vector<std::string> NamesIn(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    names.push_back(entry->path().filename().string());
  }
  return names;
}

// Removes a file that nobody is writing any more: whoever writes one holds its lock, which ends
// with the process, however that ends.
bool RemoveAbandoned(const fs::path& path) {
  const Descriptor opened(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (!opened.IsOpen() || ::flock(opened.number(), LOCK_EX | LOCK_NB) != 0) return false;
  return ::unlink(path.c_str()) == 0;
}

}  // namespace

BlobStore::BlobStore(const fs::path& data_dir) : folder_(data_dir / kFolder) {}

fs::path BlobStore::PathOf(std::string_view sha256) const {
  KAOPING_CHECK(IsHex(sha256, kDigits));
  return folder_ / sha256.substr(0, kPrefix) / sha256.substr(kPrefix);
}

Result<std::unique_ptr<ArrivingBlob>> BlobStore::Receive() {
  constexpr std::size_t kNameBytes = 16;
  const fs::path incoming = folder_ / kIncoming;
  KAOPING_TRY_STATUS(MakeFolder(folder_));
  KAOPING_TRY_STATUS(MakeFolder(incoming));
  while (true) {
    const fs::path path = incoming / crypto::ToHex(crypto::RandomBytes(kNameBytes));
    Descriptor opened(
        ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!opened.IsOpen()) return WriteError(errno);
    if (::flock(opened.number(), LOCK_EX) != 0) return WriteError(errno);
    // A clean-up may have taken it away before it was locked.
    struct stat status {};
    if (::fstat(opened.number(), &status) != 0) return WriteError(errno);
    if (status.st_nlink == 0) continue;
    return std::unique_ptr<ArrivingBlob>(
        std::make_unique<ArrivingFile>(folder_, path, std::move(opened)));
  }
}

Result<std::unique_ptr<ByteSource>> BlobStore::Open(std::string_view sha256) const {
  Descriptor opened(::open(PathOf(sha256).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (!opened.IsOpen()) {
    if (errno == ENOENT || errno == ENOTDIR) return FileMissing();
    return DataFailed();
  }
  struct stat status {};
  if (::fstat(opened.number(), &status) != 0) return DataFailed();
  return std::unique_ptr<ByteSource>(std::make_unique<OwnFileSource>(
      std::move(opened), static_cast<std::uint64_t>(status.st_size)));
}

bool BlobStore::Has(std::string_view sha256) const {
  struct stat status {};
  return ::lstat(PathOf(sha256).c_str(), &status) == 0;
}

Result<std::string> BlobStore::HashNow(std::string_view sha256) const {
  KAOPING_TRY(const std::unique_ptr<ByteSource> source, Open(sha256));
  RunningDigest digest(RunningDigest::Algorithm::kSha256);
  for (std::uint64_t offset = 0; offset < source->size(); offset += kPiece) {
    KAOPING_TRY(const std::string piece, source->Read(offset, kPiece));
    digest.Add(piece);
  }
  return digest.FinishHex();
}

Status BlobStore::Remove(std::string_view sha256) {
  const fs::path path = PathOf(sha256);
  if (::unlink(path.c_str()) == 0) return SyncFolder(path.parent_path());
  if (errno == ENOENT || errno == ENOTDIR) return Ok();
  return WriteError(errno);
}

Result<int> BlobStore::CleanUp(const std::set<std::string>& named) {
  int removed = 0;
  for (const std::string& name : NamesIn(folder_ / kIncoming)) {
    removed += RemoveAbandoned(folder_ / kIncoming / name) ? 1 : 0;
  }
  for (const std::string& prefix : NamesIn(folder_)) {
    if (!IsHex(prefix, kPrefix)) continue;
    for (const std::string& rest : NamesIn(folder_ / prefix)) {
      const std::string sha256 = prefix + rest;
      if (!IsHex(sha256, kDigits) || named.contains(sha256)) continue;
      KAOPING_TRY_STATUS(Remove(sha256));
      ++removed;
    }
  }
  return removed;
}

}  // namespace kaoping::store
