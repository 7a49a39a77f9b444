// Text that spreadsheets write, a row on each line: .tsv and .csv.

#ifndef KAOPING_DOCUMENT_SEPARATED_READER_H_
#define KAOPING_DOCUMENT_SEPARATED_READER_H_

#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"

namespace kaoping::document {

// The blocks of a .tsv: one table, whose cells may be quoted ("…", a quote doubled inside) and then
// hold tabs and line breaks. A quote that does not close before a separator or a line's end is a
// character like any other. A line without any tab is a paragraph, and so is one above the table
// that has one cell with words: spreadsheets fill their titles up with tabs. In a table of three
// columns or more, a row with words in its first cell alone goes across: merged cells are left so.
//
// `text` is what DecodeText gives. kInvalid "file-empty" if no cell has words, and what ReadText
// refuses.
Result<std::vector<Block>> ReadTsv(std::string_view file_name, std::string_view text);

// Likewise the blocks of a .csv. Commas, semicolons or tabs separate, whichever divides most of the
// first lines alike; or what a first line “sep=;” says, as Excel writes it.
Result<std::vector<Block>> ReadCsv(std::string_view file_name, std::string_view text);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_SEPARATED_READER_H_
