// Private to document/: the cells of a table of a web page, in its grid.

#ifndef KAOPING_DOCUMENT_HTML_TABLE_H_
#define KAOPING_DOCUMENT_HTML_TABLE_H_

#include <vector>

#include "document/html_tree.h"

namespace kaoping::document {

struct HtmlCell {
  const GumboNode* node = nullptr;  // td or th
  int row = 0;                      // from 1
  int column = 0;
  int row_span = 1;
  int column_span = 1;
};

struct HtmlGrid {
  int rows = 0;
  int columns = 0;
  std::vector<HtmlCell> cells;  // by row, then column; none within another
};

// Whether an element is not shown: the attribute hidden, or a style that says so.
bool IsHidden(const GumboNode& element);

// The cells of a table that are shown, those of its head first and of its foot last. A cell spans
// at most 1 000 columns, and no row outside its part of the table, as in browsers; one that would
// lie over another, or begin past the 10 000th column, ends or is left out there. Only columns in
// which a cell begins count.
HtmlGrid ReadHtmlGrid(const GumboNode& table);

// Whether a table only places other parts of the page: it says so (role="presentation"), it has a
// single cell, or one of its cells holds a table that has several.
bool IsLayout(const GumboNode& table, const HtmlGrid& grid);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_HTML_TABLE_H_
