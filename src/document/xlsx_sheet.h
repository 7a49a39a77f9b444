// Private to document/: the cells of a worksheet, and the paragraphs and the table that they make.

#ifndef KAOPING_DOCUMENT_XLSX_SHEET_H_
#define KAOPING_DOCUMENT_XLSX_SHEET_H_

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "base/result.h"
#include "document/builder.h"
#include "document/cell_format.h"
#include "document/document.h"

namespace kaoping::document {

// What the cells of all sheets refer to.
struct Workbook {
  std::string file_name;
  std::vector<std::string> strings;
  std::vector<CellFormat> formats;
  bool since_1904 = false;
};

// A worksheet without its empty rows and columns.
struct Sheet {
  // The rows above the table that have only one cell: titles, the mark of an attachment.
  std::vector<std::string> above;
  Table table;  // no cells if the sheet has none
  // Formulas without a result; the places lack the table's number.
  std::vector<UnknownResult> unknown_results;

  bool IsEmpty() const { return above.empty() && table.cells.empty(); }
};

// The words of an element that may be parted into runs (si, is), without the reading aids above
// them.
std::string ReadRichText(const pugi::xml_node& element);

// The sheet of this part (worksheet). Counts its cells with `builder`, and refuses what that and
// Xml::Parse do; kInvalid "file-damaged" for a cell at a place that no sheet has, or a string that
// is not there.
Result<Sheet> ReadSheet(std::string part, const Workbook& workbook, Builder& builder);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_XLSX_SHEET_H_
