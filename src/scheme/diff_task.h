// How two tasks differ apart from their criteria, and how two sections do.

#ifndef KAOPING_SCHEME_DIFF_TASK_H_
#define KAOPING_SCHEME_DIFF_TASK_H_

#include <vector>

#include "scheme/diff.h"

namespace kaoping::scheme {

// Content, papers, offices and full mark of two tasks that were matched. `share_the_same_base` says
// whether the tasks that the two take their full mark from were matched too.
std::vector<Change> CompareTasks(const Task& before, const Task& after, bool share_the_same_base);

// Papers, offices and full mark of a task that came or went. Requires: `kind` is one of the two.
std::vector<Change> TellTask(const Task& task, ChangeKind kind);

// Title, kind and full mark of two sections that were matched.
std::vector<Change> CompareSections(const Section& before, const Section& after);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_DIFF_TASK_H_
