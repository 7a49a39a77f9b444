// TextTable: rows of cells, for people (columns aligned by display width) or as CSV.

#ifndef KAOPING_CLI_TABLE_H_
#define KAOPING_CLI_TABLE_H_

#include <string>
#include <vector>

namespace kaoping::cli {

class TextTable {
 public:
  enum class Align { kLeft, kRight };
  struct Column {
    std::string title;
    Align align = Align::kLeft;
  };

  explicit TextTable(std::vector<Column> columns);

  // Requires: one cell a column.
  void AddRow(std::vector<std::string> cells);
  bool IsEmpty() const { return rows_.empty(); }

  // A title line and a line a row, two spaces between columns, none at the end of a line. Line
  // breaks within cells become spaces.
  std::string ToText() const;
  // RFC 4180 with LF. A cell that a spreadsheet would take for a formula gets a ' in front, unless
  // it is a number.
  std::string ToCsv() const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

// `text` cut to at most `columns` of display width, with … if something was cut.
// Requires: well-formed UTF-8; columns >= 2.
std::string Shorten(const std::string& text, int columns);

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_TABLE_H_
