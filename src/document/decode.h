// Decoding: the bytes of a text file → UTF-8. Nothing is guessed: what no encoding fits exactly is
// refused, and so is what is no text.

#ifndef KAOPING_DOCUMENT_DECODE_H_
#define KAOPING_DOCUMENT_DECODE_H_

#include <string>
#include <string_view>

#include "base/result.h"

namespace kaoping::document {

// The text of `bytes` in UTF-8, without byte order mark, with '\n' for every line end.
//
// A byte order mark decides (UTF-8, UTF-16). Without one: UTF-8 if all of it is, else GB18030 if
// all of it is; but a file that is UTF-8 except for a few bytes is refused as damaged, since read
// as GB18030 it would turn into other words.
//
// kInvalid "file-empty", "file-not-text" (control characters, or the signature of another format)
// or "file-encoding"; the message names `file_name`, the line and what to do.
Result<std::string> DecodeText(std::string_view file_name, std::string_view bytes);

// Likewise of a web page. Where no byte order mark decides, a <meta> near the start that declares
// GB18030 or a part of it (GB2312, GBK) does, if all bytes fit; pages often declare UTF-8 or a
// western encoding by mistake, so these are found out as above. Any other, like Big5, is refused.
Result<std::string> DecodeHtml(std::string_view file_name, std::string_view bytes);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_DECODE_H_
