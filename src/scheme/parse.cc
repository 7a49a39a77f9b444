#include "scheme/parse.h"

#include "scheme/build.h"

namespace kaoping::scheme {

namespace {

// Whether saying more of the tables may help.
bool HangsOnTables(const Error& error) {
  return error.code == "no-criterion-column" || error.code == "no-task" ||
         error.code == "no-such-table" || error.code == "no-such-column";
}

Result<ParseOutcome> Build(const notice::Notice& notice, const ParseOptions& options) {
  ParseOutcome outcome;
  KAOPING_TRY(outcome.scheme, BuildScheme(notice));
  outcome.questions = AskQuestions(notice, outcome.scheme, options.offices);
  outcome.tables = notice.tables;
  outcome.corrected = notice.corrected;
  return outcome;
}

}  // namespace

ParseAttempt TryNotice(std::string_view file_name, std::string_view bytes,
                       const ParseOptions& options) {
  const Result<document::Document> document = options.read(file_name, bytes);
  if (!document) return {document.error(), {}};
  const Result<notice::Notice> notice =
      notice::ReadNotice(*document, options.hints, options.layouts);
  if (notice) return {Build(*notice, options), {}};
  if (!HangsOnTables(notice.error())) return {notice.error(), {}};
  return {notice.error(), notice::SeeTables(*document)};
}

Result<ParseOutcome> ParseNotice(std::string_view file_name, std::string_view bytes,
                                 const ParseOptions& options) {
  return TryNotice(file_name, bytes, options).outcome;
}

}  // namespace kaoping::scheme
