#include "service/owed.h"

#include <algorithm>
#include <string>
#include <vector>

#include "scheme/questions.h"

namespace kaoping::service {
namespace {

using scheme::Responsible;
using scheme::Task;

// The task and those that share its criterion, in the order of the scheme.
std::vector<const Task*> TasksOf(const scheme::Scheme& scheme, const std::string& key) {
  std::vector<const Task*> tasks;
  for (const scheme::Section& section : scheme.sections) {
    for (const Task& task : section.tasks) {
      const bool shares = task.criterion && task.criterion->same_as == key;
      if (task.key == key || shares) tasks.push_back(&task);
    }
  }
  return tasks;
}

class Offices {
 public:
  Offices(const Units& units, const std::string& unit) : units_(units), unit_(unit) {}

  void Add(const Responsible& responsible) {
    for (const std::string& name : units_.MembersOf(unit_, responsible.name)) {
      if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(name);
    }
  }

  std::vector<std::string> Take() { return std::move(names_); }

 private:
  const Units& units_;
  const std::string& unit_;
  std::vector<std::string> names_;
};

const std::string& LeadOf(const score::Owed& owed) {
  static const std::string nobody;
  return owed.offices.empty() ? nobody : owed.offices.front();
}

}  // namespace

void PutUnderOffices(const Ground& ground, score::Scorecard& card) {
  for (score::Owed& owed : card.owed) {
    const std::vector<const Task*> tasks = TasksOf(ground.scheme, owed.task);
    Offices offices(ground.units, card.unit);
    for (const Task* const task : tasks) {
      const Responsible* const lead = scheme::ProposedLead(*task);
      if (task->key == owed.task && lead != nullptr) offices.Add(*lead);
    }
    for (const Task* const task : tasks) {
      for (const Responsible& responsible : task->responsible) offices.Add(responsible);
    }
    owed.offices = offices.Take();
  }
  std::stable_sort(card.owed.begin(), card.owed.end(),
                   [](const score::Owed& a, const score::Owed& b) {
                     return a.due != b.due ? a.due < b.due : LeadOf(a) < LeadOf(b);
                   });
}

}  // namespace kaoping::service
