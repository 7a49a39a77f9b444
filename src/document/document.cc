#include "document/document.h"

#include <algorithm>
#include <tuple>

namespace kaoping::document {

std::string Cell::Text() const {
  std::string text;
  for (const std::string& paragraph : paragraphs) {
    if (!text.empty()) text += '\n';
    text += paragraph;
  }
  return text;
}

const Cell* Table::Find(int row, int column) const {
  const auto found = std::lower_bound(
      cells.begin(), cells.end(), std::tuple(row, column),
      [](const Cell& cell, const auto& at) { return std::tuple(cell.row, cell.column) < at; });
  const bool here = found != cells.end() && found->row == row && found->column == column;
  return here ? &*found : nullptr;
}

}  // namespace kaoping::document
