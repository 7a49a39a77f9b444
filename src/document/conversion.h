// Conversion: files of old or foreign Office formats → .docx or .xlsx, by LibreOffice where it is
// installed.
//
// LibreOffice is run and not linked: in a folder and with a profile of its own, both gone
// afterwards, without network, with macros, active content and links switched off, and within
// limits. What it makes is as strange as what it was given: read it by isolated.h.

#ifndef KAOPING_DOCUMENT_CONVERSION_H_
#define KAOPING_DOCUMENT_CONVERSION_H_

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kaoping::document {

// Whether the extension is one that LibreOffice is asked to convert: .doc .dot .wps .wpt .rtf .odt,
// .xls .et .ett .ods.
bool IsForConversion(std::string_view file_name);

struct Converter {
  std::string program = "soffice";  // a path, or a name for FindProgram
  std::chrono::milliseconds time{60'000};
  // How long a file waits for another's conversion; a process does one at a time.
  std::chrono::milliseconds patience{5'000};
};

struct ConvertedFile {
  std::string_view extension;  // ".docx" or ".xlsx"
  std::string bytes;
};

// Converts `bytes`, which messages call `file_name`. Requires: IsForConversion(file_name).
//
// Before LibreOffice is asked, the first bytes must be of a format that the extension promises:
// Word and Excel before 2007 and WPS (either for .doc .dot .wps .wpt, .xls .et .ett), RTF (also
// under the extensions of Word, as Word itself saves it) or OpenDocument.
//
// kInvalid: "file-mislabelled" for other bytes, "file-encrypted", "file-type" where there is no
// LibreOffice, "conversion-failed" if it makes nothing of the file, "conversion-too-slow".
// kUnavailable: "conversion-busy", "conversion-unavailable" if it cannot be run or there is no
// room. In every case nothing is left behind. Safe to call from several threads.
Result<ConvertedFile> ConvertFile(const Converter& converter, std::string_view file_name,
                                  std::string_view bytes);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_CONVERSION_H_
