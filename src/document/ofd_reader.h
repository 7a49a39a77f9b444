// OFD (.ofd, GB/T 33190): what its pages show, as paragraphs and tables.

#ifndef KAOPING_DOCUMENT_OFD_READER_H_
#define KAOPING_DOCUMENT_OFD_READER_H_

#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"

namespace kaoping::document {

// Whether `bytes` are an archive with the entry of an .ofd.
bool LooksLikeOfd(std::string_view bytes);

// The blocks of an .ofd, as LayOut finds them: the texts and lines of its pages and of the
// templates that they use. Seals, notes and attachments are left out; nothing outside the file is
// read.
//
// kInvalid "file-damaged", "file-encrypted", "file-unpacked-too-large", "file-too-deep" and what
// LayOut refuses.
Result<std::vector<Block>> ReadOfd(std::string_view file_name, std::string_view bytes);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_OFD_READER_H_
