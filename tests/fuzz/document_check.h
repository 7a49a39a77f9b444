// What holds of every document, whatever the file: shared by the fuzzers of the readers.

#ifndef KAOPING_TESTS_FUZZ_DOCUMENT_CHECK_H_
#define KAOPING_TESTS_FUZZ_DOCUMENT_CHECK_H_

#include <string>
#include <string_view>

namespace kaoping::document {

// Reads `bytes` as the file `name` and returns what is wrong with the result, "" if nothing is:
// texts that are not UTF-8, have blanks around them or no words; numbers that do not count up;
// cells out of order, outside their table or over one another; a refusal without its code or its
// words.
std::string FindFault(std::string_view name, std::string_view bytes);

// Likewise of what poppler's programs wrote of a .pdf: words as `pdftotext -bbox-layout` has them
// within <doc>, before them lines of `pdfinfo`, and from “<svg” on what `pdftocairo -svg` draws.
std::string FindPdfFault(std::string_view told);

// The bytes of an .ofd whose pages have these objects, and its resources what stands from
// “<CompositeGraphicUnit” on.
std::string OfdFileOf(std::string_view objects);
// The bytes of a Word file whose body, or of a workbook whose only sheet, has this content: most
// mutations of a real file would only break its archive.
std::string WordFileOf(std::string_view body);
std::string WorkbookOf(std::string_view sheet);

}  // namespace kaoping::document

#endif  // KAOPING_TESTS_FUZZ_DOCUMENT_CHECK_H_
