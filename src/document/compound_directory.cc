#include "document/compound_directory.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "document/little_endian.h"

namespace kaoping::document {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kSignature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr std::size_t kHeader = 512;
constexpr std::size_t kNumber = 4;           // bytes of the number of a sector
constexpr std::size_t kListAt = 76;          // in the header: which sectors hold the table
constexpr std::size_t kListed = 109;         // as many as the header names
constexpr std::uint32_t kLast = 0xfffffffa;  // numbers from here on are no sectors
constexpr std::size_t kEntry = 128;
constexpr std::size_t kLongestName = 64;  // in bytes
constexpr std::size_t kMostEntries = 65'536;

class Compound {
 public:
  Compound(const ByteSource& bytes, std::string header)
      : bytes_(bytes),
        header_(std::move(header)),
        numbers_(Little16(header_, 30) == 12 ? 1024 : 128),
        sector_(numbers_ * kNumber) {}

  // False where the file is damaged.
  Result<bool> ReadEntries(std::vector<CompoundEntry>& entries) {
    KAOPING_TRY(const bool is_whole, ReadTable());
    if (!is_whole) return false;
    for (std::uint32_t at = Little32(header_, 48); at < kLast;) {
      KAOPING_TRY(const std::string directory, ReadSector(at));
      // A chain that runs in a circle ends here too.
      if (directory.size() != sector_ || entries.size() > kMostEntries) return false;
      for (std::size_t i = 0; i < sector_; i += kEntry) AddEntry(directory.substr(i), entries);
      KAOPING_TRY(const std::optional<std::uint32_t> next, NextOf(at));
      if (!next) return false;
      at = *next;
    }
    return true;
  }

 private:
  Result<std::string> ReadSector(std::uint32_t number) const {
    return bytes_.Read((std::uint64_t{number} + 1) * sector_, sector_);
  }

  // Which sectors hold the table that leads from each sector to its next.
  Result<bool> ReadTable() {
    for (std::size_t i = 0; i < kListed; ++i) AddToTable(Little32(header_, kListAt + i * kNumber));
    const std::size_t numbers = numbers_ - 1;
    std::uint32_t at = Little32(header_, 68);
    for (std::uint64_t left = bytes_.size() / sector_; at < kLast; --left) {
      KAOPING_TRY(const std::string list, ReadSector(at));
      if (left == 0 || list.size() != sector_) return false;
      for (std::size_t i = 0; i < numbers; ++i) AddToTable(Little32(list, i * kNumber));
      at = Little32(list, numbers * kNumber);
    }
    return true;
  }

  void AddToTable(std::uint32_t sector) {
    if (sector < kLast) table_.push_back(sector);
  }

  Result<std::optional<std::uint32_t>> NextOf(std::uint32_t number) const {
    if (number / numbers_ >= table_.size()) return std::optional<std::uint32_t>();
    KAOPING_TRY(const std::string part, ReadSector(table_[number / numbers_]));
    if (part.size() != sector_) return std::optional<std::uint32_t>();
    return std::optional(Little32(part, number % numbers_ * kNumber));
  }

  static void AddEntry(std::string_view bytes, std::vector<CompoundEntry>& entries) {
    const auto type = static_cast<unsigned char>(bytes[66]);
    if (type == 0) return;
    // With its NUL at the end.
    const std::size_t size = std::min<std::size_t>(Little16(bytes, kLongestName), kLongestName);
    CompoundEntry entry;
    for (std::size_t i = 0; i + 2 < size; i += 2) {
      const std::uint32_t unit = Little16(bytes, i);
      entry.name += unit < 0x80 ? static_cast<char>(unit) : '?';
    }
    entry.is_storage = type == 1;
    entries.push_back(std::move(entry));
  }

  const ByteSource& bytes_;
  std::string header_;
  std::size_t numbers_;  // of sectors that stand in one
  std::size_t sector_;   // bytes
  std::vector<std::uint32_t> table_;
};

}  // namespace

Result<std::optional<std::vector<CompoundEntry>>> ListCompound(const ByteSource& bytes) {
  using Entries = std::optional<std::vector<CompoundEntry>>;
  KAOPING_TRY(std::string header, bytes.Read(0, kHeader));
  if (header.size() < kHeader || !header.starts_with(kSignature)) return Entries();
  std::vector<CompoundEntry> entries;
  KAOPING_TRY(const bool is_whole, Compound(bytes, std::move(header)).ReadEntries(entries));
  return is_whole ? Entries(std::move(entries)) : Entries();
}

}  // namespace kaoping::document
