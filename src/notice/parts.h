// The parts of an official notice around its table.

#ifndef KAOPING_NOTICE_PARTS_H_
#define KAOPING_NOTICE_PARTS_H_

#include <vector>

#include "diag/diagnostic.h"
#include "document/document.h"
#include "notice/notice.h"
#include "notice/table.h"

namespace kaoping::notice {

// The paragraphs of a document before and after a table (all are before, if there is none).
//
// Among them are what only looks like a table: the rows above the head and the lines across below
// it, and small tables without a head, as letterheads and imprints are set.
struct Paragraphs {
  std::vector<PlacedText> before;
  std::vector<PlacedText> after;
};
// Requires: `head` is that of `table`, if there is one.
Paragraphs ParagraphsAround(const document::Document& document, const document::Table* table,
                            const Head& head);
// The same around a table that was put together from paragraphs `first` to `last`.
Paragraphs ParagraphsAround(const document::Document& document, int first, int last);

// The mark of secrecy that the document carries; empty text if none.
PlacedText FindSecrecyGrade(const Paragraphs& paragraphs);

// Adds a note to `diagnostics` for a number whose form was mended.
Parts ReadParts(const Paragraphs& paragraphs, std::vector<Diagnostic>& diagnostics);

// What stands over the table: behind the mark 附件, or right above the table; else the name of the
// first attachment, else the notice's title, else empty.
PlacedText ReadTableTitle(const Paragraphs& paragraphs, const Parts& parts);

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_PARTS_H_
