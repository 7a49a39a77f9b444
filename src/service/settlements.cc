#include "service/settlements.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/check.h"
#include "rules/compile.h"
#include "scheme/json.h"
#include "service/confirmations.h"
#include "service/reviewed_scheme.h"
#include "service/scheme_lookup.h"
#include "service/texts.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

using scheme::Settlement;
using How = Settlement::How;

// ---- Finding the criterion ---------------------------------------------------------------------

// The criterion that a request is about, in a scheme of its own.
struct Subject {
  store::SchemeRow row;
  ReviewedScheme reviewed;
  std::string task;  // the key of where it stands

  const scheme::Task& Task() const { return *scheme::FindTask(reviewed.scheme, task); }
  const std::vector<Word>& Words() const {
    static const std::vector<Word> kNone;
    const auto found = reviewed.words.find(task);
    return found == reviewed.words.end() ? kNone : found->second;
  }
  const Word* Standing() const { return StandingWord(reviewed.words, task); }
  std::uint64_t Version() const { return Words().empty() ? 0 : Words().back().row.entry; }
  const Pending* FindPending() const {
    const auto found = std::find_if(reviewed.pending.begin(), reviewed.pending.end(),
                                    [this](const Pending& item) { return item.task == task; });
    return found == reviewed.pending.end() ? nullptr : &*found;
  }
};

Result<Subject> LoadSubject(const store::Transaction& transaction, std::string_view selector,
                            std::string_view task_key) {
  Subject subject;
  KAOPING_TRY(subject.row, FindScheme(transaction, selector));
  KAOPING_TRY(subject.reviewed, LoadReviewed(transaction, subject.row));
  const scheme::Task* task = scheme::FindTask(subject.reviewed.scheme, task_key);
  if (task != nullptr) task = scheme::FindCriterion(subject.reviewed.scheme, *task);
  if (task == nullptr) {
    return MakeError(ErrorKind::kNotFound, "criterion-unknown",
                     Say("方案《{0}》没有编号为“{1}”的考评标准；请核对编号",
                         "scheme '{0}' has no criterion '{1}'; check the key", subject.row.title,
                         Shorten(task_key)));
  }
  subject.task = task->key;
  return subject;
}

scheme::Task& TaskIn(scheme::Scheme& scheme, const std::string& key) {
  for (scheme::Section& section : scheme.sections) {
    for (scheme::Task& task : section.tasks) {
      if (task.key == key) return task;
    }
  }
  KAOPING_CHECK(false);  // LoadSubject has found it
}

const scheme::Section& SectionOf(const scheme::Scheme& scheme, const std::string& key) {
  for (const scheme::Section& section : scheme.sections) {
    for (const scheme::Task& task : section.tasks) {
      if (task.key == key) return section;
    }
  }
  KAOPING_CHECK(false);
}

// The scheme with this criterion as it was imported: what a settlement is put on.
Result<scheme::Scheme> Unsettled(const store::Transaction& transaction, const Subject& subject) {
  KAOPING_TRY(scheme::Scheme imported, LoadImported(transaction, subject.row));
  scheme::Scheme scheme = subject.reviewed.scheme;
  TaskIn(scheme, subject.task) = TaskIn(imported, subject.task);
  return scheme;
}

// ---- Showing -----------------------------------------------------------------------------------

// The rules of one task in figures, as if all of them counted. Requires: CheckScheme(scheme).
std::vector<score::Boundary> BoundariesOf(scheme::Scheme scheme, const std::string& task_key) {
  std::set<std::string> keys;
  for (scheme::SchemeRule& rule : TaskIn(scheme, task_key).criterion->rules) {
    rule.held = false;
    keys.insert(rule.key);
  }
  std::vector<score::Boundary> boundaries = score::FindBoundaries(scheme);
  std::erase_if(boundaries,
                [&](const score::Boundary& boundary) { return !keys.contains(boundary.rule); });
  return boundaries;
}

Result<CriterionView> View(const store::Transaction& transaction, const Subject& subject) {
  CriterionView view;
  view.scheme = subject.row.id;
  view.task = subject.Task();
  view.boundaries = BoundariesOf(subject.reviewed.scheme, subject.task);
  view.written = rules::ReadBackText(scheme::ReadingOf(*view.task.criterion));
  if (const Pending* const pending = subject.FindPending()) view.pending = pending->why;
  KAOPING_TRY(const scheme::Scheme unsettled, Unsettled(transaction, subject));
  view.may_be_confirmed =
      !scheme::WhyNotConfirmable(*scheme::FindTask(unsettled, subject.task)->criterion);
  KAOPING_TRY(view.findings, ReviewFindings(transaction, subject.row.id, subject.reviewed.scheme));
  std::erase_if(view.findings, [&](const ReviewedFinding& finding) {
    return finding.finding.task != subject.task;
  });
  for (const Word& word : subject.Words()) view.history.push_back(ViewOf(word));
  if (const Word* const word = subject.Standing()) view.settlement = ViewOf(*word);
  view.version = subject.Version();
  return view;
}

// ---- A person's own reading --------------------------------------------------------------------

Result<rules::Compilation> Read(const Subject& subject, const OwnReading& own) {
  if (own.text.has_value() == own.rules.has_value()) {
    return MakeError(
        ErrorKind::kInvalid, "reading-missing",
        Say("请写出改写后的标准，或给出规则文件，二者只取其一",
            "write the criterion in your own sentences, or give rules: one of the two"),
        "text");
  }
  if (own.rules) return scheme::ReadReading(*own.rules);
  KAOPING_TRY_STATUS(
      CheckText(*own.text, rules::kLongestCriterion, "text", "改写后的标准", "text"));
  return scheme::CompileInPlace(subject.reviewed.scheme,
                                SectionOf(subject.reviewed.scheme, subject.task), subject.Task(),
                                *own.text);
}

const Diagnostic* FirstError(const rules::Compilation& reading) {
  const auto error = std::find_if(
      reading.diagnostics.begin(), reading.diagnostics.end(),
      [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::kError; });
  return error == reading.diagnostics.end() ? nullptr : &*error;
}

// ---- Deciding ----------------------------------------------------------------------------------

Error ReasonRequired(Message why) {
  return MakeError(ErrorKind::kInvalid, "reason-required", std::move(why), "reason");
}

Result<Settlement> Confirm(const scheme::Criterion& imported) {
  if (const auto why = scheme::WhyNotConfirmable(imported)) {
    return MakeError(
        ErrorKind::kInvalid, "criterion-unreadable",
        Say("这一条还不能确认：{0}；请改写，或挂账",
            "this criterion can't be confirmed yet: {1}; write it in your own words, or leave it "
            "undecided",
            why->zh, why->en));
  }
  Settlement settlement;
  settlement.how = How::kConfirmed;
  settlement.reading = scheme::ReadingOf(imported);
  return settlement;
}

Result<Settlement> Replace(const Subject& subject, const SettleRequest& request) {
  Settlement settlement;
  settlement.how = How::kReplaced;
  KAOPING_TRY(settlement.reading, Read(subject, request.reading));
  settlement.text = request.reading.text.value_or("");
  if (const Diagnostic* const error = FirstError(settlement.reading)) {
    return MakeError(ErrorKind::kInvalid, "reading-has-errors",
                     Say("改写后的标准还有读不懂的地方：{0}", "there is still something wrong: {1}",
                         error->message.zh, error->message.en),
                     "text");
  }
  if (rules::IsEmpty(settlement.reading) && IsBlank(request.reason)) {
    return ReasonRequired(Say("改写后没有任何计分规则，这一条将不影响得分；请写明理由",
                              "no rule is left, so that this criterion leaves the score as it is; "
                              "give a reason"));
  }
  return settlement;
}

Result<Settlement> Leave(const scheme::Criterion& imported, const SettleRequest& request) {
  if (IsBlank(request.reason)) {
    return ReasonRequired(Say("挂账须写明理由", "to leave it undecided, give a reason"));
  }
  Settlement settlement;
  settlement.how = How::kLeft;
  for (const std::string& key : request.rules) {
    const auto rule =
        std::find_if(imported.rules.begin(), imported.rules.end(),
                     [&key](const scheme::SchemeRule& own) { return own.key == key; });
    if (rule == imported.rules.end()) {
      return MakeError(ErrorKind::kInvalid, "rule-unknown",
                       Say("这一条标准里没有规则“{}”；请核对编号",
                           "this criterion has no rule '{}'; check the key", Shorten(key)),
                       "rules");
    }
    settlement.rules.push_back(static_cast<int>(rule - imported.rules.begin()));
  }
  return settlement;
}

Result<Settlement> MakeSettlement(const Subject& subject, const scheme::Criterion& imported,
                                  const SettleRequest& request) {
  switch (request.how) {
    case How::kConfirmed:
      return Confirm(imported);
    case How::kReplaced:
      return Replace(subject, request);
    case How::kLeft:
      return Leave(imported, request);
    case How::kReopened: {
      Settlement settlement;
      settlement.how = How::kReopened;
      return settlement;
    }
  }
  KAOPING_CHECK(false);
}

// Whether the request would leave everything as it stands.
bool SaysNothingNew(const Subject& subject, How how) {
  const Word* const standing = subject.Standing();
  if (how == How::kReopened) return standing == nullptr;
  return how == How::kConfirmed && standing != nullptr &&
         standing->settlement.how == How::kConfirmed;
}

Status CheckMaySettle(const Subject& subject, const SettleRequest& request) {
  if (request.seen && *request.seen != subject.Version()) {
    return MakeError(
        ErrorKind::kConflict, "criterion-changed",
        Say("{}刚刚被别人核定过；请看过现在的结果再办",
            "{} was settled by somebody else meanwhile; look at it again", subject.task));
  }
  const Word* const standing = subject.Standing();
  if (request.how == How::kConfirmed && standing != nullptr &&
      standing->settlement.how == How::kReplaced) {
    return MakeError(ErrorKind::kConflict, "criterion-settled",
                     Say("{}已经改写，按改写后的计分；要改回原来的读法，请先撤回改写",
                         "{} was replaced and counts as it was written then; to confirm how it was "
                         "read, take that back first",
                         subject.task));
  }
  if (subject.row.publication && subject.FindPending() == nullptr) {
    return MakeError(ErrorKind::kConflict, "criterion-in-force",
                     Say("方案《{0}》已经发布，{1}正在计分，不能再改；只有挂账的可以核定",
                         "scheme '{0}' is published and {1} counts: only what is pending can be "
                         "settled now",
                         subject.row.title, subject.task));
  }
  return Ok();
}

// On a published scheme, rules that have facts stay what they are.
Status CheckFactsStay(const store::Transaction& transaction, const Subject& subject,
                      const scheme::Scheme& settled) {
  const std::vector<scheme::SchemeRule>& now =
      scheme::FindTask(settled, subject.task)->criterion->rules;
  for (const scheme::SchemeRule& rule : subject.Task().criterion->rules) {
    const bool stays = std::any_of(now.begin(), now.end(), [&](const scheme::SchemeRule& other) {
      return other.id == rule.id && other.rule == rule.rule && other.held == rule.held;
    });
    if (stays) continue;
    store::FactSelection selection;
    selection.scheme = subject.row.id;
    selection.rule = rule.id;
    KAOPING_TRY(const std::vector<store::FactRow> facts, transaction.facts().Select(selection, 1));
    if (facts.empty()) continue;
    return MakeError(
        ErrorKind::kConflict, "rule-has-facts",
        Say("规则{0}已经记录了事实，核定时不能改动它；请把它原样保留在改写后的标准里",
            "rule {0} has facts on record and must stay as it is: keep its sentence in "
            "what you write",
            rule.key));
  }
  return Ok();
}

Status Keep(store::Transaction& work, const Context& context, const Subject& subject,
            const Settlement& settlement, const std::string& identity) {
  store::SettlementRow row;
  row.scheme = subject.row.id;
  row.task = subject.task;
  row.identity = identity;
  row.body = scheme::WriteSettlement(settlement);
  row.reason = settlement.reason;
  return KeepSettlement(work, context.actor.name, context.now, std::move(row));
}

// What is confirmed takes the warnings about it with it.
Status ConfirmWarnings(store::Transaction& work, const Context& context, const Subject& subject,
                       const scheme::Scheme& settled) {
  KAOPING_TRY(const std::vector<ReviewedFinding> findings,
              ReviewFindings(work, subject.row.id, settled));
  std::set<std::string> done;
  for (const ReviewedFinding& one : findings) {
    const bool is_open = one.finding.task == subject.task && !one.confirmed &&
                         one.finding.diagnostic.severity == Severity::kWarning;
    if (!is_open || !done.insert(one.finding.identity).second) continue;
    KAOPING_TRY_STATUS(
        KeepConfirmation(work, context.actor.name, context.now, subject.row.id, one.finding, ""));
  }
  return Ok();
}

}  // namespace

Result<CriterionView> ShowCriterion(const Context& context, std::string_view selector,
                                    std::string_view task) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const Subject subject, LoadSubject(*reading, selector, task));
  return View(*reading, subject);
}

Result<TriedReading> TryReading(const Context& context, std::string_view selector,
                                std::string_view task, const OwnReading& own) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const Subject subject, LoadSubject(*reading, selector, task));
  Settlement settlement;
  settlement.how = How::kReplaced;
  KAOPING_TRY(settlement.reading, Read(subject, own));
  KAOPING_TRY(scheme::Scheme scheme, Unsettled(*reading, subject));

  TriedReading tried;
  tried.task = subject.task;
  tried.reading = settlement.reading;
  tried.sentences = rules::ReadBackRules(settlement.reading.rules);
  tried.written = rules::ReadBackText(settlement.reading);
  for (std::size_t i = 0; i < settlement.reading.rules.size(); ++i) {
    tried.keys.push_back(scheme::RuleKey(subject.task, i));
  }
  KAOPING_TRY_STATUS(scheme::Apply(settlement, subject.task, scheme));
  const Status holds = scheme::CheckScheme(scheme);
  if (holds) {
    tried.boundaries = BoundariesOf(scheme, subject.task);
  } else {
    tried.reading.diagnostics.push_back(
        {Severity::kError, holds.error().code, holds.error().message, {}, {}});
  }
  tried.is_acceptable = FirstError(tried.reading) == nullptr;
  return tried;
}

Result<CriterionView> SettleCriterion(const Context& context, std::string_view selector,
                                      std::string_view task, const SettleRequest& request) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kSettle));
  KAOPING_TRY_STATUS(CheckRemark(request.reason, "reason"));
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(Subject subject, LoadSubject(*work, selector, task));
  if (SaysNothingNew(subject, request.how)) return View(*work, subject);
  KAOPING_TRY_STATUS(CheckMaySettle(subject, request));

  KAOPING_TRY(scheme::Scheme settled, Unsettled(*work, subject));
  const scheme::Task imported = *scheme::FindTask(settled, subject.task);
  KAOPING_TRY(Settlement settlement, MakeSettlement(subject, *imported.criterion, request));
  settlement.reason = IsBlank(request.reason) ? "" : request.reason;
  KAOPING_TRY_STATUS(scheme::Apply(settlement, subject.task, settled));
  KAOPING_TRY_STATUS(scheme::CheckScheme(settled));
  const scheme::Criterion& criterion = *scheme::FindTask(settled, subject.task)->criterion;
  if (!settlement.reading.rules.empty()) settlement.ids = scheme::IdsOf(criterion);
  if (subject.row.publication) KAOPING_TRY_STATUS(CheckFactsStay(*work, subject, settled));

  const std::string identity =
      scheme::IdentityOf(settled, SectionOf(settled, subject.task), imported);
  KAOPING_TRY_STATUS(Keep(*work, context, subject, settlement, identity));
  if (request.how == How::kConfirmed) {
    KAOPING_TRY_STATUS(ConfirmWarnings(*work, context, subject, settled));
  }
  KAOPING_TRY(subject, LoadSubject(*work, subject.row.id, subject.task));
  KAOPING_TRY(CriterionView view, View(*work, subject));
  KAOPING_TRY_STATUS(work->Commit());
  return view;
}

}  // namespace kaoping::service
