// A facts file: each fact with the place where it stands, and every line that cannot be read.

#ifndef KAOPING_CLI_FACTS_FILE_H_
#define KAOPING_CLI_FACTS_FILE_H_

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/program.h"
#include "score/fact.h"

namespace kaoping::cli {

struct LineProblem {
  score::FactSource source;  // line 0 for the file as a whole
  Error error;
};

struct FactsFile {
  std::vector<std::string> units;  // in order of first mention, also one without a fact
  std::vector<score::Fact> facts;  // each with its source
  std::vector<LineProblem> problems;
};

// The errors are those of ReadText; lines that are no facts are problems.
Result<FactsFile> ReadFactsFile(Program& program, const std::string& file);

// “错误：第3行：…” (“第3行第2条：…” in a grouped line) for each, by line, at most 100 of them and
// then how many more there are. Returns kInputErrors.
ExitStatus ListProblems(const Program& program, std::vector<LineProblem> problems);

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_FACTS_FILE_H_
