// Word files: the paragraphs and tables of .docx as a reader sees them.

#ifndef KAOPING_DOCUMENT_DOCX_READER_H_
#define KAOPING_DOCUMENT_DOCX_READER_H_

#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"

namespace kaoping::document {

// The blocks of a .docx, in order.
//
// * A paragraph's text has the number that Word computes in front of it. Line and page breaks part
//   paragraphs, as lines do in a text file; tabs are blanks; fields are their results. Changes that
//   are tracked count as accepted; what is hidden, placeholders, notes and bullets are left out.
// * A table's columns are those where cells begin; borders that miss each other by less than 3.5 mm
//   are one. Merged cells have their spans. A nested table's paragraphs belong to the cell around
//   it; a table of a single cell is only a frame, and what is in it stands for itself.
// * Text boxes follow the paragraph that holds them. Headers, footers, notes and comments are not
//   read.
//
// kInvalid "file-damaged", "file-encrypted", "file-unpacked-too-large", "file-too-deep",
// "file-mislabelled" (an archive of another kind), "file-empty", and what Builder refuses.
Result<std::vector<Block>> ReadDocx(std::string_view file_name, std::string_view bytes);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_DOCX_READER_H_
