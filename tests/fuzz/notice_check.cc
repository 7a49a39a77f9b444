#include "fuzz/notice_check.h"

#include "scheme/json.h"
#include "scheme/parse.h"

namespace kaoping::scheme {

std::string FindFault(std::string_view bytes) {
  const char* const name = bytes.starts_with('<') ? "通知.html" : "通知.txt";
  const Result<ParseOutcome> outcome = ParseNotice(name, bytes);
  if (!outcome) {
    const Error& error = outcome.error();
    const bool is_said = !error.code.empty() && !error.message.zh.empty();
    return is_said ? "" : "a refusal without its code or its words";
  }
  const std::string written = WriteScheme(outcome->scheme);
  const Result<Scheme> read = ReadScheme(written);
  if (!read) return "a scheme that can't be read back: " + read.error().message.en;
  return WriteScheme(*read) == written ? "" : "a scheme that differs when it is read back";
}

}  // namespace kaoping::scheme
