// Private to document/: ruling lines on a page → the cells that they enclose. The second part of
// layout.h.

#ifndef KAOPING_DOCUMENT_LAYOUT_GRID_H_
#define KAOPING_DOCUMENT_LAYOUT_GRID_H_

#include <span>
#include <vector>

#include "document/layout.h"

namespace kaoping::document {

struct RuledCell {
  int row = 0;  // from 1
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  Box box;
};

struct RuledGrid {
  Box box;
  std::vector<double> edges;  // of its columns, from left to right
  int rows = 0;
  std::vector<RuledCell> cells;  // by row, then column

  // The cell at this point; -1 if there is none.
  int CellAt(double x, double y) const;

  // The units between all rules, row by row, and the cell that each belongs to.
  std::vector<double> unit_edges;
  std::vector<double> levels;
  std::vector<int> cell_of_unit;
};

// The ruled tables of a page, from top to bottom. Rules need not quite meet, may be drawn in pieces
// or double. Where the outermost rule is missing, the ends of those that lead there stand for it.
// A single frame is no table; neither is a drawing with more than 10 000 units or 2 000 rules in a
// direction.
std::vector<RuledGrid> FindGrids(std::span<const Box> rules);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_LAYOUT_GRID_H_
