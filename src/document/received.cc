#include "document/received.h"

#include "document/read.h"
#include "document/zip.h"

namespace kaoping::document {
namespace {

// The other archives (.docx under the name .doc) can only be told apart by looking into them.
bool IsOtherArchive(std::string_view bytes) {
  return LooksLikeZip(bytes) && bytes.find("mimetypeapplication/vnd.oasis.") != 30;
}

}  // namespace

Result<Document> ReadReceived(const Isolation& isolation, const Converter& converter,
                              std::string_view file_name, std::string_view bytes) {
  const std::string name = ShownName(file_name);
  const bool is_for_conversion =
      IsForConversion(name) && !IsOtherArchive(bytes) && bytes.size() <= kLargestFile;
  if (!is_for_conversion) return ReadIsolated(isolation, name, bytes);
  KAOPING_TRY(const ConvertedFile converted, ConvertFile(converter, name, bytes));
  return ReadIsolatedAs(isolation, converted.extension, name, converted.bytes);
}

}  // namespace kaoping::document
