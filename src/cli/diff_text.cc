#include "cli/diff_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace kaoping::cli {
namespace {

using scheme::Change;
using scheme::ChangeKind;
using scheme::DiffCounts;

void AppendLine(std::string& out, int indent, std::string line) {
  std::replace(line.begin(), line.end(), '\n', ' ');
  out += std::string(static_cast<std::size_t>(indent), ' ') + line + "\n";
}

Message WordFor(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::kAdded:
      return {"增加", "added"};
    case ChangeKind::kRemoved:
      return {"删去", "removed"};
    case ChangeKind::kChanged:
      return {"改动", "changed"};
    case ChangeKind::kMoved:
      return {"移动", "moved"};
  }
  return {};
}

// “任务增加1项、改动2项”; empty if there is nothing to count.
Message TellTally(const DiffCounts::Tally& tally, const Message& thing, std::string_view measure) {
  Message text;
  const auto add = [&](ChangeKind kind, int count) {
    if (count == 0) return;
    const Message word = WordFor(kind);
    text.zh += fmt::format("{}{}{}{}", text.zh.empty() ? thing.zh : "、", word.zh, count, measure);
    text.en += fmt::format("{}{} {}", text.en.empty() ? thing.en + ": " : ", ", count, word.en);
  };
  add(ChangeKind::kAdded, tally.added);
  add(ChangeKind::kRemoved, tally.removed);
  add(ChangeKind::kChanged, tally.changed);
  add(ChangeKind::kMoved, tally.moved);
  return text;
}

std::string RenderCounts(const DiffCounts& counts, Language language) {
  Message head;
  if (counts.head > 0) {
    head = Say("方案和通知改动{}处", "scheme and notice: {} differences", counts.head);
  }
  std::string line;
  for (const Message& part : {TellTally(counts.sections, {"部分", "sections"}, "个"),
                              TellTally(counts.tasks, {"任务", "tasks"}, "项"),
                              TellTally(counts.rules, {"规则", "rules"}, "条"), head}) {
    if (part.zh.empty()) continue;
    line += (line.empty() ? "" : Message{"；", "; "}.In(language)) + part.In(language);
  }
  return line + Message{"。", "."}.In(language);
}

// “1.3”, with the number that it had if that was another.
Message NumberOf(const std::string& before, const std::string& after) {
  if (after.empty()) return Say("原{}", "was {}", before);
  if (before.empty() || before == after) return {after, after};
  return Say("{1}（原{0}）", "{1} (was {0})", before, after);
}

void AppendChanges(const std::vector<Change>& changes, int indent, Language language,
                   std::string& out) {
  for (const Change& change : changes) AppendLine(out, indent, change.text.In(language));
}

}  // namespace

std::string RenderDiff(const scheme::SchemeDiff& diff, Language language) {
  if (diff.IsEmpty()) {
    return Message{"两个方案没有差别。\n", "The two schemes do not differ.\n"}.In(language);
  }
  std::string out = RenderCounts(scheme::Count(diff), language) + "\n";
  if (!diff.head.empty()) {
    out += Message{"\n方案和通知\n", "\nScheme and notice\n"}.In(language);
    AppendChanges(diff.head, 6, language, out);
  }
  for (const auto& section : diff.sections) {
    const std::string number = NumberOf(section.before_key, section.after_key).In(language);
    const std::string word = section.kind ? "  " + WordFor(*section.kind).In(language) : "";
    out += "\n";
    AppendLine(out, 0, fmt::format("{}  {}{}", number, section.title, word));
    AppendChanges(section.changes, 6, language, out);
    for (const auto& task : section.tasks) {
      AppendLine(out, 2,
                 fmt::format("{} {}  {}", WordFor(task.kind).In(language),
                             NumberOf(task.before_key, task.after_key).In(language), task.words));
      AppendChanges(task.changes, 6, language, out);
    }
  }
  return out;
}

}  // namespace kaoping::cli
