#include "notice/row_cursor.h"

#include <algorithm>
#include <cstddef>

#include "notice/columns_by_cells.h"

namespace kaoping::notice {

using document::Cell;

RowCursor::RowCursor(const document::Table& table, Head head)
    : table_(table),
      head_(std::move(head)),
      covered_to_(static_cast<std::size_t>(std::min(table.columns, kMostColumns)) + 1, 0) {
  tells_merges_ = std::any_of(table.cells.begin(), table.cells.end(),
                              [](const Cell& cell) { return cell.row_span > 1; });
}

void RowCursor::GoTo(int row) {
  const int columns = static_cast<int>(covered_to_.size()) - 1;
  for (; row_ < row; ++row_) {
    for (const Cell& cell : table_.CellsOf(row_)) {
      const int end = std::min(cell.column + cell.column_span - 1, columns);
      for (int column = cell.column; column <= end; ++column) {
        covered_to_[static_cast<std::size_t>(column)] = cell.row + cell.row_span - 1;
      }
    }
  }
}

const Cell* RowCursor::At(int column) const {
  const Cell* const cell = table_.Find(row_, column);
  return cell == nullptr || cell->IsEmpty() ? nullptr : cell;
}

const Cell* RowCursor::First() const {
  const auto cells = table_.CellsOf(row_);
  const auto first =
      std::find_if(cells.begin(), cells.end(), [](const Cell& cell) { return !cell.IsEmpty(); });
  return first == cells.end() ? nullptr : &*first;
}

const Cell* RowCursor::FirstOf(Role role) const {
  const std::vector<const Cell*> cells = CellsOf(role);
  return cells.empty() ? nullptr : cells.front();
}

std::vector<const Cell*> RowCursor::CellsOf(Role role) const {
  std::vector<const Cell*> cells;
  for (const Column& column : head_.columns) {
    const Cell* const cell = column.role == role ? At(column.number) : nullptr;
    if (cell != nullptr) cells.push_back(cell);
  }
  return cells;
}

Place RowCursor::PlaceOfRow() const {
  const int column = head_.columns.empty() ? 1 : head_.columns.front().number;
  return {0, table_.number, row_, column};
}

bool RowCursor::IsCovered(Role role) const {
  return std::any_of(head_.columns.begin(), head_.columns.end(), [&](const Column& column) {
    return column.role == role && IsCovered(column.number);
  });
}

bool RowCursor::IsCovered(int column) const {
  return column >= 1 && column < static_cast<int>(covered_to_.size()) &&
         covered_to_[static_cast<std::size_t>(column)] >= row_;
}

}  // namespace kaoping::notice
