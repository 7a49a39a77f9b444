#include "cli/revision_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "cli/diff_text.h"

namespace kaoping::cli {
namespace {

using How = scheme::Settlement::How;

Message DecisionOf(How how) {
  switch (how) {
    case How::kConfirmed:
      return {"确认", "confirmed"};
    case How::kReplaced:
      return {"改写", "replaced"};
    case How::kLeft:
      return {"挂账", "left undecided"};
    case How::kReopened:
      return {"撤回", "taken back"};
  }
  KAOPING_CHECK(false);
}

Message LineOf(const service::CarriedSettlement& one) {
  const Message how = DecisionOf(one.how);
  const std::string day = one.word.at.BeijingDay().ToString();
  Message line = Say("  {0}  {1}（{2}于{3}{4}）", "  {0}  {1} ({5} by {2} on {3})", one.task,
                     Excerpt(one.words), one.word.by, day, how.zh, how.en);
  if (!one.word.note.empty()) {
    line.zh += fmt::format("，理由：{}", one.word.note);
    line.en += fmt::format(", reason: {}", one.word.note);
  }
  return line;
}

Message HeadOf(const service::CarriedSettlement& one) {
  if (one.is_of_earlier_year) {
    return Say("结转自{0}年的《{1}》（{2}），标准一字不差，请逐条复核：",
               "Taken over from “{1}” of {0} ({2}), whose words are the same; look each over:",
               one.year, one.title, one.scheme);
  }
  return Say("沿用此前导入（{0}）的核定，标准一字不差，请复核：",
             "Settled as in the earlier import {0}, whose words are the same; look them over:",
             one.scheme);
}

}  // namespace

std::string RenderRevision(const service::RevisionView& revision, Language language) {
  const Message state =
      revision.was_published ? Say("已发布", "published") : Say("草案", "a draft");
  const Message head = Say(
      "这是第{0}稿，修订{1}（{2}）。与之相比，",
      "This is number {0} of the notice and revises {1} ({3}). The differences: ", revision.number,
      revision.revises, state.zh, state.en);
  return head.In(language) + RenderDiff(revision.diff, language);
}

std::string RenderCarried(const std::vector<service::CarriedSettlement>& carried,
                          Language language) {
  std::string out;
  // By where they come from, each in the order of the scheme.
  std::vector<std::string> sources;
  for (const service::CarriedSettlement& one : carried) {
    if (std::find(sources.begin(), sources.end(), one.scheme) == sources.end()) {
      sources.push_back(one.scheme);
    }
  }
  for (const std::string& source : sources) {
    bool is_first = true;
    for (const service::CarriedSettlement& one : carried) {
      if (one.scheme != source) continue;
      if (is_first) out += "\n" + HeadOf(one).In(language) + "\n";
      is_first = false;
      out += LineOf(one).In(language) + "\n";
    }
  }
  return out;
}

std::string RenderSuccession(const service::Succession& succession, Language language) {
  const auto line = [language](const Message& message) { return message.In(language) + "\n"; };
  std::string out = line(Say("由它取代{0}；此前记录的事实有{1}条照旧计分。",
                             "It replaces {0}; {1} facts recorded before go on counting.",
                             succession.follows, succession.facts));
  for (const service::HeirRule& rule : succession.rules) {
    const Message changed = rule.is_changed ? Say("，规则有改动，按新规则计",
                                                  ", which has changed and counts as it now is")
                                            : Message{};
    out += line(Say("  原规则{0}的{1}条事实归规则{2}{3}", "  {1} facts of rule {0} count by {2}{4}",
                    rule.before, rule.facts, rule.after, changed.zh, changed.en));
  }
  if (succession.left.empty()) return out;
  out +=
      line(Say("不再计分的事实（记录都还在）：", "Facts that do not count (they stay on record):"));
  for (const service::LeftFact& fact : succession.left) {
    out += line(Say("  {0}  {1}  原规则{2}：{3}", "  {0}  {1}  rule {2}: {4}", fact.id, fact.unit,
                    fact.rule, fact.why.zh, fact.why.en));
  }
  return out;
}

}  // namespace kaoping::cli
