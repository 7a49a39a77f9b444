#include "document/part_name.h"

#include <algorithm>
#include <vector>

namespace kaoping::document {

std::string_view FolderOf(std::string_view part) {
  const auto slash = part.rfind('/');
  return slash == std::string_view::npos ? "" : part.substr(0, slash + 1);
}

std::string ResolvePart(std::string_view folder, const std::string& target) {
  const std::string path = target.starts_with('/') ? target : std::string(folder) + target;
  std::vector<std::string_view> steps;
  for (std::string_view rest = path; !rest.empty();) {
    const std::string_view step = rest.substr(0, rest.find('/'));
    rest.remove_prefix(std::min(rest.size(), step.size() + 1));
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
  }
  std::string name;
  for (const std::string_view step : steps) name += (name.empty() ? "" : "/") + std::string(step);
  return name;
}

}  // namespace kaoping::document
