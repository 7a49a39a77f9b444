#include "score/slice.h"

#include <algorithm>

namespace kaoping::score {
namespace {

using scheme::Criterion;
using scheme::Scheme;
using scheme::Section;
using scheme::Task;

bool Has(const Section& section, const std::string& task_key) {
  return std::any_of(section.tasks.begin(), section.tasks.end(),
                     [&](const Task& task) { return task.key == task_key; });
}

// Whether a task of the section shares something with a task of another one.
bool SharesAcross(const Section& section) {
  return std::any_of(section.tasks.begin(), section.tasks.end(), [&](const Task& task) {
    const bool base = task.base && !task.base->same_as.empty() && !Has(section, task.base->same_as);
    const bool criterion = task.criterion && !task.criterion->same_as.empty() &&
                           !Has(section, task.criterion->same_as);
    return base || criterion;
  });
}

bool HasRules(const Section& section) {
  return std::any_of(section.tasks.begin(), section.tasks.end(), [](const Task& task) {
    return task.criterion && !task.criterion->rules.empty();
  });
}

void Empty(Criterion& criterion) {
  criterion.rules.clear();
  criterion.policies.clear();
  std::erase_if(criterion.limits, [](const rules::Limit& limit) {
    return limit.scope != rules::Limit::Scope::kEveryItem &&
           limit.scope != rules::Limit::Scope::kScheme;
  });
}

}  // namespace

std::vector<Scheme> SliceBySection(const Scheme& scheme) {
  if (std::any_of(scheme.sections.begin(), scheme.sections.end(), SharesAcross)) return {scheme};
  std::vector<Scheme> slices;
  for (std::size_t kept = 0; kept < scheme.sections.size(); ++kept) {
    if (!HasRules(scheme.sections[kept])) continue;
    Scheme& slice = slices.emplace_back(scheme);
    for (std::size_t i = 0; i < slice.sections.size(); ++i) {
      if (i == kept) continue;
      for (Task& task : slice.sections[i].tasks) {
        if (task.criterion) Empty(*task.criterion);
      }
    }
  }
  return slices;
}

}  // namespace kaoping::score
