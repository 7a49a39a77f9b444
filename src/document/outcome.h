// Outcome: what a reader in a child process tells its parent, in a simple binary form.
//
// Both ends are the same executable, so the form may change at any time. The parent reads it as if
// the child had been taken over by the file that it read.

#ifndef KAOPING_DOCUMENT_OUTCOME_H_
#define KAOPING_DOCUMENT_OUTCOME_H_

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/document.h"

namespace kaoping::document {

// The most bytes of an outcome: the words of a packed file (kMostText) twice over.
inline constexpr std::size_t kLargestOutcome = std::size_t{128} << 20;

std::string WriteOutcome(const Result<Document>& outcome);

// The outcome in `bytes`; `file_name` becomes the document's. Nothing if `bytes` are no outcome
// that a reader could have: cut short, texts that are no UTF-8, cells out of order or outside of
// their table, formulas in no cell of a sheet, more parts than a document may have (builder.h), an
// error that is not kInvalid or has control characters or more than 64 KB of words.
std::optional<Result<Document>> ReadOutcome(std::string_view file_name, std::string_view bytes);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_OUTCOME_H_
