#include "service/scheme_keeping.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/check.h"
#include "crypto/digest.h"
#include "scheme/json.h"
#include "service/carry_over.h"
#include "service/layout_keeping.h"
#include "service/revision.h"
#include "service/scheme_lookup.h"
#include "service/statements.h"
#include "service/texts.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kLongestFileName = 255;
constexpr std::size_t kIdDigits = 12;

// The first digits of the digest; more of them if another scheme has the same.
Result<std::string> ChooseId(const store::Transaction& transaction, const std::string& digest) {
  for (std::size_t digits = kIdDigits; digits <= digest.size(); ++digits) {
    std::string id = "s" + digest.substr(0, digits);
    KAOPING_TRY(const std::optional<store::SchemeText> taken, transaction.schemes().FindText(id));
    if (!taken) return id;
  }
  KAOPING_CHECK(false);  // only the same bytes have the same digest
}

}  // namespace

std::string WriteQuestions(const std::vector<Question>& questions) {
  ordered_json list = ordered_json::array();
  for (const Question& question : questions) {
    list.push_back({{"about", question.about},
                    {"kind", question.kind},
                    {"text", question.text},
                    {"text_en", question.text_en},
                    {"proposal", question.proposal}});
  }
  return list.dump();
}

Result<ImportOutcome> Describe(const store::Transaction& transaction, const std::string& id,
                               bool is_new) {
  KAOPING_TRY(const store::SchemeRow row, FindScheme(transaction, id));
  KAOPING_TRY(const ReviewedScheme reviewed, LoadReviewed(transaction, row));
  KAOPING_TRY(std::vector<Question> questions, LoadQuestions(transaction, id, reviewed.scheme));
  return ImportOutcome{.is_new = is_new,
                       .carried = {},
                       .revision = std::nullopt,
                       .summary = Summarise(row, reviewed),
                       .diagnostics = DiagnosticsOf(reviewed.scheme),
                       .questions = std::move(questions)};
}

Result<Source> DescribeSource(std::string_view file_name, std::string_view bytes,
                              const notice::Hints& hints) {
  const std::size_t slash = file_name.find_last_of("/\\");
  if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
  KAOPING_TRY_STATUS(CheckText(file_name, kLongestFileName, "filename", "文件名", "file name"));
  Source source{.name = std::string(file_name), .digest = crypto::Sha256Hex(bytes)};
  if (hints == notice::Hints()) return source;
  // The same file read otherwise is another import.
  std::string said = fmt::format("{}\n{}\n", source.digest, hints.table);
  for (const auto& [number, role] : hints.roles) {
    said += fmt::format("{}={}\n", number, notice::ToString(role));
  }
  for (const auto& [heading, role] : hints.named) {
    said += fmt::format("{}={}\n", heading, notice::ToString(role));
  }
  source.digest = crypto::Sha256Hex(said);
  return source;
}

Result<std::optional<ImportOutcome>> FindImported(const Context& context, const Source& source) {
  KAOPING_TRY(const auto reading, context.store.Read());
  // No scheme has an empty body, so only the bytes can be the same.
  KAOPING_TRY(const std::optional<std::string> id, reading->schemes().FindSame(source.digest, ""));
  if (!id) return std::optional<ImportOutcome>();
  KAOPING_TRY(ImportOutcome outcome, Describe(*reading, *id, /*is_new=*/false));
  return std::optional(std::move(outcome));
}

Result<ImportOutcome> KeepScheme(const Context& context, const Source& source,
                                 const scheme::ParseOutcome& parsed,
                                 const std::vector<Question>& questions) {
  const scheme::Scheme& scheme = parsed.scheme;
  const store::SchemeText text = {.scheme = scheme::WriteScheme(scheme),
                                  .questions = WriteQuestions(questions)};
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(const std::optional<std::string> same,
              work->schemes().FindSame(source.digest, text.scheme));
  if (same) return Describe(*work, *same, /*is_new=*/false);
  KAOPING_TRY(const std::optional<std::string> said, FindSaidAlready(*work, scheme));
  if (said) return Describe(*work, *said, /*is_new=*/false);
  KAOPING_TRY(const std::optional<store::SchemeRow> corrected, FindCorrected(*work, scheme));
  KAOPING_TRY(ImportOutcome outcome,
              AddDraft(*work, context, source, scheme, text, corrected, /*supplement=*/""));
  for (const notice::Layout& layout : parsed.corrected) {
    KAOPING_TRY_STATUS(KeepLayout(*work, context, source.name, layout));
  }
  KAOPING_TRY_STATUS(work->Commit());
  return outcome;
}

Result<ImportOutcome> AddDraft(store::Transaction& work, const Context& context,
                               const Source& source, const scheme::Scheme& scheme,
                               const store::SchemeText& text,
                               const std::optional<store::SchemeRow>& earlier,
                               const std::string& supplement) {
  store::SchemeRow row;
  KAOPING_TRY(row.id, ChooseId(work, source.digest));
  row.title = scheme.title;
  row.number = scheme.notice.number;
  row.source_name = source.name;
  row.source_digest = source.digest;
  KAOPING_TRY(row.entry, AppendEntry(work, context.actor, context.now, action::kImportScheme,
                                     StateScheme(row, text)));
  KAOPING_TRY_STATUS(work.schemes().Add(row, text));
  if (earlier) KAOPING_TRY_STATUS(KeepRevision(work, context, row.id, *earlier, supplement));
  KAOPING_TRY(std::vector<CarriedSettlement> carried, CarryOver(work, context, row.id, scheme));
  KAOPING_TRY(ImportOutcome outcome, Describe(work, row.id, /*is_new=*/true));
  outcome.carried = std::move(carried);
  KAOPING_TRY(const store::SchemeRow added, FindScheme(work, row.id));
  KAOPING_TRY(outcome.revision, ViewRevision(work, added));
  return outcome;
}

}  // namespace kaoping::service
