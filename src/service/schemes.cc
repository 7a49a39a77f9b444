#include "service/schemes.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "scheme/parse.h"
#include "service/carry_over.h"
#include "service/confirmations.h"
#include "service/layout_keeping.h"
#include "service/reviewed_scheme.h"
#include "service/revision.h"
#include "service/scheme_keeping.h"
#include "service/scheme_lookup.h"
#include "service/statements.h"
#include "service/succession.h"
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

// What helps to read a notice.
struct Known {
  std::optional<registry::Register> names;
  std::vector<notice::Layout> layouts;
};

Result<Known> LoadKnown(const Context& context) {
  KAOPING_TRY(const auto reading, context.store.Read());
  Known known;
  KAOPING_TRY(known.names, LoadRegister(*reading));
  KAOPING_TRY(const std::vector<RememberedLayout> remembered, LoadLayouts(*reading));
  for (const RememberedLayout& one : remembered) known.layouts.push_back(one.layout);
  return known;
}

// Those that nobody left undecided with a reason of their own.
std::vector<Pending> WithoutReason(const ReviewedScheme& reviewed) {
  std::vector<Pending> pending = reviewed.pending;
  std::erase_if(pending, [&](const Pending& item) {
    const Word* const word = StandingWord(reviewed.words, item.task);
    return word != nullptr && word->settlement.how == scheme::Settlement::How::kLeft;
  });
  return pending;
}

Error WarningsUnconfirmed(const SchemeSummary& summary,
                          const std::vector<scheme::LintFinding>& outstanding) {
  constexpr std::size_t kMostNamed = 3;
  Message list;
  for (std::size_t i = 0; i < outstanding.size() && i < kMostNamed; ++i) {
    const scheme::LintFinding& finding = outstanding[i];
    const Message& why = finding.diagnostic.message;
    list.zh += fmt::format("{}{}：{}", list.zh.empty() ? "" : "；",
                           finding.task.empty() ? "整个方案" : finding.task, why.zh);
    list.en += fmt::format("{}{}: {}", list.en.empty() ? "" : "; ",
                           finding.task.empty() ? "the scheme" : finding.task, why.en);
  }
  if (outstanding.size() > kMostNamed) {
    list.zh += "……";
    list.en += "…";
  }
  return MakeError(ErrorKind::kInvalid, "warnings-unconfirmed",
                   Say("方案《{0}》有{1}处疑点没有人确认（{2}）；请逐一看过，确认后再发布",
                       "scheme '{0}' has {1} warnings that nobody confirmed ({3}); look at each, "
                       "confirm it, and publish then",
                       summary.title, outstanding.size(), list.zh, list.en),
                   "confirm");
}

// Confirms those that are named, and refuses if any is left.
Status ConfirmOutstanding(store::Transaction& work, const Context& context,
                          const store::SchemeRow& row, const ReviewedScheme& reviewed,
                          std::span<const std::string> confirm) {
  KAOPING_TRY(const std::vector<ReviewedFinding> findings,
              ReviewFindings(work, row.id, reviewed.scheme));
  KAOPING_TRY(const std::vector<ReviewedFinding> named, FindWarnings(findings, confirm, "confirm"));
  std::vector<scheme::LintFinding> outstanding;
  for (const ReviewedFinding& finding : findings) {
    const bool is_named =
        std::find(confirm.begin(), confirm.end(), finding.finding.identity) != confirm.end();
    if (!is_named && IsOutstanding(finding, reviewed.pending)) {
      outstanding.push_back(finding.finding);
    }
  }
  if (!outstanding.empty()) return WarningsUnconfirmed(Summarise(row, reviewed), outstanding);
  for (const ReviewedFinding& one : named) {
    if (one.confirmed) continue;
    KAOPING_TRY_STATUS(KeepConfirmation(work, context.actor, context.now, row.id, one.finding, ""));
  }
  return Ok();
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

Result<scheme::ParseAttempt> PreviewNotice(const Context& context, std::string_view file_name,
                                           std::string_view bytes,
                                           const document::DocumentReader& read,
                                           const notice::Hints& hints) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kImport));
  KAOPING_TRY(const Source source, DescribeSource(file_name, bytes, hints));
  KAOPING_TRY(const Known known, LoadKnown(context));
  return scheme::TryNotice(source.name, bytes,
                           {.offices = known.names ? &*known.names : nullptr,
                            .read = read,
                            .hints = hints,
                            .layouts = known.layouts});
}

Result<ImportOutcome> ImportNotice(const Context& context, std::string_view file_name,
                                   std::string_view bytes, const document::DocumentReader& read,
                                   const notice::Hints& hints) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kImport));
  KAOPING_TRY(const Source source, DescribeSource(file_name, bytes, hints));
  KAOPING_TRY(std::optional<ImportOutcome> imported, FindImported(context, source));
  if (imported) return *std::move(imported);
  KAOPING_TRY(scheme::ParseAttempt attempt,
              PreviewNotice(context, source.name, bytes, read, hints));
  KAOPING_TRY(const scheme::ParseOutcome parsed, std::move(attempt.outcome));
  std::vector<Question> questions;
  for (const scheme::Question& question : parsed.questions) {
    questions.push_back(ToQuestion(question));
  }
  return KeepScheme(context, source, parsed, questions);
}

Result<std::vector<SchemeSummary>> ListSchemes(const Context& context) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const std::vector<store::SchemeRow> rows, reading->schemes().All());
  std::vector<SchemeSummary> summaries;
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    KAOPING_TRY(const ReviewedScheme reviewed, LoadReviewed(*reading, *row));
    summaries.push_back(Summarise(*row, reviewed));
  }
  return summaries;
}

Result<SchemeView> ShowScheme(const Context& context, std::string_view selector) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const store::SchemeRow row, FindScheme(*reading, selector));
  KAOPING_TRY(ReviewedScheme reviewed, LoadReviewed(*reading, row));
  SchemeView view;
  view.summary = Summarise(row, reviewed);
  KAOPING_TRY(view.questions, LoadQuestions(*reading, row.id, reviewed.scheme));
  KAOPING_TRY(view.findings, ReviewFindings(*reading, row.id, reviewed.scheme));
  for (const auto& [task, words] : reviewed.words) {
    const Word* const word = StandingWord(reviewed.words, task);
    if (word != nullptr) view.settlements.emplace(task, ViewOf(*word));
  }
  view.scheme = std::move(reviewed.scheme);
  view.pending = std::move(reviewed.pending);
  return view;
}

Result<std::optional<RevisionView>> ShowRevision(const Context& context,
                                                 std::string_view selector) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const store::SchemeRow row, FindScheme(*reading, selector));
  return ViewRevision(*reading, row);
}

Result<std::vector<CarriedSettlement>> ListCarried(const Context& context,
                                                   std::string_view selector) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const store::SchemeRow row, FindScheme(*reading, selector));
  return CarriedOver(*reading, row);
}

Result<std::optional<Succession>> PlanPublication(const Context& context,
                                                  std::string_view selector) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const store::SchemeRow row, FindScheme(*reading, selector));
  if (row.publication) return std::optional<Succession>();
  KAOPING_TRY(const ReviewedScheme reviewed, LoadReviewed(*reading, row));
  KAOPING_TRY(const std::optional<SuccessionPlan> plan, PlanSuccession(*reading, row, reviewed));
  return plan ? std::optional(plan->told) : std::nullopt;
}

Result<PublishOutcome> PublishScheme(const Context& context, std::string_view selector,
                                     std::string_view reason, std::span<const std::string> confirm,
                                     LeftFacts left) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kPublish));
  KAOPING_TRY_STATUS(CheckRemark(reason, "reason"));
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(const store::SchemeRow row, FindScheme(*work, selector));
  KAOPING_TRY(const ReviewedScheme reviewed, LoadReviewed(*work, row));
  if (row.publication) {
    return PublishOutcome{
        .is_new = false, .summary = Summarise(row, reviewed), .succession = std::nullopt};
  }
  KAOPING_TRY(const std::optional<SuccessionPlan> plan, PlanSuccession(*work, row, reviewed));
  const std::vector<Pending> unreasoned = WithoutReason(reviewed);
  if (!unreasoned.empty() && IsBlank(reason)) {
    return ReasonRequired(Summarise(row, reviewed), unreasoned);
  }
  KAOPING_TRY_STATUS(ConfirmOutstanding(*work, context, row, reviewed, confirm));
  if (plan) KAOPING_TRY_STATUS(CheckSuccession(*work, reviewed, *plan, left));
  store::PublicationRow publication;
  publication.scheme = row.id;
  publication.reason = IsBlank(reason) ? "" : reason;
  publication.pending = WritePending(reviewed.pending);
  KAOPING_TRY(publication.entry,
              AppendEntry(*work, context.actor, context.now, action::kPublishScheme,
                          StatePublication(publication)));
  KAOPING_TRY_STATUS(work->schemes().Publish(publication));
  if (plan) KAOPING_TRY_STATUS(KeepSuccession(*work, context, row.id, *plan));
  KAOPING_TRY(const store::SchemeRow published, FindScheme(*work, row.id));
  KAOPING_TRY(const ReviewedScheme as_published, LoadReviewed(*work, published));
  KAOPING_TRY_STATUS(work->Commit());
  PublishOutcome outcome = {
      .is_new = true, .summary = Summarise(published, as_published), .succession = std::nullopt};
  if (plan) outcome.succession = plan->told;
  return outcome;
}

std::vector<std::string> OutstandingWarnings(const SchemeView& view) {
  std::vector<std::string> identities;
  for (const ReviewedFinding& finding : view.findings) {
    if (IsOutstanding(finding, view.pending)) identities.push_back(finding.finding.identity);
  }
  return identities;
}

}  // namespace kaoping::service
