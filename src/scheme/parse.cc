#include "scheme/parse.h"

#include "notice/notice.h"
#include "scheme/build.h"

namespace kaoping::scheme {

Result<ParseOutcome> ParseNotice(std::string_view file_name, std::string_view bytes,
                                 const registry::Register* offices,
                                 const document::DocumentReader& read) {
  KAOPING_TRY(const document::Document document, read(file_name, bytes));
  KAOPING_TRY(const notice::Notice notice, notice::ReadNotice(document));
  ParseOutcome outcome;
  KAOPING_TRY(outcome.scheme, BuildScheme(notice));
  outcome.questions = AskQuestions(notice, outcome.scheme, offices);
  return outcome;
}

}  // namespace kaoping::scheme
