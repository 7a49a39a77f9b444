// Builder: puts the paragraphs and tables that a reader finds together to blocks, numbers them and
// holds them to the limits. Shared by all readers.

#ifndef KAOPING_DOCUMENT_BUILDER_H_
#define KAOPING_DOCUMENT_BUILDER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"

namespace kaoping::document {

// The most paragraphs and cells that a document may have.
inline constexpr int kMostParts = 500'000;
// The most bytes that a cell may have: some 10 000 characters.
inline constexpr std::size_t kLongestCell = 30'000;
// The most bytes of words that a packed file may have.
inline constexpr std::size_t kMostText = std::size_t{64} << 20;

class Builder {
 public:
  // Messages call the file `file_name`.
  explicit Builder(std::string_view file_name) : file_name_(file_name) {}

  // Adds a paragraph without the blanks around it; nothing if it has no words. kInvalid
  // "file-too-many-parts" past kMostParts. Requires: well-formed UTF-8.
  Status AddParagraph(std::string_view text);

  // Tells that `count` more cells are about to be made: kInvalid "file-too-many-parts" past
  // kMostParts. To be called before they take memory.
  Status CountCells(std::size_t count);

  // Likewise that `bytes` bytes of words are about to be kept: "file-unpacked-too-large" past
  // kMostText. A packed file may say the same words again and again.
  Status CountText(std::size_t bytes);

  // kInvalid "file-cell-too-long" if a cell of `bytes` bytes is longer than kLongestCell; the
  // message names its place in the table.
  Status CheckLength(int row, int column, std::size_t bytes) const;

  // Adds a table, whose cells have been counted and checked, and numbers it.
  void AddTable(Table table);

  std::vector<Block> Take() { return std::move(blocks_); }

 private:
  std::string file_name_;
  std::vector<Block> blocks_;
  std::size_t parts_ = 0;
  std::size_t text_ = 0;
  int paragraphs_ = 0;
  int tables_ = 0;
};

// The lines of `text` that have words, without the blanks around them: the paragraphs of a cell.
// Requires: well-formed UTF-8.
std::vector<std::string> LinesWithWords(std::string_view text);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_BUILDER_H_
