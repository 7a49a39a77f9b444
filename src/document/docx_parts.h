// Private to document/: what the elements of a Word file hold, once wrappers and changes that were
// tracked are seen through.

#ifndef KAOPING_DOCUMENT_DOCX_PARTS_H_
#define KAOPING_DOCUMENT_DOCX_PARTS_H_

#include <pugixml.hpp>
#include <string>
#include <vector>

namespace kaoping::document {

// The elements in `node` that mean something there: those within content controls, insertions and
// the one branch of an alternative stand for their wrapper; deletions and placeholders are left
// out.
std::vector<pugi::xml_node> PartsOf(const pugi::xml_node& node);

struct RunText {
  std::string text;                   // '\n' for a break
  std::vector<pugi::xml_node> boxes;  // w:txbxContent of the text boxes
};

// The words of a paragraph (w:p), without its number.
RunText ReadRuns(const pugi::xml_node& paragraph);

// A cell in the grid of its table.
struct GridCell {
  pugi::xml_node node;  // w:tc
  int column = 0;       // from 1
  int span = 1;
  bool continues_above = false;  // part of the cell above it
};
using GridRow = std::vector<GridCell>;

// The rows of a table (w:tbl), in whose columns cells begin.
std::vector<GridRow> ReadGrid(const pugi::xml_node& table);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_DOCX_PARTS_H_
