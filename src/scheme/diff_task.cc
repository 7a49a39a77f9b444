#include "scheme/diff_task.h"

#include <algorithm>

#include "base/check.h"
#include "scheme/diff_words.h"

namespace kaoping::scheme {
namespace {

std::vector<std::string> PapersOf(const Task& task) {
  std::vector<std::string> papers;
  for (const PlacedText& paper : task.deliverables) papers.push_back(paper.text);
  return papers;
}

std::vector<std::string> OfficesOf(const Task& task) {
  std::vector<std::string> offices;
  for (const Responsible& office : task.responsible) offices.push_back(office.name);
  return offices;
}

Message NameOf(std::optional<Responsible::Role> role) {
  if (!role) return {"未写明牵头或配合", "no stated role"};
  switch (*role) {
    case Responsible::Role::kLead:
      return {"牵头", "leading"};
    case Responsible::Role::kSupport:
      return {"配合", "supporting"};
  }
  KAOPING_CHECK(false);
}

bool SaysWhoLeads(const Task& task) {
  return std::any_of(task.responsible.begin(), task.responsible.end(),
                     [](const Responsible& office) { return office.role.has_value(); });
}

Message NameOf(Responsible::By by) {
  switch (by) {
    case Responsible::By::kName:
      return {"表中写明的处室", "named in the table"};
    case Responsible::By::kGroup:
      return {"一类处室", "a group of offices"};
    case Responsible::By::kCase:
      return {"按个案确定", "decided by each case"};
    case Responsible::By::kDocument:
      return {"由另一份文件确定", "fixed by another document"};
  }
  KAOPING_CHECK(false);
}

const Responsible* FindOffice(const Task& task, const std::string& name) {
  const auto found =
      std::find_if(task.responsible.begin(), task.responsible.end(),
                   [&](const Responsible& office) { return SaySame(office.name, name); });
  return found == task.responsible.end() ? nullptr : &*found;
}

void AddOffices(const Task& before, const Task& after, std::vector<Change>& changes) {
  if (auto change = ChangedList("responsible", {"责任处室", "Offices"}, OfficesOf(before),
                                OfficesOf(after))) {
    changes.push_back(*std::move(change));
  }
  for (const Responsible& office : after.responsible) {
    const Responsible* was = FindOffice(before, office.name);
    if (was == nullptr) continue;
    const Message thing = Say("责任处室“{}”", "Office “{}”", office.name);
    if (was->by != office.by) {
      changes.push_back(ChangedFigure("responsible", thing, NameOf(was->by), NameOf(office.by)));
    }
    if (was->role != office.role) {
      changes.push_back(ChangedFigure("role", thing, NameOf(was->role), NameOf(office.role)));
    }
  }
  if (before.responsible.empty() || after.responsible.empty()) return;
  if (SaysWhoLeads(before) || SaysWhoLeads(after)) return;
  // The first one is taken to lead. Where it came or went, that has been said.
  const std::string& first_before = before.responsible.front().name;
  const std::string& first_after = after.responsible.front().name;
  if (SaySame(first_before, first_after) || FindOffice(before, first_after) == nullptr ||
      FindOffice(after, first_before) == nullptr) {
    return;
  }
  changes.push_back(ChangedWords("lead", {"排在首位的责任处室", "The office named first"},
                                 first_before, first_after));
}

Message BaseOf(const Task& task) {
  if (!task.base) return {};
  if (task.base->same_as.empty()) return InPoints(task.base->points);
  return Say("与{}合用", "shared with {}", task.base->same_as);
}

bool SameBase(const Task& before, const Task& after, bool share_the_same) {
  const bool both_share =
      before.base && after.base && !before.base->same_as.empty() && !after.base->same_as.empty();
  return both_share ? share_the_same : before.base == after.base;
}

Message NameOf(Section::Kind kind) {
  switch (kind) {
    case Section::Kind::kOrdinary:
      return {"共性", "ordinary"};
    case Section::Kind::kIndividual:
      return {"个性", "individual"};
    case Section::Kind::kBonus:
      return {"加分", "bonus"};
    case Section::Kind::kUse:
      return {"成果运用", "use of the result"};
  }
  KAOPING_CHECK(false);
}

}  // namespace

std::vector<Change> CompareTasks(const Task& before, const Task& after, bool share_the_same_base) {
  std::vector<Change> changes;
  if (!SaySame(before.heading.text, after.heading.text)) {
    changes.push_back(
        ChangedWords("heading", {"指标", "The heading"}, before.heading.text, after.heading.text));
  }
  if (!SaySame(before.content.text, after.content.text)) {
    changes.push_back(
        ChangedWords("content", {"内容", "The content"}, before.content.text, after.content.text));
  }
  if (auto change = ChangedList("deliverables", {"工作成果", "Deliverables"}, PapersOf(before),
                                PapersOf(after))) {
    changes.push_back(*std::move(change));
  }
  AddOffices(before, after, changes);
  if (!SameBase(before, after, share_the_same_base)) {
    changes.push_back(
        ChangedFigure("base", {"分值", "The full mark"}, BaseOf(before), BaseOf(after)));
  }
  return changes;
}

std::vector<Change> TellTask(const Task& task, ChangeKind kind) {
  std::vector<Change> changes;
  const auto tell = [&](const char* about, const Message& thing, const Message& what) {
    if (what.zh.empty()) return;
    Change& change = changes.emplace_back(Change{kind, about, "", "", "", "", {}});
    (kind == ChangeKind::kAdded ? change.after : change.before) = what.zh;
    change.text = {fmt::format("{}：{}。", thing.zh, what.zh),
                   fmt::format("{}: {}.", thing.en, what.en)};
  };
  const std::string papers = Listed(PapersOf(task));
  std::vector<std::string> with_roles;
  for (const Responsible& office : task.responsible) with_roles.push_back(NameWithRole(office));
  const std::string offices = Listed(with_roles);
  tell("deliverables", {"工作成果", "Deliverables"}, {papers, papers});
  tell("responsible", {"责任处室", "Offices"}, {offices, offices});
  tell("base", {"分值", "The full mark"}, BaseOf(task));
  return changes;
}

std::vector<Change> CompareSections(const Section& before, const Section& after) {
  std::vector<Change> changes;
  if (!SaySame(before.title.text, after.title.text)) {
    changes.push_back(ChangedWords("title", {"这一部分的标题", "The section's title"},
                                   before.title.text, after.title.text));
  }
  if (before.kind != after.kind) {
    changes.push_back(ChangedFigure("kind", {"这一部分的类别", "The section's kind"},
                                    NameOf(before.kind), NameOf(after.kind)));
  }
  if (before.base != after.base) {
    changes.push_back(ChangedFigure("base", {"这一部分的分值", "The section's full mark"},
                                    InPoints(before.base), InPoints(after.base)));
  }
  return changes;
}

}  // namespace kaoping::scheme
