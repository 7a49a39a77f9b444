// PDF (.pdf): what poppler's programs find on its pages, as paragraphs and tables.

#ifndef KAOPING_DOCUMENT_PDF_READER_H_
#define KAOPING_DOCUMENT_PDF_READER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"

namespace kaoping::document {

// Whether `bytes` begin like a .pdf.
bool LooksLikePdf(std::string_view bytes);

// What poppler's programs tell of a .pdf, for ReadPdfTold: words come from pdftotext, ruling
// lines from pdftocairo and the turns of pages from pdfinfo, which run within limits of time and
// memory and without a network; no link, script or attachment of the file is followed.
//
// kInvalid "file-damaged" (also for a file that is cut off), "file-encrypted",
// "file-unpacked-too-large" for more than 64 MB of words or drawings, "file-too-slow"; kUnavailable
// "pdf-program-missing" without poppler-utils, "program-not-started".
Result<std::string> TellPdf(std::string_view file_name, std::string_view bytes);

// The blocks of a .pdf of which this was told, as LayOut finds them; refuses what LayOut does. Runs
// no program, so that a process that is shut in can do it.
Result<std::vector<Block>> ReadPdfTold(std::string_view file_name, std::string_view told);

// Both, one after the other.
Result<std::vector<Block>> ReadPdf(std::string_view file_name, std::string_view bytes);

// What ReadDocumentAs takes for the extension of what TellPdf told; no name of a file ends so.
inline constexpr std::string_view kPdfTold = "pdf-told";
// The most bytes of that.
inline constexpr std::size_t kLargestTold = (std::size_t{192} << 20) + 64;

// The same from what `pdftotext -bbox-layout`, `pdftocairo -svg` and, for the turns of its pages,
// `pdfinfo -f 1 -l …` wrote of the file.
Result<std::vector<Block>> ReadPdfText(std::string_view file_name, std::string_view words,
                                       std::string drawing, std::string_view sizes = "");

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_PDF_READER_H_
