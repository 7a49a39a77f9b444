#include "scheme/unknown_offices.h"

#include <algorithm>
#include <map>
#include <utility>

#include "notice/offices.h"
#include "scheme/diff_words.h"

namespace kaoping::scheme {
namespace {

Message TextOf(const UnknownOffice& unknown) {
  const std::string tasks = Listed(unknown.tasks);
  if (unknown.nearest.empty()) {
    return Say("名录中没有 {0} 的“{1}”：请补上，或指定它是哪个处室",
               "the register has no \"{1}\" (in {0}): add it, or say which office it is", tasks,
               unknown.name);
  }
  return Say("名录中没有 {0} 的“{1}”，最接近的是{2}：请指定是哪个处室",
             "the register has no \"{1}\" (in {0}), the nearest are {2}: say which office it is",
             tasks, unknown.name, Listed(unknown.nearest));
}

}  // namespace

const registry::Unit* IssuerOf(const Scheme& scheme, const registry::Register& offices) {
  const registry::Unit* const only = registry::OnlyAssessed(offices);
  if (scheme.notice.issuer.empty() && only != nullptr) return only;
  return registry::FindUnit(offices, scheme.notice.issuer);
}

bool IsOpen(const Responsible& office) {
  if (office.by != Responsible::By::kGroup) return false;
  const std::vector<notice::Office> read = notice::ReadOffices(office.name);
  return std::any_of(read.begin(), read.end(),
                     [](const notice::Office& one) { return one.by == notice::Office::By::kOpen; });
}

std::vector<UnknownOffice> FindUnknownOffices(const Scheme& scheme,
                                              const registry::Register& offices,
                                              const registry::Unit& unit) {
  std::vector<UnknownOffice> unknown;
  std::map<std::string, std::size_t> known;  // by name, its index in `unknown`
  for (const Section& section : scheme.sections) {
    for (const Task& task : section.tasks) {
      std::vector<std::string> names;
      for (const Responsible& office : task.responsible) {
        const bool is_fixed = office.by == Responsible::By::kName ||
                              (office.by == Responsible::By::kGroup && !IsOpen(office));
        if (is_fixed) names.push_back(office.name);
      }
      for (registry::UnknownName& name : registry::FindUnknown(offices, unit, names)) {
        const auto [found, is_new] = known.try_emplace(name.name, unknown.size());
        if (is_new) unknown.push_back({&section, &task, name.name, std::move(name.nearest), {}});
        unknown[found->second].tasks.push_back(task.key);
      }
    }
  }
  return unknown;
}

std::vector<Question> AskAboutUnknownOffices(const Scheme& scheme,
                                             const registry::Register& offices) {
  const registry::Unit* const unit = IssuerOf(scheme, offices);
  if (unit == nullptr) {
    return {{"", "unit-unknown",
             Say("名录中没有发文机关“{}”，处室名称没有核对：请在名录中补上它",
                 "the register has no unit \"{}\", so that offices were not checked: add it",
                 scheme.notice.issuer),
             ""}};
  }
  std::vector<Question> questions;
  for (const UnknownOffice& unknown : FindUnknownOffices(scheme, offices, *unit)) {
    questions.push_back({unknown.task->key, "office-unknown", TextOf(unknown), ""});
  }
  return questions;
}

}  // namespace kaoping::scheme
