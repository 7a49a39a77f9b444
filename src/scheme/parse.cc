#include "scheme/parse.h"

#include "scheme/build.h"

namespace kaoping::scheme {

Result<ParseOutcome> ParseNotice(std::string_view file_name, std::string_view bytes,
                                 const ParseOptions& options) {
  KAOPING_TRY(const document::Document document, options.read(file_name, bytes));
  KAOPING_TRY(const notice::Notice notice,
              notice::ReadNotice(document, options.hints, options.layouts));
  ParseOutcome outcome;
  KAOPING_TRY(outcome.scheme, BuildScheme(notice));
  outcome.questions = AskQuestions(notice, outcome.scheme, options.offices);
  outcome.tables = notice.tables;
  outcome.corrected = notice.corrected;
  return outcome;
}

}  // namespace kaoping::scheme
