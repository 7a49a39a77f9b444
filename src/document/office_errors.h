// Private to document/: why a Word or Excel file is refused, in one sentence each.

#ifndef KAOPING_DOCUMENT_OFFICE_ERRORS_H_
#define KAOPING_DOCUMENT_OFFICE_ERRORS_H_

#include <string_view>

#include "base/result.h"

namespace kaoping::document {

// All are kInvalid and name the file.
Error DamagedFile(std::string_view file_name);       // "file-damaged"
Error EncryptedFile(std::string_view file_name);     // "file-encrypted"
Error UnpackedTooLarge(std::string_view file_name);  // "file-unpacked-too-large"
Error TooDeep(std::string_view file_name);           // "file-too-deep"
Error WithoutWords(std::string_view file_name);      // "file-empty"

// "file-mislabelled": the name promises one format, the bytes are `kind_zh`, `kind_en`; what to do
// is a clause that follows a colon.
Error Mislabelled(std::string_view file_name, const Message& kind, const Message& what_to_do);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_OFFICE_ERRORS_H_
