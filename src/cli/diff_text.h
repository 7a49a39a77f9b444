// A diff of two schemes on a terminal.

#ifndef KAOPING_CLI_DIFF_TEXT_H_
#define KAOPING_CLI_DIFF_TEXT_H_

#include <string>

#include "base/message.h"
#include "scheme/diff.h"

namespace kaoping::cli {

// A line that counts, then a sentence a change, by section and task; “两个方案没有差别。” where
// there is none.
std::string RenderDiff(const scheme::SchemeDiff& diff, Language language);

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_DIFF_TEXT_H_
