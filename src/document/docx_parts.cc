#include "document/docx_parts.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>

#include "document/xml.h"

namespace kaoping::document {
namespace {

bool IsPlaceholder(const pugi::xml_node& control, const pugi::xml_node& content) {
  if (!IsOn(Child(Child(control, "sdtPr"), "showingPlcHdr"))) return false;
  // A row or a cell keeps its place, whatever stands in it.
  return !Child(content, "tr") && !Child(content, "tc");
}

void AddParts(const pugi::xml_node& node, std::vector<pugi::xml_node>& parts) {
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view name = LocalName(child);
    if (name == "ins" || name == "moveTo" || name == "customXml" || name == "smartTag") {
      AddParts(child, parts);
    } else if (name == "sdt") {
      const pugi::xml_node content = Child(child, "sdtContent");
      if (!IsPlaceholder(child, content)) AddParts(content, parts);
    } else if (name == "AlternateContent") {
      const pugi::xml_node choice = Child(child, "Choice");
      AddParts(choice ? choice : Child(child, "Fallback"), parts);
    } else if (name != "del" && name != "moveFrom" && child.type() == pugi::node_element) {
      parts.push_back(child);
    }
  }
}

bool IsDrawing(std::string_view name) {
  return name == "drawing" || name == "pict" || name == "object";
}

class RunReader {
 public:
  void Walk(const pugi::xml_node& node) {
    for (const pugi::xml_node& part : PartsOf(node)) Read(part);
  }
  RunText Take() { return std::move(read_); }

 private:
  void Read(const pugi::xml_node& part) {
    const std::string_view name = LocalName(part);
    if (name == "t") {
      AddWords(part);
    } else if (name == "r") {
      const bool was_hidden = is_hidden_;
      is_hidden_ = is_hidden_ || IsOn(Child(Child(part, "rPr"), "vanish"));
      Walk(part);
      is_hidden_ = was_hidden;
    } else if (name == "tab" || name == "ptab") {
      Add(' ');
    } else if (name == "br" || name == "cr") {
      Add('\n');
    } else if (name == "noBreakHyphen") {
      Add('-');
    } else if (name == "fldChar") {
      ReadFieldMark(part);
    } else if (IsDrawing(name)) {
      FindBoxes(part);
    } else if (!name.ends_with("Pr") && name != "instrText" && name != "delText" &&
               name != "delInstrText" && name != "rt") {
      Walk(part);  // links, simple fields, ruby, formulas
    }
  }

  bool IsSeen() const {
    return !is_hidden_ &&
           std::find(in_instruction_.begin(), in_instruction_.end(), true) == in_instruction_.end();
  }

  void Add(char c) {
    if (IsSeen()) read_.text += c;
  }

  void AddWords(const pugi::xml_node& element) {
    if (!IsSeen()) return;
    const std::size_t begin = read_.text.size();
    AppendText(element, read_.text);
    // A line break of the XML is none of the text.
    std::replace(read_.text.begin() + static_cast<std::ptrdiff_t>(begin), read_.text.end(), '\n',
                 ' ');
  }

  // A field is begin, instruction, separate, result, end; fields may stand in instructions.
  void ReadFieldMark(const pugi::xml_node& mark) {
    const char* const type = Attribute(mark, "fldCharType");
    const std::string_view kind = type == nullptr ? "" : type;
    if (kind == "begin") {
      in_instruction_.push_back(true);
    } else if (!in_instruction_.empty() && kind == "separate") {
      in_instruction_.back() = false;
    } else if (!in_instruction_.empty() && kind == "end") {
      in_instruction_.pop_back();
    }
  }

  void FindBoxes(const pugi::xml_node& node) {
    for (const pugi::xml_node& part : PartsOf(node)) {
      if (LocalName(part) == "txbxContent") {
        read_.boxes.push_back(part);
      } else {
        FindBoxes(part);
      }
    }
  }

  RunText read_;
  bool is_hidden_ = false;
  std::vector<bool> in_instruction_;  // of each field under way, the outermost first
};

// ---- Tables -------------------------------------------------------------------------------------

// Word allows 63 columns.
constexpr int kMostColumns = 1'000;
// In twentieths of a point: borders nearer than 3.5 mm were dragged by hand and are meant as one.
constexpr int kSameBorder = 200;

int Clamp(int value, int least) { return std::clamp(value, least, kMostColumns); }

int NumberOf(const pugi::xml_node& properties, std::string_view name, int otherwise) {
  return Clamp(NumberAttribute(Child(properties, name), "val", otherwise), otherwise);
}

// Without a value, a cell goes on the merge.
bool Continues(const pugi::xml_node& merge) {
  if (!merge) return false;
  const char* const value = Attribute(merge, "val");
  return value == nullptr || std::string_view(value) != "restart";
}

// The cells of a row; for now `column` is the unit of the table's own grid at which it begins.
GridRow ReadGridRow(const pugi::xml_node& row) {
  GridRow cells;
  int at = NumberOf(Child(row, "trPr"), "gridBefore", 0);
  for (const pugi::xml_node& cell : PartsOf(row)) {
    if (LocalName(cell) != "tc") continue;
    const pugi::xml_node properties = Child(cell, "tcPr");
    if (Child(properties, "cellDel")) continue;
    const int span = NumberOf(properties, "gridSpan", 1);
    if (Continues(Child(properties, "hMerge")) && !cells.empty()) {
      cells.back().span += span;
    } else {
      cells.push_back({cell, at, span, Continues(Child(properties, "vMerge"))});
    }
    at = std::min(at + span, kMostColumns * kMostColumns);
  }
  return cells;
}

// Where each unit of the grid begins, in twentieths of a point; as far as the table says.
std::vector<int> UnitPositions(const pugi::xml_node& table) {
  constexpr int kWidest = 100'000;
  std::vector<int> positions = {0};
  for (const pugi::xml_node& column : Child(table, "tblGrid").children()) {
    if (LocalName(column) != "gridCol" || positions.size() > kMostColumns) continue;
    const int width = std::clamp(NumberAttribute(column, "w", 0), 0, kWidest);
    positions.push_back(positions.back() + width);
  }
  return positions;
}

// The units at which cells begin or end, in order, and how many columns begin before each.
struct Borders {
  std::vector<int> units;
  std::vector<int> columns_before;

  // Requires: a cell begins or ends at this unit.
  int ColumnsBefore(int unit) const {
    const auto at = std::lower_bound(units.begin(), units.end(), unit) - units.begin();
    return columns_before[static_cast<std::size_t>(at)];
  }
};

// Borders that meet are those of one unit; or of several that are nearer than kSameBorder, as far
// as `positions` reach.
Borders FindBorders(const std::vector<GridRow>& rows, const std::vector<int>& positions) {
  std::map<int, bool> begins;  // by unit: whether a cell begins there, or only ends
  for (const GridRow& row : rows) {
    for (const GridCell& cell : row) {
      begins[cell.column] = true;
      begins.emplace(cell.column + cell.span, false);
    }
  }
  Borders borders;
  int columns = 0;         // before the borders that meet at `position`
  bool is_column = false;  // whether one of these begins a column
  int position = 0;
  for (const auto& [unit, begins_here] : begins) {
    const auto index = static_cast<std::size_t>(unit);
    const bool is_known = index < positions.size();
    const bool meets =
        is_known && !borders.units.empty() && positions[index] - position < kSameBorder;
    if (!meets) {
      columns += is_column ? 1 : 0;
      is_column = false;
      position = is_known ? positions[index] : -kSameBorder;
    }
    is_column = is_column || begins_here;
    borders.units.push_back(unit);
    borders.columns_before.push_back(columns);
  }
  return borders;
}

// Whether no row has two cells in one column.
bool KeepsCellsApart(const Borders& borders, const std::vector<GridRow>& rows) {
  return std::all_of(rows.begin(), rows.end(), [&](const GridRow& row) {
    return std::adjacent_find(row.begin(), row.end(), [&](const GridCell& a, const GridCell& b) {
             return borders.ColumnsBefore(a.column) == borders.ColumnsBefore(b.column);
           }) == row.end();
  });
}

}  // namespace

std::vector<pugi::xml_node> PartsOf(const pugi::xml_node& node) {
  std::vector<pugi::xml_node> parts;
  AddParts(node, parts);
  return parts;
}

RunText ReadRuns(const pugi::xml_node& paragraph) {
  RunReader reader;
  reader.Walk(paragraph);
  return reader.Take();
}

std::vector<GridRow> ReadGrid(const pugi::xml_node& table) {
  std::vector<GridRow> rows;
  for (const pugi::xml_node& row : PartsOf(table)) {
    const bool is_deleted = Child(Child(row, "trPr"), "del") != nullptr;
    if (LocalName(row) == "tr" && !is_deleted) rows.push_back(ReadGridRow(row));
  }
  Borders borders = FindBorders(rows, UnitPositions(table));
  if (!KeepsCellsApart(borders, rows)) borders = FindBorders(rows, {});
  for (GridRow& row : rows) {
    for (GridCell& cell : row) {
      const int before = borders.ColumnsBefore(cell.column);
      cell.span = std::max(1, borders.ColumnsBefore(cell.column + cell.span) - before);
      cell.column = before + 1;
    }
  }
  return rows;
}

}  // namespace kaoping::document
