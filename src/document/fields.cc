#include "document/fields.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/blank.h"

namespace kaoping::document {
namespace {

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

}  // namespace

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::size_t CountWords(const Line& line) {
  return static_cast<std::size_t>(
      std::count_if(line.begin(), line.end(),
                    [](const std::string& field) { return !TrimBlanks(field).empty(); }));
}

Status AddLineAsParagraph(const Line& line, Builder& builder) {
  std::string text;
  for (const std::string& field : line) text += (text.empty() ? "" : "\t") + field;
  return builder.AddParagraph(text);
}

Status AddLinesAsTable(const std::vector<Line>& lines, Builder& builder) {
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
  for (Cell& cell : table.cells) {
    if (lines[static_cast<std::size_t>(cell.row) - 1].size() == 1) cell.column_span = table.columns;
  }
  builder.AddTable(std::move(table));
  return Ok();
}

}  // namespace kaoping::document
