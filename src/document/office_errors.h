// Private to document/: why a packed file or a .pdf is refused, in one sentence each.

#ifndef KAOPING_DOCUMENT_OFFICE_ERRORS_H_
#define KAOPING_DOCUMENT_OFFICE_ERRORS_H_

#include <cstddef>
#include <string_view>

#include "base/result.h"

namespace kaoping::document {

// All are kInvalid and name the file.
Error DamagedFile(std::string_view file_name);                // "file-damaged"
Error EncryptedFile(std::string_view file_name);              // "file-encrypted"
Error UnpackedTooLarge(std::string_view file_name);           // "file-unpacked-too-large"
Error TooDeep(std::string_view file_name);                    // "file-too-deep"
Error WithoutWords(std::string_view file_name);               // "file-empty"
Error Scanned(std::string_view file_name, std::size_t page);  // "file-scanned"
Error Garbled(std::string_view file_name);                    // "file-garbled"

// "file-mislabelled": the bytes are another kind of file than the name promises.
Error RenameTo(std::string_view file_name, std::string_view extension);  // ".docx"
Error OtherArchive(std::string_view file_name);  // a zip archive, but no Office file
Error NotPacked(std::string_view file_name);     // no Office file at all
Error NotOfKind(std::string_view file_name, const Message& kind);  // no file of this kind at all

// Whether `bytes` begin like a file of Word or Excel before 2007, or of WPS.
bool IsOldOffice(std::string_view bytes);
// "file-encrypted" for a new file inside an old one, which is how passwords are kept; else
// "file-mislabelled". Requires: IsOldOffice(bytes).
Error OldOfficeFile(std::string_view file_name, std::string_view bytes);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_OFFICE_ERRORS_H_
