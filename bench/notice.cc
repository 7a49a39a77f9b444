#include "notice.h"

#include <zip.h>

#include "base/check.h"
#include "document/read.h"

namespace kaoping::bench {
namespace {

// The rows of the only table of a Word file's main part.
std::vector<std::string> RowsOf(std::string_view table) {
  constexpr std::string_view kEnd = "</w:tr>";
  std::vector<std::string> rows;
  while (!table.empty()) {
    const std::size_t length = table.find(kEnd) + kEnd.size();
    rows.emplace_back(table.substr(0, length));
    table.remove_prefix(length);
  }
  return rows;
}

std::string WithRows(std::string_view main, std::size_t count) {
  const std::size_t begin = main.find("<w:tr>");
  const std::size_t end = main.find("</w:tbl>");
  KAOPING_CHECK(begin < end && end != std::string_view::npos);
  const std::vector<std::string> rows = RowsOf(main.substr(begin, end - begin));
  std::string made(main.substr(0, begin));
  made += rows[0];
  for (std::size_t i = 0; i < count; ++i) made += rows[1 + i % (rows.size() - 1)];
  return made.append(main.substr(end));
}

}  // namespace

ZipParts Unpack(std::string_view bytes) {
  ZipParts parts;
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  zip_t* const archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  KAOPING_CHECK(archive != nullptr);
  const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(archive, 0));
  for (zip_uint64_t i = 0; i < count; ++i) {
    zip_stat_t entry;
    KAOPING_CHECK(zip_stat_index(archive, i, 0, &entry) == 0);
    std::string content(entry.size, '\0');
    zip_file_t* const file = zip_fopen_index(archive, i, 0);
    KAOPING_CHECK(zip_fread(file, content.data(), content.size()) ==
                  static_cast<zip_int64_t>(content.size()));
    zip_fclose(file);
    parts.emplace_back(entry.name, std::move(content));
  }
  zip_discard(archive);
  return parts;
}

std::string MakeNotice(std::size_t rows) {
  const Result<std::string> bytes = document::LoadFile(
      std::string(KAOPING_SOURCE_DIR) + "/tests/fixtures/documents/nantong-2017.docx");
  KAOPING_CHECK(bytes.has_value());
  ZipParts parts = Unpack(*bytes);
  for (auto& [name, content] : parts) {
    if (name == "word/document.xml") content = WithRows(content, rows);
  }
  return MakeZip(parts);
}

}  // namespace kaoping::bench
