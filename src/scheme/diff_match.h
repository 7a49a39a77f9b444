// SchemeMatch: which section, task and criterion of one scheme is which of another.

#ifndef KAOPING_SCHEME_DIFF_MATCH_H_
#define KAOPING_SCHEME_DIFF_MATCH_H_

#include <vector>

#include "scheme/diff_likeness.h"
#include "scheme/scheme.h"

namespace kaoping::scheme {

// A scheme as lists. Pointers live as long as the scheme is neither moved nor changed.
struct FlatScheme {
  struct FlatTask {
    const Task* task = nullptr;
    std::size_t section = 0;  // index of its section
    // Index of its criterion, followed where it is shared; Matching::kNone without one.
    int criterion = Matching::kNone;
  };

  explicit FlatScheme(const Scheme& scheme);

  const Criterion* CriterionOf(const FlatTask& flat) const;
  // Whether its criterion is shared with another task.
  bool IsShared(const FlatTask& flat) const;

  std::vector<const Section*> sections;
  std::vector<FlatTask> tasks;
  std::vector<const Criterion*> criteria;  // each once, where it stands
  std::vector<int> uses;                   // how many tasks a criterion is shared by
};

// Everything by index in the two flat schemes.
struct SchemeMatch {
  SchemeMatch(const FlatScheme& before, const FlatScheme& after);

  // By title; then by the tasks they have in common; then by likeness of titles of one kind.
  Matching sections;
  // By content and criterion, the most exact first, as Diff says. Where both have content, it
  // weighs 7 of 10 and the criterion 3; a criterion that several tasks share does not count.
  Matching tasks;
  // Of tasks that match, by likeness.
  Matching criteria;

  // By index in `after`: what stands in another order among its matched neighbours, or (a task) in
  // another section.
  std::vector<bool> section_moved;
  std::vector<bool> task_moved;
};

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_DIFF_MATCH_H_
