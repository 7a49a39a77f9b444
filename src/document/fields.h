// Private to document/: what the readers of text files share: lines of fields, which become
// paragraphs and tables.

#ifndef KAOPING_DOCUMENT_FIELDS_H_
#define KAOPING_DOCUMENT_FIELDS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/builder.h"

namespace kaoping::document {

// The fields of a line, as written between its separators.
using Line = std::vector<std::string>;

// The pieces of `text` between separators, empty ones included.
std::vector<std::string_view> Split(std::string_view text, char separator);

// How many fields have words.
std::size_t CountWords(const Line& line);

// Adds the fields, parted by tabs, as one paragraph.
Status AddLineAsParagraph(const Line& line, Builder& builder);

// Adds a table with a row for each line; a line of one field goes across all columns. <p>…</p> and
// <br> in a field part its paragraphs.
Status AddLinesAsTable(const std::vector<Line>& lines, Builder& builder);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_FIELDS_H_
