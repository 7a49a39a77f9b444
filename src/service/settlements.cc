#include "service/settlements.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/check.h"
#include "rules/compile.h"
#include "scheme/json.h"
#include "service/confirmations.h"
#include "service/lineage.h"
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
  KAOPING_TRY(const scheme::Task* const task, FindCriterionTask(subject.reviewed.scheme, task_key));
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
  scheme::Criterion& criterion = *TaskIn(scheme, task_key).criterion;
  criterion.held = false;
  std::set<std::string> keys;
  for (const scheme::SchemeRule& rule : criterion.rules) keys.insert(rule.key);
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

// The words that rules given as JSON bring along, which will be shown.
Status CheckWords(const rules::Compilation& reading) {
  std::vector<std::string> words;
  for (const rules::Rule& rule : reading.rules) {
    words.insert(words.end(), {rule.condition, rule.unit});
    words.insert(words.end(), rule.of.begin(), rule.of.end());
    for (const rules::Level& level : rule.levels) words.push_back(level.name);
    if (rule.when) words.push_back(rule.when->unit);
    if (rule.consequence) {
      words.insert(words.end(), {rule.consequence->grade, rule.consequence->bar});
    }
  }
  for (const rules::Limit& limit : reading.limits) words.push_back(limit.each);
  for (const rules::Policy& policy : reading.policies) words.push_back(policy.same);
  for (const rules::Link& link : reading.links) words.push_back(link.to);
  for (const std::string& one : words) {
    KAOPING_TRY_STATUS(CheckRemark(one, "reading"));
  }
  return Ok();
}

Result<rules::Compilation> Read(const Subject& subject, const OwnReading& own) {
  if (own.text.has_value() == own.rules.has_value()) {
    return MakeError(
        ErrorKind::kInvalid, "reading-missing",
        Say("请写出改写后的标准，或给出规则文件，二者只取其一",
            "write the criterion in your own sentences, or give rules: one of the two"),
        "text");
  }
  if (own.rules) {
    KAOPING_TRY(rules::Compilation reading, scheme::ReadReading(*own.rules));
    KAOPING_TRY_STATUS(CheckWords(reading));
    KAOPING_TRY_STATUS(scheme::CheckLength(reading));
    return reading;
  }
  KAOPING_TRY_STATUS(
      CheckText(*own.text, rules::kLongestCriterion, "text", "改写后的标准", "text"));
  rules::Compilation reading = scheme::CompileInPlace(
      subject.reviewed.scheme, SectionOf(subject.reviewed.scheme, subject.task), subject.Task(),
      *own.text);
  KAOPING_TRY_STATUS(scheme::CheckLength(reading));
  return reading;
}

// Of a scheme with a person's rules in it, told of those rules alone.
Status CheckTogether(const scheme::Scheme& scheme) {
  const Status holds = scheme::CheckScheme(scheme);
  if (holds) return Ok();
  const std::string& path = holds.error().field;
  const std::size_t own = path.find("criterion.");
  const std::string place = own == std::string::npos ? path : path.substr(own + 10);
  const auto without = [&path](std::string text) {
    const std::size_t at = text.find(path);
    return at == std::string::npos ? text : text.substr(at + path.size());
  };
  return MakeError(ErrorKind::kInvalid, "reading-contradicts",
                   Say("规则自相矛盾：{0}{1}", "the rules contradict themselves: {0}{2}", place,
                       without(holds.error().message.zh), without(holds.error().message.en)),
                   "reading." + place);
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
  if (settlement.reading.rules.empty() && IsBlank(request.reason)) {
    return ReasonRequired(Say("改写后没有任何计分规则，这一条将不影响得分；请写明理由",
                              "no rule is left, so that this criterion leaves the score as it is; "
                              "give a reason"));
  }
  return settlement;
}

Result<Settlement> Leave(const SettleRequest& request) {
  if (IsBlank(request.reason)) {
    return ReasonRequired(Say("挂账须写明理由", "to leave it undecided, give a reason"));
  }
  Settlement settlement;
  settlement.how = How::kLeft;
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
      return Leave(request);
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
         standing->settlement.how == How::kConfirmed && standing->row.carried_from.empty();
}

Status CheckMaySettle(const Subject& subject, const SettleRequest& request) {
  KAOPING_TRY_STATUS(CheckNotSuperseded(subject.row));
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

// Facts that were recorded before the criterion was held keep the rules that they are about.
Status CheckFactsStay(const store::Transaction& transaction, const Subject& subject,
                      const scheme::Scheme& settled) {
  const std::vector<scheme::SchemeRule>& now =
      scheme::FindTask(settled, subject.task)->criterion->rules;
  KAOPING_TRY(const Lineage lineage, Lineage::Load(transaction, subject.row));
  for (const scheme::SchemeRule& rule : subject.Task().criterion->rules) {
    if (std::find(now.begin(), now.end(), rule) != now.end()) continue;
    store::FactSelection selection;
    selection.schemes = lineage.schemes();
    selection.rules = lineage.RulesBehind(rule.id);
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
  return KeepSettlement(work, context.actor, context.now, std::move(row));
}

// What is doubtful in the criterion and nobody confirmed, each once.
std::vector<scheme::LintFinding> OpenFindings(const std::vector<ReviewedFinding>& findings,
                                              const std::string& task) {
  std::vector<scheme::LintFinding> open;
  std::set<std::string> known;
  for (const ReviewedFinding& one : findings) {
    if (one.finding.task != task || one.confirmed) continue;
    if (known.insert(one.finding.identity).second) open.push_back(one.finding);
  }
  return open;
}

// On a published scheme a reading counts at once: there is no publication left to ask.
Status CheckMayCount(const std::vector<scheme::LintFinding>& open, std::string_view reason) {
  for (const scheme::LintFinding& finding : open) {
    const Message& why = finding.diagnostic.message;
    if (finding.diagnostic.severity == Severity::kError) {
      return MakeError(ErrorKind::kInvalid, "reading-has-errors",
                       Say("这样计分不对：{0}", "this can't count: {1}", why.zh, why.en), "text");
    }
    if (finding.diagnostic.severity == Severity::kWarning && IsBlank(reason)) {
      return ReasonRequired(Say("方案已经发布，核定后立即计分，而这一条有疑点（{0}）；请写明理由",
                                "the scheme is published and this counts at once, but is doubtful "
                                "({1}): give a reason",
                                why.zh, why.en));
    }
  }
  return Ok();
}

Status ConfirmWarnings(store::Transaction& work, const Context& context, const Subject& subject,
                       const std::vector<scheme::LintFinding>& open, std::string_view note) {
  for (const scheme::LintFinding& finding : open) {
    if (finding.diagnostic.severity != Severity::kWarning) continue;
    KAOPING_TRY_STATUS(
        KeepConfirmation(work, context.actor, context.now, subject.row.id, finding, note));
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
  const Status holds = CheckTogether(scheme);
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
  KAOPING_TRY_STATUS(CheckTogether(settled));
  const scheme::Criterion& criterion = *scheme::FindTask(settled, subject.task)->criterion;
  if (!settlement.reading.rules.empty()) settlement.ids = scheme::IdsOf(criterion);
  KAOPING_TRY(const std::vector<ReviewedFinding> findings,
              ReviewFindings(*work, subject.row.id, settled));
  const std::vector<scheme::LintFinding> open = OpenFindings(findings, subject.task);
  const bool counts_at_once =
      subject.row.publication && (request.how == How::kConfirmed || request.how == How::kReplaced);
  if (counts_at_once) {
    KAOPING_TRY_STATUS(CheckMayCount(open, request.reason));
    KAOPING_TRY_STATUS(CheckFactsStay(*work, subject, settled));
  }
  const std::string identity =
      scheme::IdentityOf(settled, SectionOf(settled, subject.task), imported);
  KAOPING_TRY_STATUS(Keep(*work, context, subject, settlement, identity));
  if (counts_at_once || request.how == How::kConfirmed) {
    KAOPING_TRY_STATUS(ConfirmWarnings(*work, context, subject, open, request.reason));
  }
  KAOPING_TRY(subject, LoadSubject(*work, subject.row.id, subject.task));
  KAOPING_TRY(CriterionView view, View(*work, subject));
  KAOPING_TRY_STATUS(work->Commit());
  return view;
}

}  // namespace kaoping::service
