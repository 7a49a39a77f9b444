#include "cli/table.h"

#include <algorithm>

#include "base/check.h"
#include "base/decimal.h"
#include "base/utf8.h"
#include "text/width.h"

namespace kaoping::cli {
namespace {

std::string OnOneLine(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string CsvCell(const std::string& cell) {
  const bool looks_like_formula =
      !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos &&
      !Decimal::Parse(cell);
  const std::string safe = looks_like_formula ? "'" + cell : cell;
  if (safe.find_first_of(",\"\n\r") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char c : safe) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string CsvLine(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    line += (i == 0 ? "" : ",") + CsvCell(cells[i]);
  }
  return line + "\n";
}

}  // namespace

TextTable::TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

void TextTable::AddRow(std::vector<std::string> cells) {
  KAOPING_CHECK(cells.size() == columns_.size());
  rows_.push_back(std::move(cells));
}

std::string TextTable::ToText() const {
  std::vector<std::vector<std::string>> lines(1);
  for (const Column& column : columns_) lines.front().push_back(column.title);
  for (const auto& row : rows_) {
    auto& line = lines.emplace_back();
    std::transform(row.begin(), row.end(), std::back_inserter(line), OnOneLine);
  }

  std::vector<int> widths(columns_.size());
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      widths[i] = std::max(widths[i], DisplayWidth(line[i]));
    }
  }

  std::string text;
  for (const auto& line : lines) {
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string gap(static_cast<std::size_t>(widths[i] - DisplayWidth(line[i])), ' ');
      out += i == 0 ? "" : "  ";
      out += columns_[i].align == Align::kRight ? gap + line[i] : line[i] + gap;
    }
    out.erase(out.find_last_not_of(' ') + 1);
    text += out + "\n";
  }
  return text;
}

std::string TextTable::ToCsv() const {
  std::vector<std::string> titles;
  for (const Column& column : columns_) titles.push_back(column.title);
  std::string text = CsvLine(titles);
  for (const auto& row : rows_) text += CsvLine(row);
  return text;
}

std::string Shorten(const std::string& text, int columns) {
  KAOPING_CHECK(columns >= 2);
  if (DisplayWidth(text) <= columns) return text;
  std::string out;
  int width = DisplayWidth(U'…');
  for (const char32_t c : DecodeUtf8(text)) {
    width += DisplayWidth(c);
    if (width > columns) break;
    AppendUtf8(c, out);
  }
  return out + "…";
}

}  // namespace kaoping::cli
