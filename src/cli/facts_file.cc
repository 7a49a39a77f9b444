#include "cli/facts_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include "cli/input.h"

namespace kaoping::cli {
namespace {

constexpr std::size_t kMostProblems = 100;

Message AtSource(const score::FactSource& source, const Message& message) {
  if (source.line == 0) return message;
  if (source.entry == 0) {
    return Say("第{0}行：{1}", "line {0}: {2}", source.line, message.zh, message.en);
  }
  return Say("第{0}行第{1}条：{2}", "line {0}, fact {1}: {3}", source.line, source.entry,
             message.zh, message.en);
}

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

Result<FactsFile> ReadFactsFile(Program& program, const std::string& file) {
  KAOPING_TRY(const std::string text, ReadText(program, file, kLargestFacts));
  FactsFile read;
  std::set<std::string> seen;
  std::string_view rest = text;
  for (int number = 1; !rest.empty(); ++number) {
    const auto end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (IsBlank(line)) continue;
    auto facts = score::ReadFactLine(line, number);
    if (!facts) {
      read.problems.push_back({{.line = number, .entry = 0}, std::move(facts).error()});
      continue;
    }
    if (seen.insert(facts->unit).second) read.units.push_back(facts->unit);
    std::move(facts->facts.begin(), facts->facts.end(), std::back_inserter(read.facts));
  }
  return read;
}

ExitStatus ListProblems(const Program& program, std::vector<LineProblem> problems) {
  std::stable_sort(
      problems.begin(), problems.end(), [](const LineProblem& a, const LineProblem& b) {
        return std::pair(a.source.line, a.source.entry) < std::pair(b.source.line, b.source.entry);
      });
  const std::size_t shown = std::min(problems.size(), kMostProblems);
  for (std::size_t i = 0; i < shown; ++i) {
    program.Complain(AtSource(problems[i].source, problems[i].error.message));
  }
  if (shown < problems.size()) {
    program.Complain(
        Say("另有{}处问题未列出", "{} more problems are not shown", problems.size() - shown));
  }
  return ExitStatus::kInputErrors;
}

}  // namespace kaoping::cli
