// Excel files: the worksheets of .xlsx as a reader sees them.

#ifndef KAOPING_DOCUMENT_XLSX_READER_H_
#define KAOPING_DOCUMENT_XLSX_READER_H_

#include <string_view>

#include "base/result.h"
#include "document/document.h"

namespace kaoping::document {

// An .xlsx: its visible sheets in their order, each a table.
//
// * Rows and columns without words are left out, hidden ones are not. Cells without words are not
//   among a table's cells. Merged cells have their spans; what they cover is not read.
// * Rows above the table that have only one cell are paragraphs: its title. If several sheets have
//   words, each begins with its name, unless the program gave it (Sheet1).
// * Numbers have all the digits that were typed, percentages their sign, days the form 2017-05-03.
//   Of a formula the result counts that was saved with it; one without any is empty, and
//   told.
//
// kInvalid: as ReadDocx.
Result<Document> ReadXlsx(std::string_view file_name, std::string_view bytes);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_XLSX_READER_H_
