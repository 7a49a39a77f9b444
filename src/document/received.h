// Received: a file as it came from a stranger, read in the way that is safe for any.

#ifndef KAOPING_DOCUMENT_RECEIVED_H_
#define KAOPING_DOCUMENT_RECEIVED_H_

#include <string_view>

#include "base/result.h"
#include "document/conversion.h"
#include "document/document.h"
#include "document/isolated.h"

namespace kaoping::document {

// ReadIsolated, after ConvertFile for what only LibreOffice reads; an old extension on a new file
// is refused as ReadDocument does. The errors are those of the two, and messages name the file that
// came.
Result<Document> ReadReceived(const Isolation& isolation, const Converter& converter,
                              std::string_view file_name, std::string_view bytes);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_RECEIVED_H_
