// Private to document/: tables drawn with lines in a text file, as typewriters and terminals do:
// ┌─┬─┐ in every weight, or +---+---+ and |.

#ifndef KAOPING_DOCUMENT_FRAMED_TABLE_H_
#define KAOPING_DOCUMENT_FRAMED_TABLE_H_

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace kaoping::document {

// What begins at the first of some lines.
struct Frame {
  std::size_t lines = 0;  // that it takes; 0 if no frame begins here
  // Without number. No rows if the frame never closes or its lines do not meet: then what it takes
  // is text like any other.
  Table table;
  // Of a frame around a single cell, which is no table: its lines; then `table` has no rows.
  std::vector<std::string_view> framed;
};

// Reads the frame that begins at `lines[0]`.
//
// All lines between two rules are one row of cells, and the pieces of a cell are joined without a
// blank, as words break anywhere. A rule that covers some columns ends only their cells; the others
// span rows. A cell that passes over a border spans columns. Full-width characters count as two
// columns; the characters of the frame, and others whose width depends on the font, as one or two,
// whichever makes the lines meet. If neither does but every line has as many borders as the frame,
// these are taken in order.
//
// Stops past kMostParts cells. Requires: well-formed UTF-8.
Frame ReadFrame(std::span<const std::string_view> lines);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_FRAMED_TABLE_H_
