// A file of the wrong kind is wrong in the same way on every line.

#ifndef KAOPING_CLI_PROBLEMS_H_
#define KAOPING_CLI_PROBLEMS_H_

#include <vector>

#include "cli/facts_file.h"

namespace kaoping::cli {

// `problems` by line, of those with the same message only the first three; the third says how many
// more there are.
std::vector<LineProblem> CapEqual(std::vector<LineProblem> problems);

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_PROBLEMS_H_
