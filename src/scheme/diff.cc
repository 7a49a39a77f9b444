#include "scheme/diff.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "base/check.h"
#include "scheme/diff_criterion.h"
#include "scheme/diff_head.h"
#include "scheme/diff_match.h"
#include "scheme/diff_task.h"
#include "scheme/diff_words.h"

namespace kaoping::scheme {
namespace {

using FlatTask = FlatScheme::FlatTask;

void Append(std::vector<Change> more, std::vector<Change>& changes) {
  std::move(more.begin(), more.end(), std::back_inserter(changes));
}

bool IsMove(const Change& change) { return change.kind == ChangeKind::kMoved; }

// Indexes in the order in which a list is told: as in `after`; what went stands behind what it
// followed.
class ReadingOrder {
 public:
  struct Item {
    int before = Matching::kNone;
    int after = Matching::kNone;
  };

  explicit ReadingOrder(const Matching& matching) {
    for (std::size_t j = 0; j < matching.after_size(); ++j) {
      const auto at = static_cast<int>(j);
      items_.emplace_back(at, Item{matching.BeforeOf(j), at});
    }
    int behind = Matching::kNone;
    for (std::size_t i = 0; i < matching.before_size(); ++i) {
      if (matching.AfterOf(i) != Matching::kNone) {
        behind = matching.AfterOf(i);
      } else {
        items_.emplace_back(behind, Item{static_cast<int>(i), Matching::kNone});
      }
    }
    std::stable_sort(items_.begin(), items_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
  }

  std::vector<Item> Get() const {
    std::vector<Item> items;
    for (const auto& [behind, item] : items_) items.push_back(item);
    return items;
  }

 private:
  std::vector<std::pair<int, Item>> items_;
};

class Differ {
 public:
  Differ(const Scheme& before, const Scheme& after)
      : before_(before), after_(after), match_(before_, after_) {
    for (std::size_t i = 0; i < before_.tasks.size(); ++i) {
      partner_of_[before_.tasks[i].task->key] = match_.tasks.AfterOf(i);
    }
  }

  std::vector<SectionChange> CompareAll() {
    std::vector<SectionChange> sections;
    std::map<std::pair<int, int>, std::vector<TaskChange>> tasks = TasksBySection();
    for (const auto& item : ReadingOrder(match_.sections).Get()) {
      SectionChange section = Compare(item.before, item.after);
      section.tasks = std::move(tasks[{item.before, item.after}]);
      if (section.kind || !section.tasks.empty()) sections.push_back(std::move(section));
    }
    return sections;
  }

 private:
  static const Section& At(const FlatScheme& flat, int index) {
    return *flat.sections[static_cast<std::size_t>(index)];
  }

  SectionChange Compare(int before, int after) const {
    SectionChange change;
    if (before != Matching::kNone) {
      change.before_key = At(before_, before).key;
      change.title = At(before_, before).title.text;
    }
    if (after != Matching::kNone) {
      change.after_key = At(after_, after).key;
      change.title = At(after_, after).title.text;
    }
    if (before == Matching::kNone || after == Matching::kNone) {
      change.kind = after == Matching::kNone ? ChangeKind::kRemoved : ChangeKind::kAdded;
      return change;
    }
    if (match_.section_moved[static_cast<std::size_t>(after)]) {
      change.kind = ChangeKind::kMoved;
      change.changes.push_back(
          {ChangeKind::kMoved, "place", change.before_key, change.after_key, "", "",
           Say("这一部分的次序有变，原为第{}部分。",
               "The section stands elsewhere; it was section {}.", change.before_key)});
    }
    std::vector<Change> changes = CompareSections(At(before_, before), At(after_, after));
    if (!changes.empty()) change.kind = ChangeKind::kChanged;
    Append(std::move(changes), change.changes);
    return change;
  }

  // By the sections that they stand in: of a task that is in `after`, its section there.
  std::map<std::pair<int, int>, std::vector<TaskChange>> TasksBySection() {
    std::map<std::pair<int, int>, std::vector<TaskChange>> tasks;
    for (const auto& item : ReadingOrder(match_.tasks).Get()) {
      std::pair<int, int> sections;
      if (item.after == Matching::kNone) {
        const std::size_t section = before_.tasks[static_cast<std::size_t>(item.before)].section;
        sections = {static_cast<int>(section), match_.sections.AfterOf(section)};
      } else {
        const std::size_t section = after_.tasks[static_cast<std::size_t>(item.after)].section;
        sections = {match_.sections.BeforeOf(section), static_cast<int>(section)};
      }
      TaskChange change = CompareTask(item.before, item.after);
      if (!change.changes.empty() || change.kind != ChangeKind::kChanged) {
        tasks[sections].push_back(std::move(change));
      }
    }
    return tasks;
  }

  // Of a task without any difference: kChanged without changes.
  TaskChange CompareTask(int before, int after) {
    const FlatTask nowhere;
    const bool was = before != Matching::kNone;
    const bool is = after != Matching::kNone;
    const FlatTask& a = was ? before_.tasks[static_cast<std::size_t>(before)] : nowhere;
    const FlatTask& b = is ? after_.tasks[static_cast<std::size_t>(after)] : nowhere;

    TaskChange change;
    if (was) change.before_key = a.task->key;
    if (is) change.after_key = b.task->key;
    change.words = is ? WordsOf(after_, b) : WordsOf(before_, a);
    if (!was || !is) {
      change.kind = is ? ChangeKind::kAdded : ChangeKind::kRemoved;
      change.changes = TellTask(is ? *b.task : *a.task, change.kind);
      Append(CompareCriteriaOf(a, b), change.changes);
      return change;
    }
    const bool moved = match_.task_moved[static_cast<std::size_t>(after)];
    if (moved) change.changes.push_back(Moved(a, b));
    Append(CompareTasks(*a.task, *b.task, ShareTheSameBase(*a.task, *b.task)), change.changes);
    Append(CompareCriteriaOf(a, b), change.changes);
    if (moved && change.changes.size() == 1) change.kind = ChangeKind::kMoved;
    return change;
  }

  static std::string WordsOf(const FlatScheme& flat, const FlatTask& task) {
    const Criterion* criterion = flat.CriterionOf(task);
    if (!task.task->content.text.empty() || criterion == nullptr) return task.task->content.text;
    return criterion->text;
  }

  Change Moved(const FlatTask& before, const FlatTask& after) const {
    Change change{ChangeKind::kMoved, "place", before.task->key, after.task->key, "", "", {}};
    if (match_.sections.AfterOf(before.section) == static_cast<int>(after.section)) {
      change.text = Say("在本部分中换了位置，原为{}。", "Moved within the section; it was {}.",
                        before.task->key);
    } else {
      change.text = Say("由“{}”移来，原为{}。", "Moved here from “{}”; it was {}.",
                        before_.sections[before.section]->title.text, before.task->key);
    }
    return change;
  }

  bool ShareTheSameBase(const Task& before, const Task& after) const {
    if (!before.base || !after.base) return false;
    const auto partner = partner_of_.find(before.base->same_as);
    if (partner == partner_of_.end() || partner->second == Matching::kNone) return false;
    return after_.tasks[static_cast<std::size_t>(partner->second)].task->key == after.base->same_as;
  }

  // Each criterion is told once: where it stands if it came or went, else at the first task of
  // both.
  std::vector<Change> CompareCriteriaOf(const FlatTask& before, const FlatTask& after) {
    const Criterion* a = before_.CriterionOf(before);
    const Criterion* b = after_.CriterionOf(after);
    if (a != nullptr && b != nullptr &&
        match_.criteria.AfterOf(static_cast<std::size_t>(before.criterion)) == after.criterion) {
      if (!told_.insert(a).second) return {};
      return CompareCriteria(a, b);
    }
    std::vector<Change> changes;
    const bool stands_before = a != nullptr && a == &*before.task->criterion;
    const bool stands_after = b != nullptr && b == &*after.task->criterion;
    if ((a != nullptr && !stands_before) || (b != nullptr && !stands_after)) {
      changes.push_back(ChangedFigure("criterion", {"标准", "The criterion"}, SharingOf(before),
                                      SharingOf(after)));
    } else if (before.task != nullptr && after.task != nullptr && (stands_before || stands_after)) {
      changes.push_back(ChangedWords("criterion", {"标准原文", "The criterion's wording"},
                                     a == nullptr ? "" : a->text, b == nullptr ? "" : b->text));
    }
    const bool went = stands_before && IsFree(match_.criteria.AfterOf(Index(before)));
    const bool came = stands_after && IsFree(match_.criteria.BeforeOf(Index(after)));
    if (went || came) {
      Append(CompareCriteria(went ? a : nullptr, came ? b : nullptr), changes);
    }
    return changes;
  }

  static bool IsFree(int partner) { return partner == Matching::kNone; }
  static std::size_t Index(const FlatTask& task) {
    return static_cast<std::size_t>(task.criterion);
  }

  // With which task it is scored; empty without a criterion.
  static Message SharingOf(const FlatTask& task) {
    if (task.criterion == Matching::kNone) return {};
    const std::string& same_as = task.task->criterion->same_as;
    if (same_as.empty()) return {"单独计分", "scored by itself"};
    return Say("与{}合并计分", "scored together with {}", same_as);
  }

  FlatScheme before_;
  FlatScheme after_;
  SchemeMatch match_;
  std::map<std::string, int> partner_of_;  // in `after`, by the key of a task before
  std::set<const Criterion*> told_;
};

void Add(ChangeKind kind, DiffCounts::Tally& tally) {
  switch (kind) {
    case ChangeKind::kAdded:
      ++tally.added;
      return;
    case ChangeKind::kRemoved:
      ++tally.removed;
      return;
    case ChangeKind::kChanged:
      ++tally.changed;
      return;
    case ChangeKind::kMoved:
      ++tally.moved;
      return;
  }
}

bool HasMoved(const std::vector<Change>& changes) {
  return std::any_of(changes.begin(), changes.end(), IsMove);
}

}  // namespace

bool TaskChange::IsMoved() const { return HasMoved(changes); }

SchemeDiff Diff(const Scheme& before, const Scheme& after) {
  return {CompareHeads(before, after), Differ(before, after).CompareAll()};
}

DiffCounts Count(const SchemeDiff& diff) {
  DiffCounts counts;
  counts.head = static_cast<int>(diff.head.size());
  for (const SectionChange& section : diff.sections) {
    if (section.kind) Add(*section.kind, counts.sections);
    if (section.kind == ChangeKind::kChanged && HasMoved(section.changes)) ++counts.sections.moved;
    for (const TaskChange& task : section.tasks) {
      Add(task.kind, counts.tasks);
      if (task.kind == ChangeKind::kChanged && task.IsMoved()) ++counts.tasks.moved;
      for (const Change& change : task.changes) {
        if (change.about == "rule") Add(change.kind, counts.rules);
      }
    }
  }
  return counts;
}

const char* ToString(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::kAdded:
      return "added";
    case ChangeKind::kRemoved:
      return "removed";
    case ChangeKind::kChanged:
      return "changed";
    case ChangeKind::kMoved:
      return "moved";
  }
  KAOPING_CHECK(false);
}

}  // namespace kaoping::scheme
