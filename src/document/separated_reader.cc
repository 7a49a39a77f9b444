#include "document/separated_reader.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <map>
#include <string>
#include <tuple>

#include "document/builder.h"
#include "document/fields.h"
#include "document/office_errors.h"

namespace kaoping::document {
namespace {

// A quoted field at the front of `text`: its end behind the closing quote. 0 if the quotes are not
// those of a spreadsheet: they must close right before a separator, a line end or the end.
//
// Reads no character for two fields: one that begins where another was looked through in vain
// begins with an even number of quotes, and ends with these.
std::size_t EndOfQuoted(std::string_view text, char separator) {
  if (text.empty() || text[0] != '"') return 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] != '"') continue;
    if (i + 1 == text.size() || text[i + 1] == separator || text[i + 1] == '\n') return i + 1;
    if (text[i + 1] != '"') return 0;
    ++i;
  }
  return 0;
}

std::string Unquote(std::string_view quoted) {
  std::string out;
  for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
    out += quoted[i];
    if (quoted[i] == '"') ++i;
  }
  return out;
}

// At most the first `most` lines.
std::vector<Line> LinesOf(std::string_view text, char separator,
                          std::size_t most = std::numeric_limits<std::size_t>::max()) {
  const std::array<char, 2> ends = {separator, '\n'};
  std::vector<Line> lines(1);
  while (true) {
    std::size_t end = EndOfQuoted(text, separator);
    if (end != 0) {
      lines.back().push_back(Unquote(text.substr(0, end)));
    } else {
      end = std::min(text.find_first_of(std::string_view(ends.data(), ends.size())), text.size());
      lines.back().emplace_back(text.substr(0, end));
    }
    if (end == text.size()) return lines;
    if (text[end] == '\n') {
      if (lines.size() == most) return lines;
      lines.emplace_back();
    }
    text.remove_prefix(end + 1);
  }
}

// How well a separator divides: how many lines have the most frequent number of fields, then that
// number. Lines that it does not divide say nothing.
std::tuple<int, std::size_t> Consistency(const std::vector<Line>& lines) {
  std::map<std::size_t, int> lines_by_fields;
  for (const Line& line : lines) {
    if (line.size() > 1) ++lines_by_fields[line.size()];
  }
  std::tuple<int, std::size_t> best = {0, 0};
  for (const auto& [fields, count] : lines_by_fields) best = std::max(best, {count, fields});
  return best;
}

char FindSeparator(std::string_view text) {
  // Enough to reach past the titles; a quoted cell may be long.
  constexpr std::size_t kLooked = std::size_t{256} << 10;
  constexpr std::size_t kLookedLines = 50;
  const std::string_view start = text.substr(0, kLooked);
  char best = ',';
  std::tuple<int, std::size_t> best_consistency = {0, 0};
  for (const char separator : {',', ';', '\t'}) {
    const auto consistency = Consistency(LinesOf(start, separator, kLookedLines));
    if (consistency > best_consistency) {
      best_consistency = consistency;
      best = separator;
    }
  }
  return best;
}

Result<std::vector<Block>> ReadSeparated(std::string_view file_name, std::string_view text,
                                         char separator) {
  Builder builder(file_name);
  std::vector<Line> table;
  for (Line& line : LinesOf(text, separator)) {
    const std::size_t words = CountWords(line);
    if (words == 0) continue;
    if (line.size() > 1 && (words > 1 || !table.empty())) {
      // Of a cell that is merged over the table's width, its words and the separators are left.
      if (line.size() > 2 && words == 1 && CountWords({line[0]}) == 1) line.resize(1);
      table.push_back(std::move(line));
      continue;
    }
    if (!table.empty()) KAOPING_TRY_STATUS(AddLinesAsTable(table, builder));
    table.clear();
    std::erase_if(line, [](const std::string& field) { return CountWords({field}) == 0; });
    KAOPING_TRY_STATUS(AddLineAsParagraph(line, builder));
  }
  if (!table.empty()) KAOPING_TRY_STATUS(AddLinesAsTable(table, builder));
  std::vector<Block> blocks = builder.Take();
  if (blocks.empty()) return WithoutWords(file_name);
  return blocks;
}

}  // namespace

Result<std::vector<Block>> ReadTsv(std::string_view file_name, std::string_view text) {
  return ReadSeparated(file_name, text, '\t');
}

Result<std::vector<Block>> ReadCsv(std::string_view file_name, std::string_view text) {
  constexpr std::string_view kMark = "sep=";
  if (text.starts_with(kMark) && text.size() > kMark.size() + 1 && text[kMark.size() + 1] == '\n') {
    const char separator = text[kMark.size()];
    if (separator == ',' || separator == ';' || separator == '\t') {
      return ReadSeparated(file_name, text.substr(kMark.size() + 2), separator);
    }
  }
  return ReadSeparated(file_name, text, FindSeparator(text));
}

}  // namespace kaoping::document
