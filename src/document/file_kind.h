// File kinds: what a file that is handed in as evidence is, by its bytes and not by its name.

#ifndef KAOPING_DOCUMENT_FILE_KIND_H_
#define KAOPING_DOCUMENT_FILE_KIND_H_

#include <string_view>

#include "base/byte_source.h"
#include "base/message.h"
#include "base/result.h"

namespace kaoping::document {

// The names (ToString) are stored: never rename one.
enum class FileKind {
  kPdf,
  kOfd,
  kDocx,
  kXlsx,
  kPptx,
  kDoc,  // of Word before 2007, or of WPS
  kXls,
  kPpt,
  kPng,
  kJpeg,
  kTiff,
  kBmp,
  kWebp,
  kText,
  kHtml,
  kMp4,
};

// "pdf", "docx", …; Word 文档, …; "application/pdf", ….
const char* ToString(FileKind kind);
Message TitleOf(FileKind kind);
const char* MediaTypeOf(FileKind kind);

// What the file is, if it is of a kind that is taken and its name says so. Only the parts that tell
// are read. Nothing is unpacked but the list of types of an Office file.
//
// kInvalid "file-empty"; "file-type" for a kind that isn't taken, archives among them: what is in
// one cannot be looked over as a page can; "file-mislabelled" for a name that promises another
// kind, saying what the file is; "file-macros" for Office files with macros or of a kind that may
// have them; "file-encrypted" for Office files with a password; "file-damaged". Other errors are
// those of `bytes`.
Result<FileKind> CheckFileKind(std::string_view file_name, const ByteSource& bytes);

// Whether ReadDocument (read.h) may find words in such a file.
bool MayHaveWords(FileKind kind);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_FILE_KIND_H_
