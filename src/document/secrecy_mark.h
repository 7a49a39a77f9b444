// Secrecy marks: 秘密★, 机密★, 绝密★ over an official document (GB/T 9704), which must not come
// here.

#ifndef KAOPING_DOCUMENT_SECRECY_MARK_H_
#define KAOPING_DOCUMENT_SECRECY_MARK_H_

#include <optional>
#include <string>
#include <string_view>

#include "document/document.h"

namespace kaoping::document {

// The mark at the top of the document as it stands there, without blanks (机密★1年); nothing if
// there is none. The top are its first twenty paragraphs, those in cells included. A mark is one of
// the three words before a star, or alone in its paragraph but for a copy number, 密级： and how
// long it holds: words about secrets (机密文件管理办法) are none.
std::optional<std::string> FindSecrecyMark(const Document& document);

// Likewise of one line, like the name of a file.
std::optional<std::string> FindSecrecyMark(std::string_view line);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_SECRECY_MARK_H_
