#include "document/docx_reader.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "document/builder.h"
#include "document/docx_parts.h"
#include "document/numbering.h"
#include "document/office_errors.h"
#include "document/package.h"
#include "document/xml.h"
#include "text/blank.h"

namespace kaoping::document {
namespace {

// Whether the mark at a paragraph's end was deleted, so that the next one goes on where it ends.
bool IsMarkDeleted(const pugi::xml_node& properties) {
  const pugi::xml_node mark = Child(properties, "rPr");
  return Child(mark, "del") || Child(mark, "moveFrom");
}

// The words of a cell, while they are gathered.
struct CellText {
  std::string lines;
  std::string number;  // of its first paragraph that has nothing else
};

class DocxReader {
 public:
  DocxReader(std::string_view file_name, Numbering numbering)
      : builder_(file_name), numbering_(std::move(numbering)) {}

  // What stands in the body, a text box or a frame becomes blocks; if `cell` is given, its words.
  Status ReadContainer(const pugi::xml_node& container, CellText* cell) {
    std::string carried;  // of paragraphs whose end was deleted
    for (const pugi::xml_node& part : PartsOf(container)) {
      const std::string_view name = LocalName(part);
      if (name == "p") KAOPING_TRY_STATUS(ReadParagraph(part, cell, carried));
      if (name == "tbl") KAOPING_TRY_STATUS(ReadTable(part, cell));
    }
    return AddParagraph("", carried, cell);
  }

  std::vector<Block> Take() { return builder_.Take(); }

 private:
  Status ReadParagraph(const pugi::xml_node& paragraph, CellText* cell, std::string& carried) {
    const pugi::xml_node properties = Child(paragraph, "pPr");
    const RunText read = ReadRuns(paragraph);
    carried += read.text;
    if (!IsMarkDeleted(properties)) {
      KAOPING_TRY_STATUS(AddParagraph(numbering_.Next(properties), carried, cell));
      carried.clear();
    }
    for (const pugi::xml_node& box : read.boxes) KAOPING_TRY_STATUS(ReadContainer(box, cell));
    return Ok();
  }

  Status AddParagraph(const std::string& number, const std::string& text, CellText* cell) {
    const std::string words(TrimBlanks(text));
    // The number of a paragraph without words is shown, but says something only in a cell that has
    // nothing else (1, 2, 3 down a column).
    if (words.empty()) {
      if (cell != nullptr && cell->number.empty()) cell->number = number;
      return Ok();
    }
    const std::string lines = Labelled(number, words);
    KAOPING_TRY_STATUS(builder_.CountText(lines.size()));
    if (cell != nullptr) {
      cell->lines += lines + '\n';
      return Ok();
    }
    for (const std::string& line : LinesWithWords(lines)) {
      KAOPING_TRY_STATUS(builder_.AddParagraph(line));
    }
    return Ok();
  }

  Status ReadTable(const pugi::xml_node& table, CellText* cell) {
    const std::vector<GridRow> rows = ReadGrid(table);
    if (cell != nullptr) return ReadNested(rows, *cell);
    if (rows.size() == 1 && rows[0].size() == 1) return ReadContainer(rows[0][0].node, nullptr);
    return ReadRows(rows);
  }

  Status ReadNested(const std::vector<GridRow>& rows, CellText& cell) {
    for (const GridRow& row : rows) {
      for (const GridCell& inner : row) {
        if (!inner.continues_above) KAOPING_TRY_STATUS(ReadContainer(inner.node, &cell));
      }
    }
    return Ok();
  }

  Status ReadRows(const std::vector<GridRow>& rows) {
    Table table;
    std::map<int, std::size_t> above;  // by column: the cell that reaches down to the last row
    for (const GridRow& row : rows) {
      ++table.rows;
      for (const GridCell& at : row) {
        table.columns = std::max(table.columns, at.column + at.span - 1);
        const auto upper = above.find(at.column);
        if (at.continues_above && upper != above.end()) {
          Cell& merged = table.cells[upper->second];
          // One of another width would lie over its neighbours.
          if (merged.row + merged.row_span == table.rows && merged.column_span == at.span) {
            ++merged.row_span;
            continue;
          }
        }
        KAOPING_TRY(Cell cell, ReadCell(table.rows, at));
        above[at.column] = table.cells.size();
        table.cells.push_back(std::move(cell));
      }
    }
    if (!table.cells.empty()) builder_.AddTable(std::move(table));
    return Ok();
  }

  Result<Cell> ReadCell(int row, const GridCell& at) {
    KAOPING_TRY_STATUS(builder_.CountCells(1));
    CellText text;
    KAOPING_TRY_STATUS(ReadContainer(at.node, &text));
    KAOPING_TRY_STATUS(builder_.CheckLength(row, at.column, text.lines.size()));
    Cell cell{row, at.column, 1, at.span, LinesWithWords(text.lines)};
    if (cell.IsEmpty()) cell.paragraphs = LinesWithWords(text.number);
    return cell;
  }

  Builder builder_;
  Numbering numbering_;
};

Result<Numbering> ReadNumbering(Package& package) {
  Numbering numbering;
  if (const Relationship* const part = package.FindType("numbering")) {
    KAOPING_TRY(const Xml xml, package.Read(*part));
    numbering.ReadNumbering(xml.root());
  }
  if (const Relationship* const part = package.FindType("styles")) {
    KAOPING_TRY(const Xml xml, package.Read(*part));
    numbering.ReadStyles(xml.root());
  }
  return numbering;
}

}  // namespace

Result<std::vector<Block>> ReadDocx(std::string_view file_name, std::string_view bytes) {
  KAOPING_TRY(Package package, Package::Open(file_name, bytes));
  KAOPING_TRY_STATUS(package.CheckKind("document"));
  KAOPING_TRY(Numbering numbering, ReadNumbering(package));
  DocxReader reader(file_name, std::move(numbering));
  const Xml main = package.TakeMain();
  KAOPING_TRY_STATUS(reader.ReadContainer(Child(main.root(), "body"), nullptr));
  std::vector<Block> blocks = reader.Take();
  if (blocks.empty()) return WithoutWords(file_name);
  return blocks;
}

}  // namespace kaoping::document
