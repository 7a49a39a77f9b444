// Scope: does a criterion ask for what the content says, all of it and nothing else?

#ifndef KAOPING_SCHEME_SCOPE_H_
#define KAOPING_SCHEME_SCOPE_H_

#include <string>
#include <vector>

#include "scheme/scheme.h"

namespace kaoping::scheme {

struct ScopeDifference {
  // Duties of the content that the criterion never mentions: leaving them out costs nothing.
  std::vector<std::string> only_in_content;
  // Whether the criterion speaks of something that the content never mentions.
  bool is_criterion_apart = false;

  bool IsNone() const { return only_in_content.empty() && !is_criterion_apart; }
};

// Compares the words of a task's content with those of its criterion, two characters at a time.
//
// Conservative: says something only where the criterion names its subject itself (no count, rate or
// list that leans on the content) and either follows the content phrase by phrase but for one, or
// shares not a single pair of characters with it. Other differences stay unseen.
ScopeDifference CompareScope(const Task& task);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_SCOPE_H_
