// Web pages (.html, .htm): what a browser shows of them, as paragraphs and tables.

#ifndef KAOPING_DOCUMENT_HTML_READER_H_
#define KAOPING_DOCUMENT_HTML_READER_H_

#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"

namespace kaoping::document {

// The blocks of a page. Elements that stand for themselves (p, div, li, …) and <br> part
// paragraphs; blanks run together, and a line break between two Chinese characters is none. The
// numbers of ordered lists stand in front of their items. Heads, scripts, styles, navigation,
// forms' fields and hidden elements are left out.
//
// A table that only places others (see html_table.h) is transparent. A table in a cell of any other
// belongs to the cell.
//
// `text` is what DecodeHtml gives. kInvalid "file-too-deep" and "file-unpacked-too-large" as
// HtmlTree says; "file-empty" for a page without words; "file-too-many-parts" past kMostParts,
// "file-cell-too-long" for a cell past kLongestCell.
Result<std::vector<Block>> ReadHtml(std::string_view file_name, std::string_view text);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_HTML_READER_H_
