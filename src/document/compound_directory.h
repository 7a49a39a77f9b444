// Private to document/: the names within a file of Word, Excel, PowerPoint or WPS as they were
// before 2007 (a compound file, MS-CFB), read where it lies.

#ifndef KAOPING_DOCUMENT_COMPOUND_DIRECTORY_H_
#define KAOPING_DOCUMENT_COMPOUND_DIRECTORY_H_

#include <optional>
#include <string>
#include <vector>

#include "base/byte_source.h"
#include "base/result.h"

namespace kaoping::document {

struct CompoundEntry {
  std::string name;  // characters beyond ASCII are '?'
  bool is_storage = false;
};

// All of them, wherever in the tree they stand. Nothing if the bytes are no such file, or a damaged
// one. Errors are those of `bytes`.
Result<std::optional<std::vector<CompoundEntry>>> ListCompound(const ByteSource& bytes);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_COMPOUND_DIRECTORY_H_
