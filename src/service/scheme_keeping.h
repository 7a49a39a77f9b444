// Private to service/: a scheme that was read is kept as a draft.

#ifndef KAOPING_SERVICE_SCHEME_KEEPING_H_
#define KAOPING_SERVICE_SCHEME_KEEPING_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "scheme/scheme.h"
#include "service/context.h"
#include "service/schemes.h"
#include "store/transaction.h"

namespace kaoping::service {

// The file that a scheme came from.
struct Source {
  std::string name;    // without folders
  std::string digest;  // SHA-256 of its bytes, and of what was said of its columns
};

// kInvalid `text-unfit`, `text-too-long` (field "filename") for a name that can't be shown.
Result<Source> DescribeSource(std::string_view file_name, std::string_view bytes,
                              const notice::Hints& hints = {});

// A scheme that is there, as an import that changed nothing gives it; or as a new one.
Result<ImportOutcome> Describe(const store::Transaction& transaction, const std::string& id,
                               bool is_new);

std::string WriteQuestions(const std::vector<Question>& questions);

// What was imported from the same bytes before; nothing if nothing was.
Result<std::optional<ImportOutcome>> FindImported(const Context& context, const Source& source);

// Adds the scheme as a draft that revises `earlier`, if given; `supplement` is the digest of a
// supplement, or empty. Requires: no scheme has the source's digest.
Result<ImportOutcome> AddDraft(store::Transaction& work, const Context& context,
                               const Source& source, const scheme::Scheme& scheme,
                               const store::SchemeText& text,
                               const std::optional<store::SchemeRow>& earlier,
                               const std::string& supplement);

// Keeps the scheme, unless one that says the same is there already, with what was said of the
// tables that it comes from.
Result<ImportOutcome> KeepScheme(const Context& context, const Source& source,
                                 const scheme::ParseOutcome& parsed,
                                 const std::vector<Question>& questions);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_SCHEME_KEEPING_H_
