#include "scheme/scheme.h"

#include "base/check.h"
#include "rules/compile.h"
#include "scheme/vocabulary.h"

namespace kaoping::scheme {

std::optional<RuleRef> FindRule(const Scheme& scheme, std::string_view key_or_id) {
  for (const Section& section : scheme.sections) {
    for (const Task& task : section.tasks) {
      if (!task.criterion) continue;
      const std::vector<SchemeRule>& rules = task.criterion->rules;
      for (std::size_t i = 0; i < rules.size(); ++i) {
        if (rules[i].key == key_or_id || rules[i].id == key_or_id) {
          return RuleRef{&section, &task, &*task.criterion, static_cast<int>(i)};
        }
      }
    }
  }
  return std::nullopt;
}

std::vector<RuleRef> AllRules(const Scheme& scheme) {
  std::vector<RuleRef> all;
  for (const Section& section : scheme.sections) {
    for (const Task& task : section.tasks) {
      if (!task.criterion) continue;
      for (std::size_t i = 0; i < task.criterion->rules.size(); ++i) {
        all.push_back({&section, &task, &*task.criterion, static_cast<int>(i)});
      }
    }
  }
  return all;
}

std::vector<CriterionRef> AllCriteria(const Scheme& scheme) {
  std::vector<CriterionRef> all;
  for (const Section& section : scheme.sections) {
    for (const Task& task : section.tasks) {
      if (task.criterion && task.criterion->same_as.empty()) all.push_back({&section, &task});
    }
  }
  return all;
}

std::string NameWithRole(const Responsible& office) {
  if (!office.role) return office.name;
  const bool leads = *office.role == Responsible::Role::kLead;
  return fmt::format("{}（{}）", office.name, leads ? kLead : kSupport);
}

const std::string& DiagnosedText(const Criterion& criterion) {
  return criterion.settled_text.empty() ? criterion.text : criterion.settled_text;
}

const Task* FindTask(const Scheme& scheme, std::string_view key) {
  for (const Section& section : scheme.sections) {
    for (const Task& task : section.tasks) {
      if (task.key == key) return &task;
    }
  }
  return nullptr;
}

const Task* FindCriterion(const Scheme& scheme, const Task& task) {
  if (!task.criterion) return nullptr;
  return task.criterion->same_as.empty() ? &task : FindTask(scheme, task.criterion->same_as);
}

std::optional<Points> BaseOf(const Scheme& scheme, const Task& task) {
  if (!task.base) return std::nullopt;
  if (task.base->same_as.empty()) return task.base->points;
  const Task* const first = FindTask(scheme, task.base->same_as);
  return first != nullptr && first->base ? first->base->points : std::nullopt;
}

bool IsEmpty(const Criterion& criterion) {
  return criterion.rules.empty() && criterion.limits.empty() && criterion.policies.empty() &&
         criterion.links.empty();
}

std::string RuleKey(std::string_view task_key, std::size_t index) {
  return fmt::format("{}.{}", task_key, index + 1);
}

std::vector<std::string> ReadBackRules(const Criterion& criterion) {
  std::vector<rules::Rule> rules;
  rules.reserve(criterion.rules.size());
  for (const SchemeRule& rule : criterion.rules) rules.push_back(rule.rule);
  return rules::ReadBackRules(rules);
}

std::string LimitName(std::string_view task_key, std::size_t index) {
  return fmt::format("{}#{}", task_key, index + 1);
}

const char* ToString(Section::Kind kind) {
  switch (kind) {
    case Section::Kind::kOrdinary:
      return "ordinary";
    case Section::Kind::kIndividual:
      return "individual";
    case Section::Kind::kBonus:
      return "bonus";
    case Section::Kind::kUse:
      return "use";
  }
  KAOPING_CHECK(false);
}

const char* ToString(Settled settled) {
  switch (settled) {
    case Settled::kConfirmed:
      return "confirmed";
    case Settled::kReplaced:
      return "replaced";
    case Settled::kLeft:
      return "left";
  }
  KAOPING_CHECK(false);
}

const char* ToString(Responsible::By by) {
  switch (by) {
    case Responsible::By::kName:
      return "name";
    case Responsible::By::kGroup:
      return "group";
    case Responsible::By::kCase:
      return "case";
    case Responsible::By::kDocument:
      return "document";
  }
  KAOPING_CHECK(false);
}

const char* ToString(Responsible::Role role) {
  switch (role) {
    case Responsible::Role::kLead:
      return "lead";
    case Responsible::Role::kSupport:
      return "support";
  }
  KAOPING_CHECK(false);
}

}  // namespace kaoping::scheme
