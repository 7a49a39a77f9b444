#include "document/zip.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <utility>

#include "document/office_errors.h"

namespace kaoping::document {
namespace {

struct CloseEntry {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

// As names are compared; some old programs write backslashes.
std::string Canonical(std::string_view name) {
  std::string canonical(name);
  for (char& c : canonical) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '\\') c = '/';
  }
  return canonical;
}

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

}  // namespace

bool LooksLikeZip(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv);
}

void Zip::Discard::operator()(::zip* archive) const { zip_discard(archive); }

Result<Zip> Zip::Open(std::string_view file_name, std::string_view bytes) {
  Zip opened;
  opened.file_name_ = file_name;
  std::unique_ptr<zip_source_t, FreeSource> source(
      zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr));
  if (source == nullptr) return DamagedFile(file_name);
  opened.archive_.reset(zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
  if (opened.archive_ == nullptr) return DamagedFile(file_name);
  (void)source.release();  // the archive frees it

  const zip_int64_t count = zip_get_num_entries(opened.archive_.get(), 0);
  if (count > kMostEntries) return UnpackedTooLarge(file_name);
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    zip_stat_t entry;
    if (zip_stat_index(opened.archive_.get(), i, 0, &entry) != 0) return DamagedFile(file_name);
    if ((entry.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && entry.encryption_method != ZIP_EM_NONE) {
      return EncryptedFile(file_name);
    }
    if (!opened.entries_.emplace(Canonical(entry.name), i).second) return DamagedFile(file_name);
  }
  return opened;
}

bool Zip::Has(std::string_view name) const { return entries_.contains(Canonical(name)); }

Result<std::string> Zip::Read(std::string_view name) {
  const auto found = entries_.find(Canonical(name));
  if (found == entries_.end()) return DamagedFile(file_name_);
  zip_stat_t entry;
  if (zip_stat_index(archive_.get(), found->second, 0, &entry) != 0) return DamagedFile(file_name_);
  // What the entry says already settles the honest bombs.
  if (entry.size > kLargestEntry) return UnpackedTooLarge(file_name_);
  const std::unique_ptr<zip_file_t, CloseEntry> file(
      zip_fopen_index(archive_.get(), found->second, 0));
  if (file == nullptr) return DamagedFile(file_name_);

  const std::uint64_t most_by_ratio =
      std::max<std::uint64_t>(kAnyRatio, entry.comp_size * kHighestRatio);
  std::string bytes;
  // As much as it says, but not more than it may have.
  bytes.reserve(std::min({entry.size, most_by_ratio, std::uint64_t{kLargestEntry}}));
  std::array<char, 1 << 16> buffer{};
  while (true) {
    const zip_int64_t got = zip_fread(file.get(), buffer.data(), buffer.size());
    if (got < 0) return DamagedFile(file_name_);
    if (got == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
    unpacked_ += static_cast<std::size_t>(got);
    if (bytes.size() > kLargestEntry || bytes.size() > most_by_ratio ||
        unpacked_ > kLargestUnpacked) {
      return UnpackedTooLarge(file_name_);
    }
  }
}

}  // namespace kaoping::document
