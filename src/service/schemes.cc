#include "service/schemes.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "base/check.h"
#include "scheme/parse.h"
#include "service/scheme_keeping.h"
#include "service/scheme_lookup.h"
#include "service/statements.h"
#include "service/texts.h"
#include "service/units.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

Error ReasonRequired(const SchemeSummary& summary, const std::vector<Pending>& pending) {
  Message list;
  for (const Pending& item : pending) {
    list.zh += fmt::format("{}{}：{}", list.zh.empty() ? "" : "；",
                           item.task.empty() ? "文件" : item.task, item.why.zh);
    list.en += fmt::format("{}{}: {}", list.en.empty() ? "" : "; ",
                           item.task.empty() ? "the document" : item.task, item.why.en);
  }
  return MakeError(
      ErrorKind::kInvalid, "reason-required",
      Say("方案《{0}》有{1}处尚不能计分（{2}）；要挂账发布，请写明理由",
          "scheme '{0}' has {1} criteria that cannot be scored yet ({3}); to publish it all the "
          "same, give a reason",
          summary.title, pending.size(), list.zh, list.en),
      "reason");
}

Result<std::optional<registry::Register>> CurrentRegister(const Context& context) {
  KAOPING_TRY(const auto reading, context.store.Read());
  return LoadRegister(*reading);
}

// In Chinese, the language of the record.
std::string WritePending(const std::vector<Pending>& pending) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Pending& item : pending) list.push_back({{"task", item.task}, {"why", item.why.zh}});
  return list.dump();
}

}  // namespace

const char* ToString(SchemeState state) {
  switch (state) {
    case SchemeState::kDraft:
      return "draft";
    case SchemeState::kPublished:
      return "published";
  }
  KAOPING_CHECK(false);
}

Result<ImportOutcome> ImportNotice(const Context& context, std::string_view file_name,
                                   std::string_view bytes) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kImport));
  KAOPING_TRY(const Source source, DescribeSource(file_name, bytes));
  KAOPING_TRY(std::optional<ImportOutcome> imported, FindImported(context, source));
  if (imported) return *std::move(imported);
  KAOPING_TRY(const std::optional<registry::Register> names, CurrentRegister(context));
  KAOPING_TRY(const scheme::ParseOutcome parsed,
              scheme::ParseNotice(source.name, bytes, names ? &*names : nullptr));
  std::vector<Question> questions;
  for (const scheme::Question& question : parsed.questions) {
    questions.push_back({.about = question.about,
                         .kind = question.kind,
                         .text = question.text.zh,
                         .text_en = question.text.en,
                         .proposal = question.proposal});
  }
  return KeepScheme(context, source, parsed.scheme, questions);
}

Result<std::vector<SchemeSummary>> ListSchemes(const Context& context) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const std::vector<store::SchemeRow> rows, reading->schemes().All());
  std::vector<SchemeSummary> summaries;
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    KAOPING_TRY(const scheme::Scheme scheme, LoadScheme(*reading, *row));
    summaries.push_back(Summarise(*row, scheme));
  }
  return summaries;
}

Result<SchemeView> ShowScheme(const Context& context, std::string_view selector) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const store::SchemeRow row, FindScheme(*reading, selector));
  KAOPING_TRY(scheme::Scheme scheme, LoadScheme(*reading, row));
  SchemeView view;
  view.summary = Summarise(row, scheme);
  view.pending = PendingOf(scheme);
  view.scheme = std::move(scheme);
  return view;
}

Result<PublishOutcome> PublishScheme(const Context& context, std::string_view selector,
                                     std::string_view reason) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kPublish));
  KAOPING_TRY_STATUS(CheckRemark(reason, "reason"));
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(const store::SchemeRow row, FindScheme(*work, selector));
  KAOPING_TRY(const scheme::Scheme scheme, LoadScheme(*work, row));
  if (row.publication) return PublishOutcome{.is_new = false, .summary = Summarise(row, scheme)};

  const std::vector<Pending> pending = PendingOf(scheme);
  if (!pending.empty() && IsBlank(reason)) {
    return ReasonRequired(Summarise(row, scheme), pending);
  }
  store::PublicationRow publication;
  publication.scheme = row.id;
  publication.reason = IsBlank(reason) ? "" : reason;
  publication.pending = WritePending(pending);
  KAOPING_TRY(const ledger::Entry entry,
              work->ledger().Append(DraftOf(context.actor.name, action::kPublishScheme,
                                            StatePublication(publication)),
                                    context.now));
  publication.entry = entry.seq;
  KAOPING_TRY_STATUS(work->schemes().Publish(publication));
  KAOPING_TRY(const store::SchemeRow published, FindScheme(*work, row.id));
  KAOPING_TRY_STATUS(work->Commit());
  return PublishOutcome{.is_new = true, .summary = Summarise(published, scheme)};
}

}  // namespace kaoping::service
