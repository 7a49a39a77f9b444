#include "cli/settle_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/check.h"
#include "cli/table.h"
#include "diag/render.h"
#include "rules/compile.h"
#include "scheme/scheme.h"

namespace kaoping::cli {
namespace {

using How = scheme::Settlement::How;

constexpr int kTextColumns = 46;

Message WordsFor(How how) {
  switch (how) {
    case How::kConfirmed:
      return Say("已确认", "confirmed");
    case How::kReplaced:
      return Say("已改写", "replaced");
    case How::kLeft:
      return Say("挂账", "left undecided");
    case How::kReopened:
      return Say("撤回", "taken back");
  }
  KAOPING_CHECK(false);
}

bool IsPending(const service::SchemeView& view, const std::string& task) {
  return std::any_of(view.pending.begin(), view.pending.end(),
                     [&task](const service::Pending& item) { return item.task == task; });
}

Message StateOf(const service::SchemeView& view, const std::string& task) {
  const auto settled = view.settlements.find(task);
  if (settled != view.settlements.end()) return WordsFor(settled->second.how);
  if (IsPending(view, task)) return Say("不能计分", "doesn't count");
  return Say("待核定", "to settle");
}

std::string Line(const Message& message, Language language) { return message.In(language) + "\n"; }

void AppendHistory(const service::CriterionView& view, Language language, std::string& out) {
  if (view.history.empty()) return;
  out += Line(Say("\n核定经过：", "\nWhat was decided:"), language);
  for (const service::SettlementView& word : view.history) {
    const Message how = WordsFor(word.how);
    out += fmt::format("  {}  {}  {}", word.word.at.ToBeijing(), word.word.by, how.In(language));
    if (!word.text.empty()) out += Say("：{}", ": {}", word.text).In(language);
    if (!word.word.note.empty()) {
      out += Say("（理由：{}）", " (reason: {})", word.word.note).In(language);
    }
    if (!word.word.carried_from.empty()) {
      out +=
          Say("（沿用{}的核定）", " (carried over from {})", word.word.carried_from).In(language);
    }
    out += '\n';
  }
}

void AppendRules(const service::CriterionView& view, Language language, std::string& out) {
  const scheme::Criterion& criterion = *view.task.criterion;
  const std::vector<std::string> sentences = scheme::ReadBackRules(criterion);
  if (scheme::IsEmpty(criterion)) {
    out += Line(Say("  没有计分规则，不影响得分。", "  No rule: it leaves the score as it is."),
                language);
  }
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const scheme::SchemeRule& rule = criterion.rules[i];
    out += fmt::format("  {}  {}\n", rule.key, sentences[i]);
    for (const score::Boundary& boundary : view.boundaries) {
      if (boundary.rule == rule.key) out += score::ExamplesInWords(boundary, "         ");
    }
  }
  for (const auto& limit : criterion.limits) out += "  " + rules::ReadBack(limit) + "\n";
  for (const auto& policy : criterion.policies) out += "  " + rules::ReadBack(policy) + "\n";
  for (const auto& link : criterion.links) out += "  " + rules::ReadBack(link) + "\n";
}

void AppendFindings(const std::vector<service::ReviewedFinding>& findings, Language language,
                    std::string& out) {
  std::vector<Finding> open;
  for (const service::ReviewedFinding& one : findings) {
    if (!one.confirmed) open.push_back({&one.finding.diagnostic, one.finding.text});
  }
  if (open.empty()) return;
  out += "\n" + RenderFindings(open, "", language);
}

Message NextStep(const service::CriterionView& view) {
  if (view.settlement) return {};
  if (view.may_be_confirmed) {
    return Say(
        "读得对就加 --confirm 确认；不对就用 --text \"……\" 改写，拿不准就 --leave --reason "
        "\"……\" 挂账。",
        "If that is right, --confirm; if not, --text \"…\"; if nobody knows, --leave --reason "
        "\"…\".");
  }
  return Say("这一条还不能确认：请用 --text \"……\" 改写，或用 --leave --reason \"……\" 挂账。",
             "It can't be confirmed as it stands: --text \"…\", or --leave --reason \"…\".");
}

}  // namespace

std::string RenderCriterion(const service::CriterionView& view, Language language) {
  const scheme::Criterion& criterion = *view.task.criterion;
  std::string out = view.task.key;
  if (!view.task.content.text.empty()) out += "  " + view.task.content.text;
  out += '\n';
  out += Line(Say("标准：{}", "Criterion: {}", criterion.text), language);
  if (!criterion.source.empty()) {
    out += Line(Say("出自补充规定：{}", "From the supplement: {}", criterion.source), language);
  }
  if (view.settlement) {
    const Message how = WordsFor(view.settlement->how);
    out += Line(Say("状态：{0}（{2}，{3}）", "State: {1} ({2}, {3})", how.zh, how.en,
                    view.settlement->word.by, view.settlement->word.at.ToBeijing()),
                language);
  }
  if (!criterion.settled_text.empty()) {
    out += Line(Say("改写为：{}", "Replaced by: {}", criterion.settled_text), language);
  }
  if (view.pending) {
    out += Line(Say("暂不计分：{0}", "Doesn't count: {1}", view.pending->zh, view.pending->en),
                language);
  }
  out += Line(Say("\n读作：", "\nRead as:"), language);
  AppendRules(view, language, out);
  AppendFindings(view.findings, language, out);
  AppendHistory(view, language, out);
  const std::string next = NextStep(view).In(language);
  if (!next.empty()) out += "\n" + next + "\n";
  return out;
}

std::string RenderOutstanding(const service::SchemeView& view, Language language) {
  const std::vector<std::string> outstanding = service::OutstandingWarnings(view);
  std::vector<Finding> findings;
  for (const service::ReviewedFinding& one : view.findings) {
    if (std::find(outstanding.begin(), outstanding.end(), one.finding.identity) !=
        outstanding.end()) {
      findings.push_back({&one.finding.diagnostic, one.finding.text});
    }
  }
  return RenderFindings(findings, "", language);
}

std::string RenderReview(const service::SchemeView& view, Language language) {
  const auto title = [language](const char* zh, const char* en) {
    return Message{zh, en}.In(language);
  };
  TextTable table({{title("编号", "Key")},
                   {title("状态", "State")},
                   {title("规则", "Rules"), TextTable::Align::kRight},
                   {title("考评标准", "Criterion")}});
  const std::vector<scheme::CriterionRef> criteria = scheme::AllCriteria(view.scheme);
  for (const scheme::CriterionRef& criterion : criteria) {
    const std::string& key = criterion.task->key;
    table.AddRow({key, StateOf(view, key).In(language),
                  std::to_string(criterion.Get().rules.size()),
                  Shorten(criterion.Get().text, kTextColumns)});
  }
  std::string out = fmt::format("{}\n", view.scheme.title);
  out += Line(Say("考评标准{0}条，已核定{1}条。", "{0} criteria, {1} settled.", criteria.size(),
                  view.settlements.size()),
              language);
  out += "\n" + table.ToText();
  const std::string outstanding = RenderOutstanding(view, language);
  if (!outstanding.empty() && view.summary.state == service::SchemeState::kDraft) {
    out += Line(Say("\n发布前须确认的警告（kaoping settle {0} --warnings 一并确认）：",
                    "\nWarnings to confirm before publishing (kaoping settle {0} --warnings):",
                    view.summary.id),
                language);
    out += outstanding;
  }
  out += Line(Say("\n逐条查看：kaoping settle {0} 编号", "\nOne by one: kaoping settle {0} KEY",
                  view.summary.id),
              language);
  return out;
}

}  // namespace kaoping::cli
