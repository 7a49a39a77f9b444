// A facts file: each fact with the line it stands in, and every line that cannot be read.

#ifndef KAOPING_CLI_FACTS_FILE_H_
#define KAOPING_CLI_FACTS_FILE_H_

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/program.h"
#include "score/fact.h"

namespace kaoping::cli {

struct LineProblem {
  int line = 0;  // from 1; 0 for the file as a whole
  Error error;
};

struct FactsFile {
  std::vector<score::Fact> facts;
  std::vector<int> lines;  // of each fact; a grouped line holds several
  std::vector<LineProblem> problems;
};

// The errors are those of ReadText; lines that are no facts are problems.
Result<FactsFile> ReadFactsFile(Program& program, const std::string& file);

// “错误：第3行：…” for each, by line, at most 100 of them and then how many more there are. Returns
// kInputErrors.
ExitStatus ListProblems(const Program& program, std::vector<LineProblem> problems);

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_FACTS_FILE_H_
