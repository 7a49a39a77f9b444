#include "document/xlsx_sheet.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/utf8.h"
#include "document/merges.h"
#include "document/office_errors.h"
#include "document/xml.h"
#include "text/blank.h"

namespace kaoping::document {
namespace {

// A cell that has words and is not covered by a merged one.
struct SheetCell {
  SheetPlace place;
  SheetPlace last;  // of the range that it covers
  std::string text;
};
using SheetRow = std::vector<SheetCell>;

// “_x000D_” stands for a character that XML can't hold.
std::string Unescape(std::string_view text) {
  constexpr std::size_t kLength = 7;
  std::string plain;
  while (!text.empty()) {
    const std::size_t escape = std::min(text.find("_x"), text.size());
    plain += text.substr(0, escape);
    text.remove_prefix(escape);
    if (text.empty()) break;
    unsigned code = 0;
    const std::string_view digits = text.substr(2, 4);
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), code, 16);
    const bool is_escape = text.size() >= kLength && error == std::errc() && end == digits.end() &&
                           text[kLength - 1] == '_';
    if (!is_escape) {
      plain += text.substr(0, 2);
      text.remove_prefix(2);
      continue;
    }
    const bool is_half = code >= 0xD800 && code < 0xE000;
    if (code == '\n' || code == '\t' || (code >= 0x20 && code != 0x7F && !is_half)) {
      AppendUtf8(code, plain);
    }
    text.remove_prefix(kLength);
  }
  return plain;
}

std::string_view TypeOf(const pugi::xml_node& cell) {
  const char* const type = Attribute(cell, "t");
  return type == nullptr ? "n" : type;
}

// A text may be empty, a number not: some programs leave an empty <v> where nobody computed it.
bool LacksResult(const pugi::xml_node& cell) {
  if (!Child(cell, "f")) return false;
  std::string value;
  AppendText(Child(cell, "v"), value);
  return value.empty() && !(TypeOf(cell) == "str" && Child(cell, "v"));
}

class SheetReader {
 public:
  SheetReader(const Workbook& workbook, Builder& builder)
      : workbook_(workbook), builder_(builder) {}

  // The formulas of what was read that have no result.
  std::vector<SheetPlace> TakeUnknown() { return std::move(unknown_); }

  // The cells with words, by row, then column.
  Result<std::vector<SheetCell>> Read(const pugi::xml_node& data) {
    int row = 0;
    for (const pugi::xml_node& node : data.children()) {
      if (LocalName(node) != "row") continue;
      row = NumberAttribute(node, "r", row + 1);
      KAOPING_TRY_STATUS(ReadRow(node, row));
    }
    const auto is_before = [](const SheetCell& a, const SheetCell& b) {
      return std::pair(a.place.row, a.place.column) < std::pair(b.place.row, b.place.column);
    };
    if (!std::is_sorted(cells_.begin(), cells_.end(), is_before)) {
      std::stable_sort(cells_.begin(), cells_.end(), is_before);
    }
    return std::move(cells_);
  }

 private:
  Status ReadRow(const pugi::xml_node& node, int row) {
    int column = 0;
    for (const pugi::xml_node& cell : node.children()) {
      if (LocalName(cell) != "c") continue;
      const char* const reference = Attribute(cell, "r");
      const auto place = ReadSheetPlace(reference == nullptr ? "" : reference);
      if (reference != nullptr && !place) return DamagedFile(workbook_.file_name);
      column = place ? place->column : column + 1;
      KAOPING_TRY(std::string text, TextOf(cell));
      if (LacksResult(cell) && unknown_.size() < kMostUnknownResults) {
        unknown_.push_back({row, column});
      }
      if (TrimBlanks(text).empty()) continue;
      KAOPING_TRY_STATUS(builder_.CountCells(1));
      KAOPING_TRY_STATUS(builder_.CheckLength(row, column, text.size()));
      KAOPING_TRY_STATUS(builder_.CountText(text.size()));
      cells_.push_back({{row, column}, {row, column}, std::move(text)});
    }
    return Ok();
  }

  Result<std::string> TextOf(const pugi::xml_node& cell) const {
    const std::string_view type = TypeOf(cell);
    if (type == "inlineStr") return ReadRichText(Child(cell, "is"));
    std::string value;
    AppendText(Child(cell, "v"), value);
    if (value.empty()) return value;
    if (type == "s") return SharedString(value);
    if (type == "b") return std::string(value == "1" ? "TRUE" : "FALSE");
    if (type == "n") return Number(cell, value);
    if (type == "d") return value.substr(0, value.find('T'));
    return Unescape(value);  // a formula's text, an error
  }

  Result<std::string> SharedString(const std::string& value) const {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), index);
    if (error != std::errc() || index >= workbook_.strings.size()) {
      return DamagedFile(workbook_.file_name);
    }
    return workbook_.strings[index];
  }

  std::string Number(const pugi::xml_node& cell, const std::string& value) const {
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || !std::isfinite(number)) return value;
    const int style = NumberAttribute(cell, "s", 0);
    const bool is_known = style >= 0 && static_cast<std::size_t>(style) < workbook_.formats.size();
    const CellFormat format =
        is_known ? workbook_.formats[static_cast<std::size_t>(style)] : CellFormat();
    return format.Write(number, workbook_.since_1904);
  }

  const Workbook& workbook_;
  Builder& builder_;
  std::vector<SheetCell> cells_;
  std::vector<SheetPlace> unknown_;
};

Merges ReadMerges(const pugi::xml_node& root) {
  std::vector<Merge> merges;
  for (const pugi::xml_node& node : Child(root, "mergeCells").children()) {
    const char* const range = Attribute(node, "ref");
    if (const auto merge = ReadMerge(range == nullptr ? "" : range)) merges.push_back(*merge);
  }
  return Merges(std::move(merges));
}

// Rows of the cells that can be seen, none empty.
std::vector<SheetRow> RowsOf(std::vector<SheetCell> cells, Merges merges) {
  std::vector<SheetRow> rows;
  int column = 0;
  for (SheetCell& cell : cells) {
    const bool is_new_row = rows.empty() || rows.back().back().place.row != cell.place.row;
    if (!is_new_row && cell.place.column == column) continue;  // one place named twice
    merges.MoveTo(cell.place.row);
    if (const Merge* const merge = merges.At(cell.place.column)) {
      const bool is_first =
          merge->first.row == cell.place.row && merge->first.column == cell.place.column;
      if (!is_first) continue;
      cell.last = merge->last;
    }
    column = cell.place.column;
    if (is_new_row) rows.emplace_back();
    rows.back().push_back(std::move(cell));
  }
  return rows;
}

// Numbers that are in use, counted from 1.
class Ranks {
 public:
  explicit Ranks(std::vector<int> used) : used_(std::move(used)) {
    std::sort(used_.begin(), used_.end());
    used_.erase(std::unique(used_.begin(), used_.end()), used_.end());
  }
  // How many of them are at most `number`.
  int UpTo(int number) const {
    return static_cast<int>(std::upper_bound(used_.begin(), used_.end(), number) - used_.begin());
  }
  int Count() const { return static_cast<int>(used_.size()); }

 private:
  std::vector<int> used_;
};

// “AB12”
std::string NameOf(const SheetPlace& place) {
  constexpr int kLetters = 26;
  std::string letters;
  for (int column = place.column; column > 0; column = (column - 1) / kLetters) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % kLetters));
  }
  return letters + std::to_string(place.row);
}

// Where the rows and columns of a sheet that have words are in its table.
struct TableRanks {
  explicit TableRanks(const std::vector<SheetRow>& table)
      : rows(RowsIn(table)), columns(ColumnsIn(table)) {}

  static std::vector<int> RowsIn(const std::vector<SheetRow>& table) {
    std::vector<int> used;
    used.reserve(table.size());
    for (const SheetRow& row : table) used.push_back(row.front().place.row);
    return used;
  }
  static std::vector<int> ColumnsIn(const std::vector<SheetRow>& table) {
    std::vector<int> used;
    for (const SheetRow& row : table) {
      for (const SheetCell& cell : row) used.push_back(cell.place.column);
    }
    return used;
  }

  Ranks rows;
  Ranks columns;
};

std::vector<UnknownResult> PlaceUnknown(const std::vector<SheetPlace>& unknown,
                                        const TableRanks& ranks) {
  std::vector<UnknownResult> results;
  for (const SheetPlace& place : unknown) {
    std::string name = NameOf(place);
    if (!ReadSheetPlace(name)) continue;
    UnknownResult& result = results.emplace_back();
    result.name = std::move(name);
    if (ranks.rows.Count() == 0) continue;
    result.place.row = std::max(1, ranks.rows.UpTo(place.row));
    result.place.column = std::max(1, ranks.columns.UpTo(place.column));
  }
  return results;
}

Table MakeTable(const std::vector<SheetRow>& rows, const TableRanks& ranks) {
  const Ranks& row_ranks = ranks.rows;
  const Ranks& column_ranks = ranks.columns;
  Table table;
  table.rows = row_ranks.Count();
  table.columns = column_ranks.Count();
  for (const SheetRow& row : rows) {
    for (const SheetCell& cell : row) {
      const int at_row = row_ranks.UpTo(cell.place.row);
      const int at_column = column_ranks.UpTo(cell.place.column);
      table.cells.push_back({at_row, at_column, row_ranks.UpTo(cell.last.row) - at_row + 1,
                             column_ranks.UpTo(cell.last.column) - at_column + 1,
                             LinesWithWords(cell.text)});
    }
  }
  return table;
}

void AddLines(const SheetRow& row, std::vector<std::string>& lines) {
  for (std::string& line : LinesWithWords(row[0].text)) lines.push_back(std::move(line));
}

}  // namespace

std::string ReadRichText(const pugi::xml_node& element) {
  std::string text;
  for (const pugi::xml_node& child : element.children()) {
    const std::string_view name = LocalName(child);
    if (name == "t") AppendText(child, text);
    if (name == "r") AppendText(Child(child, "t"), text);
  }
  return Unescape(text);
}

Result<Sheet> ReadSheet(const pugi::xml_node& root, const Workbook& workbook, Builder& builder) {
  SheetReader reader(workbook, builder);
  KAOPING_TRY(std::vector<SheetCell> cells, reader.Read(Child(root, "sheetData")));
  std::vector<SheetRow> rows = RowsOf(std::move(cells), ReadMerges(root));
  const auto table_begin =
      std::find_if(rows.begin(), rows.end(), [](const SheetRow& row) { return row.size() > 1; });
  Sheet sheet;
  for (auto row = rows.begin(); row != table_begin; ++row) AddLines(*row, sheet.above);
  rows.erase(rows.begin(), table_begin);
  const TableRanks ranks(rows);
  sheet.table = MakeTable(rows, ranks);
  sheet.unknown_results = PlaceUnknown(reader.TakeUnknown(), ranks);
  return sheet;
}

}  // namespace kaoping::document
