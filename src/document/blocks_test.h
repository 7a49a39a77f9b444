// The blocks of a document in short, for the tests of document/.

#ifndef KAOPING_DOCUMENT_BLOCKS_TEST_H_
#define KAOPING_DOCUMENT_BLOCKS_TEST_H_

#include <string>
#include <vector>

#include "document/document.h"

namespace kaoping::document {

// “段 words”, or “表 rows×columns” and “row,column[rows×columns] words” of each cell, which tells
// its spans only if it has any.
inline std::vector<std::string> InShort(const std::vector<Block>& blocks) {
  std::vector<std::string> lines;
  for (const Block& block : blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      lines.push_back("段 " + paragraph->text);
      continue;
    }
    const Table& table = std::get<Table>(block);
    lines.push_back("表 " + std::to_string(table.rows) + "×" + std::to_string(table.columns));
    for (const Cell& cell : table.cells) {
      std::string words = std::to_string(cell.row) + "," + std::to_string(cell.column);
      if (cell.row_span * cell.column_span > 1) {
        words += "[" + std::to_string(cell.row_span) + "×" + std::to_string(cell.column_span) + "]";
      }
      lines.push_back(words + " " + cell.Text());
    }
  }
  return lines;
}

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_BLOCKS_TEST_H_
