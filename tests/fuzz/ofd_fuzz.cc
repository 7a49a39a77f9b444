// libFuzzer's way into the reader of .ofd files: make fuzz FUZZ=ofd. An input that begins like an
// archive is the file itself; any other is what stands on its pages and in its resources.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "document/zip.h"
#include "fuzz/document_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kaoping::document;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string fault =
      LooksLikeZip(input) ? FindFault("通知.ofd", input) : FindFault("通知.ofd", OfdFileOf(input));
  if (fault.empty()) return 0;
  std::fprintf(stderr, "%s\n", fault.c_str());
  std::abort();
}
