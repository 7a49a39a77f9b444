#include <algorithm>
#include <utility>

#include "crypto/digest.h"
#include "scheme/json.h"
#include "scheme/supplement.h"
#include "service/reviewed_scheme.h"
#include "service/scheme_keeping.h"
#include "service/scheme_lookup.h"
#include "service/schemes.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

// What is asked about the offices of a row stays open; what was asked about a criterion that is
// another now is not asked any more.
void DropAnswered(const std::vector<std::string>& tasks, std::vector<Question>& questions) {
  std::erase_if(questions, [&tasks](const Question& question) {
    const bool is_about_offices = question.kind == "lead" || question.kind.starts_with("office");
    return !is_about_offices &&
           std::find(tasks.begin(), tasks.end(), question.about) != tasks.end();
  });
}

}  // namespace

Result<SupplementOutcome> AttachSupplement(const Context& context, std::string_view selector,
                                           std::string_view file_name, std::string_view bytes,
                                           SupplementMode mode,
                                           const document::DocumentReader& read) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kImport));
  KAOPING_TRY(const Source file, DescribeSource(file_name, bytes));
  KAOPING_TRY(const scheme::Supplement supplement, scheme::ReadSupplement(file.name, bytes, read));
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(const store::SchemeRow row, FindScheme(*work, selector));
  // The same document completes another scheme, or a corrected one, as another revision.
  const Source source = {.name = file.name,
                         .digest = crypto::Sha256Hex(row.id + "\n" + file.digest)};
  SupplementOutcome outcome;
  KAOPING_TRY(const std::optional<std::string> same,
              work->schemes().FindSame(source.digest, /*scheme=*/""));
  if (same) {
    KAOPING_TRY(outcome.imported, Describe(*work, *same, /*is_new=*/false));
    return outcome;
  }
  KAOPING_TRY_STATUS(CheckNotSuperseded(row));
  KAOPING_TRY(const scheme::Scheme before, LoadImported(*work, row));
  KAOPING_TRY(scheme::Completed completed, scheme::Complete(supplement, before));
  if (completed.tasks.empty()) {
    KAOPING_TRY(outcome.imported, Describe(*work, row.id, /*is_new=*/false));
    return outcome;
  }
  KAOPING_TRY(std::vector<Question> questions, LoadQuestions(*work, row.id, before));
  DropAnswered(completed.tasks, questions);
  const store::SchemeText text = {.scheme = scheme::WriteScheme(completed.scheme),
                                  .questions = WriteQuestions(questions)};
  KAOPING_TRY(outcome.imported,
              AddDraft(*work, context, source, completed.scheme, text, row, file.digest));
  outcome.is_new = true;
  outcome.tasks = std::move(completed.tasks);
  outcome.untaken = std::move(completed.untaken);
  if (mode == SupplementMode::kStore) KAOPING_TRY_STATUS(work->Commit());
  return outcome;
}

}  // namespace kaoping::service
