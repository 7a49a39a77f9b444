#include "cli/facts_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "cli/input.h"

namespace kaoping::cli {
namespace {

constexpr std::size_t kMostProblems = 100;

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

Result<FactsFile> ReadFactsFile(Program& program, const std::string& file) {
  KAOPING_TRY(const std::string text, ReadText(program, file, kLargestFacts));
  FactsFile read;
  std::string_view rest = text;
  for (int number = 1; !rest.empty(); ++number) {
    const auto end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (IsBlank(line)) continue;
    auto facts = score::ReadFactLine(line);
    if (!facts) {
      read.problems.push_back({number, std::move(facts).error()});
      continue;
    }
    for (score::Fact& fact : *facts) {
      read.facts.push_back(std::move(fact));
      read.lines.push_back(number);
    }
  }
  return read;
}

ExitStatus ListProblems(const Program& program, std::vector<LineProblem> problems) {
  std::stable_sort(problems.begin(), problems.end(),
                   [](const LineProblem& a, const LineProblem& b) { return a.line < b.line; });
  const std::size_t shown = std::min(problems.size(), kMostProblems);
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& [line, error] = problems[i];
    program.Complain(line == 0 ? error.message
                               : Message{fmt::format("第{}行：{}", line, error.message.zh),
                                         fmt::format("line {}: {}", line, error.message.en)});
  }
  if (shown < problems.size()) {
    program.Complain(
        Say("另有{}处问题未列出", "{} more problems are not shown", problems.size() - shown));
  }
  return ExitStatus::kInputErrors;
}

}  // namespace kaoping::cli
