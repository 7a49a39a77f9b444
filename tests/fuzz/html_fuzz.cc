// libFuzzer's way into the reader of web pages: make fuzz FUZZ=html.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "fuzz/document_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kaoping::document;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string fault = FindFault("通知.html", input);
  if (fault.empty()) return 0;
  std::fprintf(stderr, "%s\n", fault.c_str());
  std::abort();
}
