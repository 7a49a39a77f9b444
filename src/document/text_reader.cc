#include "document/text_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "document/builder.h"
#include "text/blank.h"

namespace kaoping::document {
namespace {

// The fields of a line, as written between its tabs.
using Line = std::vector<std::string>;

char LowerAscii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The length of a tag that parts paragraphs, at the front of `text`; 0 if there is none.
std::size_t ParagraphTag(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kTags = {"<p>", "</p>", "<br>", "<br/>",
                                                            "<br />"};
  for (const std::string_view tag : kTags) {
    const std::string_view front = text.substr(0, tag.size());
    if (std::equal(front.begin(), front.end(), tag.begin(), tag.end(),
                   [](char a, char b) { return LowerAscii(a) == b; })) {
      return tag.size();
    }
  }
  return 0;
}

std::vector<std::string> ParagraphsOf(std::string_view field) {
  std::string lines;
  while (!field.empty()) {
    const std::size_t tag = ParagraphTag(field);
    lines += tag != 0 ? '\n' : field.front();
    field.remove_prefix(std::max<std::size_t>(tag, 1));
  }
  return LinesWithWords(lines);
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool IsBlankLine(const Line& line) {
  return std::all_of(line.begin(), line.end(),
                     [](const std::string& field) { return TrimBlanks(field).empty(); });
}

// Whether the line has words on both sides of a tab.
bool HasColumns(const Line& line) {
  return std::count_if(line.begin(), line.end(),
                       [](const std::string& field) { return !TrimBlanks(field).empty(); }) >= 2;
}

Status AddParagraph(const Line& line, Builder& builder) {
  std::string text;
  for (const std::string& field : line) text += (text.empty() ? "" : "\t") + field;
  return builder.AddParagraph(text);
}

Status AddTable(const std::vector<Line>& lines, Builder& builder) {
  Table table;
  for (const Line& line : lines) {
    ++table.rows;
    KAOPING_TRY_STATUS(builder.CountCells(line.size()));
    for (std::size_t i = 0; i < line.size(); ++i) {
      const int column = static_cast<int>(i) + 1;
      KAOPING_TRY_STATUS(builder.CheckLength(table.rows, column, line[i].size()));
      table.cells.push_back({table.rows, column, 1, 1, ParagraphsOf(line[i])});
    }
    table.columns = std::max(table.columns, static_cast<int>(line.size()));
  }
  builder.AddTable(std::move(table));
  return Ok();
}

// The end of the run of table lines that starts at `lines[begin]`, blank lines within it included.
std::size_t EndOfRun(const std::vector<Line>& lines, std::size_t begin) {
  std::size_t end = begin;
  for (std::size_t i = begin; i < lines.size(); ++i) {
    if (IsBlankLine(lines[i])) continue;
    if (lines[i].size() < 2) break;
    end = i + 1;
  }
  return end;
}

// A quoted field at the front of `text`: its end behind the closing quote. 0 if the quotes are not
// those of a spreadsheet: they must close right before a tab, a line end or the end.
std::size_t EndOfQuoted(std::string_view text) {
  if (text.empty() || text[0] != '"') return 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] != '"') continue;
    if (i + 1 == text.size() || text[i + 1] == '\t' || text[i + 1] == '\n') return i + 1;
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

std::vector<Line> TsvLines(std::string_view text) {
  std::vector<Line> lines(1);
  while (true) {
    std::size_t end = EndOfQuoted(text);
    if (end != 0) {
      lines.back().push_back(Unquote(text.substr(0, end)));
    } else {
      end = std::min(text.find_first_of("\t\n"), text.size());
      lines.back().emplace_back(text.substr(0, end));
    }
    if (end == text.size()) return lines;
    if (text[end] == '\n') lines.emplace_back();
    text.remove_prefix(end + 1);
  }
}

std::vector<Line> TxtLines(std::string_view text) {
  std::vector<Line> lines;
  for (const std::string_view line : Split(text, '\n')) {
    Line& fields = lines.emplace_back();
    for (const std::string_view field : Split(line, '\t')) fields.emplace_back(field);
  }
  return lines;
}

}  // namespace

Result<std::vector<Block>> ReadText(std::string_view file_name, std::string_view text) {
  const std::vector<Line> lines = TxtLines(text);
  Builder builder(file_name);
  for (std::size_t i = 0; i < lines.size();) {
    const std::size_t end = HasColumns(lines[i]) ? EndOfRun(lines, i) : i;
    if (end <= i + 1) {
      KAOPING_TRY_STATUS(AddParagraph(lines[i], builder));
      ++i;
      continue;
    }
    std::vector<Line> run(lines.begin() + static_cast<std::ptrdiff_t>(i),
                          lines.begin() + static_cast<std::ptrdiff_t>(end));
    std::erase_if(run, IsBlankLine);
    KAOPING_TRY_STATUS(AddTable(run, builder));
    i = end;
  }
  return builder.Take();
}

Result<std::vector<Block>> ReadTsv(std::string_view file_name, std::string_view text) {
  Builder builder(file_name);
  std::vector<Line> table;
  for (const Line& line : TsvLines(text)) {
    if (IsBlankLine(line)) continue;
    if (line.size() > 1) {
      table.push_back(line);
      continue;
    }
    if (!table.empty()) KAOPING_TRY_STATUS(AddTable(table, builder));
    table.clear();
    KAOPING_TRY_STATUS(AddParagraph(line, builder));
  }
  if (!table.empty()) KAOPING_TRY_STATUS(AddTable(table, builder));
  return builder.Take();
}

}  // namespace kaoping::document
