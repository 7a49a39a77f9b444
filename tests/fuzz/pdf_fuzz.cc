// libFuzzer's way into the reader of what poppler's programs tell of a .pdf: make fuzz FUZZ=pdf.
// Those programs themselves are not fuzzed here: they run apart, within limits.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "fuzz/document_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string fault = kaoping::document::FindPdfFault(input);
  if (fault.empty()) return 0;
  std::fprintf(stderr, "%s\n", fault.c_str());
  std::abort();
}
