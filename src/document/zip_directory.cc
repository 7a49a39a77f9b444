#include "document/zip_directory.h"

#include <zlib.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "document/little_endian.h"

namespace kaoping::document {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kEnd = "PK\5\6"sv;
constexpr std::string_view kListed = "PK\1\2"sv;
constexpr std::string_view kStored = "PK\3\4"sv;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kListedSize = 46;
constexpr std::size_t kStoredSize = 30;
constexpr std::size_t kLongestComment = 65'535;
constexpr std::size_t kLargestDirectory = std::size_t{16} << 20;
constexpr std::size_t kMostPacked = std::size_t{1} << 20;
constexpr std::size_t kMostUnpacked = std::size_t{4} << 20;
constexpr int kDeflated = 8;

// Frees what zlib holds.
class Inflation {
 public:
  Inflation() : is_ready_(::inflateInit2(&stream_, -MAX_WBITS) == Z_OK) {}
  ~Inflation() {
    if (is_ready_) ::inflateEnd(&stream_);
  }
  Inflation(const Inflation&) = delete;
  Inflation& operator=(const Inflation&) = delete;

  std::optional<std::string> Run(std::string& packed) {
    if (!is_ready_) return std::nullopt;
    std::string unpacked(kMostUnpacked, '\0');
    stream_.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream_.avail_in = static_cast<uInt>(packed.size());
    stream_.next_out = reinterpret_cast<Bytef*>(unpacked.data());
    stream_.avail_out = static_cast<uInt>(unpacked.size());
    if (::inflate(&stream_, Z_FINISH) != Z_STREAM_END) return std::nullopt;
    unpacked.resize(unpacked.size() - stream_.avail_out);
    return unpacked;
  }

 private:
  z_stream stream_{};
  bool is_ready_;
};

// The entries of a directory; nothing if it is damaged.
std::optional<std::vector<ZipEntry>> ReadDirectory(std::string_view directory, std::size_t count) {
  std::vector<ZipEntry> entries;
  while (entries.size() < count) {
    if (directory.size() < kListedSize || !directory.starts_with(kListed)) return std::nullopt;
    const std::size_t name_size = Little16(directory, 28);
    const std::size_t size =
        kListedSize + name_size + Little16(directory, 30) + Little16(directory, 32);
    if (directory.size() < size) return std::nullopt;
    ZipEntry entry;
    entry.name = directory.substr(kListedSize, name_size);
    entry.is_encrypted = (Little16(directory, 8) & 1U) != 0;
    entry.method = static_cast<int>(Little16(directory, 10));
    entry.packed_size = Little32(directory, 20);
    entry.header = Little32(directory, 42);
    entries.push_back(std::move(entry));
    directory.remove_prefix(size);
  }
  return entries;
}

}  // namespace

Result<std::optional<std::vector<ZipEntry>>> ListZip(const ByteSource& bytes) {
  using Entries = std::optional<std::vector<ZipEntry>>;
  if (bytes.size() < kEndSize) return Entries();
  const std::uint64_t tail_at =
      bytes.size() - std::min<std::uint64_t>(bytes.size(), kEndSize + kLongestComment);
  KAOPING_TRY(const std::string tail, bytes.Read(tail_at, kEndSize + kLongestComment));
  const std::size_t end = tail.rfind(kEnd);
  if (end == std::string::npos || tail.size() - end < kEndSize) return Entries();
  const std::size_t count = Little16(tail, end + 10);
  const std::size_t size = Little32(tail, end + 12);
  const std::uint64_t offset = Little32(tail, end + 16);
  if (count == 0xffff || size > kLargestDirectory) return Entries();
  KAOPING_TRY(const std::string directory, bytes.Read(offset, size));
  return ReadDirectory(directory, count);
}

Result<std::optional<std::string>> UnpackSmall(const ByteSource& bytes, const ZipEntry& entry) {
  using Bytes = std::optional<std::string>;
  if (entry.is_encrypted || entry.packed_size > kMostPacked) return Bytes();
  KAOPING_TRY(const std::string header, bytes.Read(entry.header, kStoredSize));
  if (header.size() < kStoredSize || !header.starts_with(kStored)) return Bytes();
  const std::uint64_t offset =
      entry.header + kStoredSize + Little16(header, 26) + Little16(header, 28);
  KAOPING_TRY(std::string packed, bytes.Read(offset, static_cast<std::size_t>(entry.packed_size)));
  if (packed.size() != entry.packed_size) return Bytes();
  if (entry.method == 0) return Bytes(std::move(packed));
  if (entry.method != kDeflated) return Bytes();
  return Inflation().Run(packed);
}

}  // namespace kaoping::document
