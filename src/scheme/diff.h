// Diff: what came, went, changed or moved between two schemes, in words.
//
// Sections, tasks and rules are matched by what they say, never by where they stand: a row that
// only stands elsewhere has moved, and a row whose words were touched up has changed. Each
// difference is told once, as one sentence for a person; keys, places and diagnostics make no
// difference.

#ifndef KAOPING_SCHEME_DIFF_H_
#define KAOPING_SCHEME_DIFF_H_

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "scheme/scheme.h"

namespace kaoping::scheme {

enum class ChangeKind { kAdded, kRemoved, kChanged, kMoved };

// One difference.
struct Change {
  ChangeKind kind = ChangeKind::kChanged;
  // What it is about, by its name in `scheme/1`: "title", "period", "bonus_cap", "issuer",
  // "content", "responsible", "rule", "limit"; "place" where something moved.
  std::string about;
  // As people read them: words, a figure, a rule read back; numbers ("1.2") where something moved.
  // Empty where there is none.
  std::string before;
  std::string after;
  // Of a rule, its keys in the two schemes.
  std::string before_key;
  std::string after_key;
  Message text;  // one sentence on one line

  friend bool operator==(const Change&, const Change&) = default;
};

struct TaskChange {
  // kChanged where it moved and changed; kMoved where it only moved.
  ChangeKind kind = ChangeKind::kChanged;
  // "1.2" in the two schemes; empty where it is not in one.
  std::string before_key;
  std::string after_key;
  // The content, or the criterion where that is the content too; of `after` if it is there.
  std::string words;
  // A move comes first. Of a task that came or went: its offices, papers, base and rules.
  std::vector<Change> changes;

  bool IsMoved() const;
  friend bool operator==(const TaskChange&, const TaskChange&) = default;
};

// A section in which anything differs.
struct SectionChange {
  // Nothing where only its tasks differ.
  std::optional<ChangeKind> kind;
  std::string before_key;
  std::string after_key;
  std::string title;  // of `after` if it is there
  std::vector<Change> changes;
  // In the order of `after`, a task that went behind the one it followed. A task that moved stands
  // in the section that it moved to.
  std::vector<TaskChange> tasks;

  friend bool operator==(const SectionChange&, const SectionChange&) = default;
};

struct SchemeDiff {
  std::vector<Change> head;  // title, year, period, settings and the parts of the notice
  std::vector<SectionChange> sections;

  bool IsEmpty() const { return head.empty() && sections.empty(); }
  friend bool operator==(const SchemeDiff&, const SchemeDiff&) = default;
};

// What turns `before` into `after`; empty if nothing of what they say differs (width, blanks and
// look-alike marks don't count).
//
// Swapping the two swaps what came and went and every before and after. Tasks that say the same are
// found in O(n log n). The others are compared pair by pair, about a second for 2 000 rows against
// 2 000 wholly different ones; beyond that they are told as having come and gone.
//
// Requires: CheckScheme accepts both.
SchemeDiff Diff(const Scheme& before, const Scheme& after);

struct DiffCounts {
  struct Tally {
    int added = 0;
    int removed = 0;
    int changed = 0;
    int moved = 0;
    friend bool operator==(const Tally&, const Tally&) = default;
  };

  Tally sections;
  Tally tasks;  // one that moved and changed counts as both
  Tally rules;
  int head = 0;
};
DiffCounts Count(const SchemeDiff& diff);

// "added", "removed", "changed", "moved".
const char* ToString(ChangeKind kind);

// The JSON form, `scheme-diff/1` (docs/interfaces.md).
void to_json(nlohmann::ordered_json& json, const SchemeDiff& diff);
// Indented by two, ends with a line break.
std::string WriteDiff(const SchemeDiff& diff);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_DIFF_H_
