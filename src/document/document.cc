#include "document/document.h"

#include <algorithm>

namespace kaoping::document {

std::string Cell::Text() const {
  std::string text;
  for (const std::string& paragraph : paragraphs) {
    if (!text.empty()) text += '\n';
    text += paragraph;
  }
  return text;
}

std::span<const Cell> Table::CellsOf(int row) const {
  const auto [begin, end] =
      std::equal_range(cells.begin(), cells.end(), Cell{row, 0, 1, 1, {}},
                       [](const Cell& a, const Cell& b) { return a.row < b.row; });
  return {begin, end};
}

const Cell* Table::Find(int row, int column) const {
  const std::span<const Cell> of_row = CellsOf(row);
  const auto found = std::lower_bound(of_row.begin(), of_row.end(), column,
                                      [](const Cell& cell, int at) { return cell.column < at; });
  return found != of_row.end() && found->column == column ? &*found : nullptr;
}

}  // namespace kaoping::document
