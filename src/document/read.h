// Reading: a file that an office received → its paragraphs and tables.

#ifndef KAOPING_DOCUMENT_READ_H_
#define KAOPING_DOCUMENT_READ_H_

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/document.h"

namespace kaoping::document {

// 32 MB: a hundred times the longest notice with pictures; a larger file is something else.
inline constexpr std::size_t kLargestFile = std::size_t{32} << 20;

// The bytes of the file at `path`. Never reads more than kLargestFile, whatever size the file says
// it has.
//
// kNotFound "file-missing", kUnavailable "file-unreadable" (also for a folder), kInvalid
// "file-too-large". Messages name the path as it was given.
Result<std::string> LoadFile(const std::string& path);

// The same from a stream, which messages call `name`.
Result<std::string> LoadStream(std::istream& stream, std::string_view name);

// A file name as messages show it, whoever made it up: without its folders, and with "?" for what
// cannot be shown.
std::string ShownName(std::string_view file_name);

// ".txt" in lower case; "" if there is none.
std::string ExtensionOf(std::string_view name);

// The document in `bytes`; how to read them is told by the extension of `file_name` (.docx, .xlsx,
// .pdf, .ofd, .txt, .tsv, .csv, .html, .htm); if it has none, like the standard input, by the bytes
// themselves.
//
// kInvalid "file-type" for another extension, "file-mislabelled" for bytes that are clearly another
// kind of file than the extension says, "file-too-large", and what DecodeText, DecodeHtml and the
// readers refuse; messages name the file without its folders.
//
// Pure, and in this very process: what strangers send is read by isolated.h.
Result<Document> ReadDocument(std::string_view file_name, std::string_view bytes);

// The same for a file that is of the format of `extension` (".docx"), whatever its name says; of a
// .pdf, also for what poppler's programs tell of it (kPdfTold of pdf_reader.h).
Result<Document> ReadDocumentAs(std::string_view extension, std::string_view file_name,
                                std::string_view bytes);

// ReadDocument, or another way to do the same.
using DocumentReader = std::function<Result<Document>(std::string_view, std::string_view)>;

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_READ_H_
