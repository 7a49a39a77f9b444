// ParseNotice: the whole way from the bytes of a file to a scheme and what is left to ask.

#ifndef KAOPING_SCHEME_PARSE_H_
#define KAOPING_SCHEME_PARSE_H_

#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/read.h"
#include "notice/notice.h"
#include "register/register.h"
#include "scheme/questions.h"
#include "scheme/scheme.h"

namespace kaoping::scheme {

struct ParseOutcome {
  Scheme scheme;
  std::vector<Question> questions;
  std::vector<notice::SeenTable> tables;  // of the document, those taken among them
  std::vector<notice::Layout> corrected;  // what hints said of tables, for the next ones like them
};

struct ParseOptions {
  const registry::Register* offices = nullptr;
  document::DocumentReader read = document::ReadDocument;
  notice::Hints hints = {};                      // where the document is not understood by itself
  std::span<const notice::Layout> layouts = {};  // what was said of tables before
};

// What came of a file: a scheme, or why none, with the tables from which a person may say what they
// hold, where it hangs on them (no criteria found, or hints at what is not there).
struct ParseAttempt {
  Result<ParseOutcome> outcome;
  std::vector<notice::SeenTable> tables;  // of the document, where `outcome` is an error
};

// ParseNotice, for whoever can say more of the tables.
ParseAttempt TryNotice(std::string_view file_name, std::string_view bytes,
                       const ParseOptions& options = {});

// Reads `bytes` as the file `file_name` says (document/read.h), finds the notice's parts and table,
// and compiles every criterion. With a register in `options`, offices that it doesn't know become
// questions. Pure: the same bytes give the same outcome, if `read` is ReadDocument. A file from a
// stranger is read by one that shuts itself in (document/isolated.h).
//
// kInvalid, with a sentence that names the file: the codes of `read`,
// notice::ReadNotice and BuildScheme. To read the file itself: document::LoadFile.
Result<ParseOutcome> ParseNotice(std::string_view file_name, std::string_view bytes,
                                 const ParseOptions& options = {});

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_PARSE_H_
