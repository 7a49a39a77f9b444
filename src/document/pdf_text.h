// Private to document/: what poppler's programs tell of a .pdf → its pages.

#ifndef KAOPING_DOCUMENT_PDF_TEXT_H_
#define KAOPING_DOCUMENT_PDF_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/layout.h"

namespace kaoping::document {

// The pages with their words, from what `pdftotext -bbox-layout` writes. kInvalid "file-damaged"
// if it is cut off or not of this form; what Xml::Parse refuses.
Result<std::vector<Page>> ReadPdfWords(std::string_view file_name, std::string_view words);

// Turns the sizes of pages that are shown turned (/Rotate), which pdftotext tells as they lie in
// the file, by what `pdfinfo -f 1 -l …` writes: “Page    3 rot:   90”. Other lines are not looked
// at.
void TurnPdfPages(std::string_view sizes, std::vector<Page>& pages);

// Adds the rules and large pictures of the pages, from what `pdftocairo -svg` writes. Where that is
// nothing or not of this form, the pages stay as they are: tables can be told without.
void AddPdfDrawing(std::string_view file_name, std::string drawing, std::vector<Page>& pages);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_PDF_TEXT_H_
