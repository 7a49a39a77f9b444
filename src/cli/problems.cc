#include "cli/problems.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace kaoping::cli {
namespace {

constexpr std::size_t kMostEqual = 3;

}  // namespace

std::vector<LineProblem> CapEqual(std::vector<LineProblem> problems) {
  std::stable_sort(
      problems.begin(), problems.end(), [](const LineProblem& a, const LineProblem& b) {
        return std::pair(a.source.line, a.source.entry) < std::pair(b.source.line, b.source.entry);
      });
  std::map<std::string, std::size_t> counts;  // by message
  std::map<std::string, std::size_t> last;    // which of `shown` is the last of its message
  std::vector<LineProblem> shown;
  for (LineProblem& problem : problems) {
    const std::string message = problem.error.message.zh;
    if (++counts[message] > kMostEqual) continue;
    last[message] = shown.size();
    shown.push_back(std::move(problem));
  }
  for (const auto& [message, count] : counts) {
    if (count <= kMostEqual) continue;
    const Message more = Say("（另有{}行同样）", " (and {} more lines alike)", count - kMostEqual);
    Message& third = shown[last[message]].error.message;
    third = {third.zh + more.zh, third.en + more.en};
  }
  return shown;
}

}  // namespace kaoping::cli
