// Private to document/: tables without rules, told by the gaps between their words. The last part
// of layout.h.

#ifndef KAOPING_DOCUMENT_LAYOUT_COLUMNS_H_
#define KAOPING_DOCUMENT_LAYOUT_COLUMNS_H_

#include <vector>

#include "document/layout_table.h"

namespace kaoping::document {

struct ColumnsFound {
  std::vector<Piece> pieces;  // from top to bottom
  std::vector<double> tops;   // where each begins
  std::vector<Word> others;   // the words outside
};

// A table is three columns or more in two lines or more, or two columns in four. A line with words
// in half of the columns begins a row; what stands above and below it in a column belongs to the
// row that it goes on with, or else to the nearest. Merged cells are not known without rules, but
// for lines across columns.
ColumnsFound FindColumns(std::vector<Word> words, int page);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_LAYOUT_COLUMNS_H_
