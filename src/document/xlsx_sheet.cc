#include "document/xlsx_sheet.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>
#include <utility>

#include "base/utf8.h"
#include "document/merges.h"
#include "document/office_errors.h"
#include "document/sheet_part.h"
#include "document/xml.h"

namespace kaoping::document {
namespace {

// A cell that has words.
struct SheetCell {
  SheetPlace place;
  SheetPlace last;  // of the range that it covers
  std::vector<std::string> lines;
};

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

// Whether a worksheet shows the decimal `text` just as it is: no digit too many, and no more of
// them than ShortestDecimal keeps. Most numbers are so, and need not be computed.
bool IsShortestDecimal(std::string_view text) {
  constexpr std::size_t kLongest = 15;
  if (text == "0") return true;
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.size() > kLongest) return false;
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction = text.substr(std::min(point + 1, text.size()));
  const auto are_digits = [](std::string_view digits) {
    return std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (whole.empty() || whole[0] == '0' || !are_digits(whole) || !are_digits(fraction)) return false;
  return point == text.size() || (!fraction.empty() && fraction.back() != '0');
}

// The attributes of a cell, looked for once.
struct CellMarks {
  explicit CellMarks(const pugi::xml_node& cell) {
    for (auto mark = cell.first_attribute(); mark; mark = mark.next_attribute()) {
      const std::string_view name = LocalName(mark);
      if (name.size() != 1) continue;
      if (name[0] == 'r') reference = mark.value();
      if (name[0] == 't') type = mark.value();
      if (name[0] == 's') style = mark.as_int();
    }
  }

  const char* reference = nullptr;
  std::string_view type = "n";
  int style = 0;
};

class SheetReader {
 public:
  SheetReader(const Workbook& workbook, Builder& builder)
      : workbook_(workbook), builder_(builder) {}

  // `data` has the rows behind those that were read before.
  Status ReadRows(const pugi::xml_node& data) {
    for (const pugi::xml_node& node : data.children()) {
      if (LocalName(node) != "row") continue;
      row_ = NumberAttribute(node, "r", row_ + 1);
      KAOPING_TRY_STATUS(ReadRow(node));
    }
    return Ok();
  }

  // The cells with words, by row, then column.
  std::vector<SheetCell> TakeCells() {
    const auto is_before = [](const SheetCell& a, const SheetCell& b) {
      return std::pair(a.place.row, a.place.column) < std::pair(b.place.row, b.place.column);
    };
    if (!std::is_sorted(cells_.begin(), cells_.end(), is_before)) {
      std::stable_sort(cells_.begin(), cells_.end(), is_before);
    }
    return std::move(cells_);
  }

  // The formulas of what was read that have no result.
  std::vector<SheetPlace> TakeUnknown() { return std::move(unknown_); }

 private:
  Status ReadRow(const pugi::xml_node& node) {
    int column = 0;
    for (auto cell = node.first_child(); cell; cell = cell.next_sibling()) {
      if (LocalName(cell) != "c") continue;
      const CellMarks marks(cell);
      const auto place = ReadSheetPlace(marks.reference == nullptr ? "" : marks.reference);
      if (marks.reference != nullptr && !place) return DamagedFile(workbook_.file_name);
      column = place ? place->column : column + 1;
      KAOPING_TRY(const std::string_view text, ReadCell(cell, marks));
      if (lacks_result_ && unknown_.size() < kMostUnknownResults) {
        unknown_.push_back({row_, column});
      }
      std::vector<std::string> lines = LinesWithWords(text);
      if (lines.empty()) continue;
      KAOPING_TRY_STATUS(builder_.CountCells(1));
      KAOPING_TRY_STATUS(builder_.CheckLength(row_, column, text.size()));
      KAOPING_TRY_STATUS(builder_.CountText(text.size()));
      cells_.push_back({{row_, column}, {row_, column}, std::move(lines)});
    }
    return Ok();
  }

  // Of `cell`, until the next call; also says whether it lacks a result.
  Result<std::string_view> ReadCell(const pugi::xml_node& cell, const CellMarks& marks) {
    const std::string_view type = marks.type;
    lacks_result_ = false;
    if (type == "inlineStr") return Hold(ReadRichText(Child(cell, "is")));
    const pugi::xml_node element = Child(cell, "v");
    const std::string_view value = TextOf(element, text_);
    if (value.empty()) {
      // A text may be empty, a number not: some programs leave an empty <v> if nobody computed it.
      lacks_result_ = Child(cell, "f") && !(type == "str" && element);
      return std::string_view();
    }
    if (type == "s") return SharedString(value);
    if (type == "b") return std::string_view(value == "1" ? "TRUE" : "FALSE");
    if (type == "n") return Number(value, marks.style);
    if (type == "d") return value.substr(0, value.find('T'));
    return Hold(Unescape(value));  // a formula's text, an error
  }

  std::string_view Hold(std::string text) {
    text_ = std::move(text);
    return text_;
  }

  Result<std::string_view> SharedString(std::string_view digits) const {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
    if (error != std::errc() || index >= workbook_.strings.size()) {
      return DamagedFile(workbook_.file_name);
    }
    return std::string_view(workbook_.strings[index]);
  }

  std::string_view Number(std::string_view value, int style) {
    static const CellFormat general;
    const bool is_known = style >= 0 && static_cast<std::size_t>(style) < workbook_.formats.size();
    const CellFormat& format =
        is_known ? workbook_.formats[static_cast<std::size_t>(style)] : general;
    if (format.IsPlain() && IsShortestDecimal(value)) return value;
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || !std::isfinite(number)) return value;
    return Hold(format.Write(number, workbook_.since_1904));
  }

  const Workbook& workbook_;
  Builder& builder_;
  int row_ = 0;
  std::vector<SheetCell> cells_;
  std::vector<SheetPlace> unknown_;
  // Of the cell that is read.
  std::string text_;
  bool lacks_result_ = false;
};

Merges ReadMerges(const pugi::xml_node& root) {
  std::vector<Merge> merges;
  for (const pugi::xml_node& node : Child(root, "mergeCells").children()) {
    const char* const range = Attribute(node, "ref");
    if (const auto merge = ReadMerge(range == nullptr ? "" : range)) merges.push_back(*merge);
  }
  return Merges(std::move(merges));
}

// Leaves only the cells that can be seen, and gives them their ranges.
void DropCovered(std::vector<SheetCell>& cells, Merges merges) {
  auto kept = cells.begin();
  SheetPlace before;
  for (SheetCell& cell : cells) {
    const bool is_named_twice =
        kept != cells.begin() && cell.place.row == before.row && cell.place.column == before.column;
    if (is_named_twice) continue;
    merges.MoveTo(cell.place.row);
    if (const Merge* const merge = merges.At(cell.place.column)) {
      const bool is_first =
          merge->first.row == cell.place.row && merge->first.column == cell.place.column;
      if (!is_first) continue;
      cell.last = merge->last;
    }
    before = cell.place;
    if (&*kept != &cell) *kept = std::move(cell);
    ++kept;
  }
  cells.erase(kept, cells.end());
}

// Numbers that are in use, counted from 1.
class Ranks {
 public:
  // Requires: each once, by size.
  explicit Ranks(std::vector<int> used) : used_(std::move(used)) {}
  // How many of them are at most `number`.
  int UpTo(int number) const {
    return static_cast<int>(std::upper_bound(used_.begin(), used_.end(), number) - used_.begin());
  }
  int Count() const { return static_cast<int>(used_.size()); }

 private:
  std::vector<int> used_;
};

Ranks RanksOfRows(std::span<const SheetCell> cells) {
  std::vector<int> used;
  for (const SheetCell& cell : cells) {
    if (used.empty() || used.back() != cell.place.row) used.push_back(cell.place.row);
  }
  return Ranks(std::move(used));
}

Ranks RanksOfColumns(std::span<const SheetCell> cells) {
  std::vector<bool> is_used;
  for (const SheetCell& cell : cells) {
    const auto column = static_cast<std::size_t>(cell.place.column);
    if (column >= is_used.size()) is_used.resize(column + 1);
    is_used[column] = true;
  }
  std::vector<int> used;
  for (std::size_t column = 0; column < is_used.size(); ++column) {
    if (is_used[column]) used.push_back(static_cast<int>(column));
  }
  return Ranks(std::move(used));
}

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
  explicit TableRanks(std::span<const SheetCell> cells)
      : rows(RanksOfRows(cells)), columns(RanksOfColumns(cells)) {}

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

// The rows of a table, none empty; takes the lines of its cells.
Table MakeTable(std::span<SheetCell> cells, const TableRanks& ranks) {
  const auto& [rows, columns] = ranks;
  Table table;
  table.rows = rows.Count();
  table.columns = columns.Count();
  table.cells.reserve(cells.size());
  int at_row = 0;
  int row_before = 0;
  for (SheetCell& cell : cells) {
    if (at_row == 0 || cell.place.row != row_before) ++at_row;
    row_before = cell.place.row;
    const int at_column = columns.UpTo(cell.place.column);
    const bool has_one_row = cell.last.row == cell.place.row;
    const bool has_one_column = cell.last.column == cell.place.column;
    table.cells.push_back({at_row, at_column,
                           has_one_row ? 1 : rows.UpTo(cell.last.row) - at_row + 1,
                           has_one_column ? 1 : columns.UpTo(cell.last.column) - at_column + 1,
                           std::move(cell.lines)});
  }
  return table;
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

Result<Sheet> ReadSheet(std::string part, const Workbook& workbook, Builder& builder) {
  KAOPING_TRY(SheetPart sheet_part, SheetPart::Open(workbook.file_name, std::move(part)));
  SheetReader reader(workbook, builder);
  while (true) {
    KAOPING_TRY(const pugi::xml_node data, sheet_part.NextRows());
    if (!data) break;
    KAOPING_TRY_STATUS(reader.ReadRows(data));
  }
  std::vector<SheetCell> cells = reader.TakeCells();
  DropCovered(cells, ReadMerges(sheet_part.root()));
  Sheet sheet;
  auto table_begin = cells.begin();
  const auto stands_alone = [&cells](auto cell) {
    return std::next(cell) == cells.end() || std::next(cell)->place.row != cell->place.row;
  };
  for (; table_begin != cells.end() && stands_alone(table_begin); ++table_begin) {
    for (std::string& line : table_begin->lines) sheet.above.push_back(std::move(line));
  }
  const std::span<SheetCell> rest(table_begin, cells.end());
  const TableRanks ranks(rest);
  sheet.table = MakeTable(rest, ranks);
  sheet.unknown_results = PlaceUnknown(reader.TakeUnknown(), ranks);
  return sheet;
}

}  // namespace kaoping::document
