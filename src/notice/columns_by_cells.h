// What the cells below a head say about its columns, where its words don't.

#ifndef KAOPING_NOTICE_COLUMNS_BY_CELLS_H_
#define KAOPING_NOTICE_COLUMNS_BY_CELLS_H_

#include <vector>

#include "document/document.h"
#include "notice/notice.h"

namespace kaoping::notice {

// Columns further to the right are not looked at.
inline constexpr int kMostColumns = 100;

// How the cells of one column read, below row `after`.
struct CellCounts {
  int cells = 0;       // that have words
  int bases = 0;       // that are a figure of points and nothing else
  int of_points = 0;   // that give or take points
  int split = 0;       // of those, that say a duty first
  int names = 0;       // that are names of offices
  int numbers = 0;     // that count the rows
  int merged = 0;      // that cover several rows
  int characters = 0;  // of all
};
// By column, from 1 (the first element is column 1). Lines across the table are left out.
std::vector<CellCounts> CountCells(const document::Table& table, int after);

// The roles of the columns of a table without a head; none if it has no criteria. Confidence 40.
std::vector<Column> ColumnsByCells(const document::Table& table);

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_COLUMNS_BY_CELLS_H_
