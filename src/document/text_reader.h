// Text files: lines are paragraphs, runs of lines with tabs and frames drawn with lines are tables.

#ifndef KAOPING_DOCUMENT_TEXT_READER_H_
#define KAOPING_DOCUMENT_TEXT_READER_H_

#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"

namespace kaoping::document {

// The blocks of a .txt: a run of at least two lines whose words are parted by tabs is a table, also
// where blank lines interrupt it; every other line that has words is a paragraph. A line that only
// begins with a tab is an indented paragraph, unless a table is under way, where its first cell is
// empty.
//
// A frame (┌─┬─┐, +---+---+) is a table, see framed_table.h; around one cell, it is left out.
//
// <p>…</p> and <br> in a cell between tabs part its paragraphs.
//
// `text` is what DecodeText gives. kInvalid "file-too-many-parts" past kMostParts,
// "file-cell-too-long" for a cell past kLongestCell.
Result<std::vector<Block>> ReadText(std::string_view file_name, std::string_view text);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_TEXT_READER_H_
