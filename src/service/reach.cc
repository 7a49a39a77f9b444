#include "service/reach.h"

#include <algorithm>
#include <utility>

#include "service/entrusted.h"
#include "service/texts.h"

namespace kaoping::service {
namespace {

using scheme::Responsible;

bool IsOutside(Role role) { return role == Role::kIndicatorOwner || role == Role::kDataSource; }

// Whether one of `offices` is among those that a name of the notice means. What each case or
// another document decides, and a group that nobody has said the members of (相关处室), may be
// anybody.
bool Means(const Ground& ground, const std::string& unit, const Responsible& responsible,
           const std::set<std::string>& offices) {
  using By = Responsible::By;
  if (responsible.by == By::kCase || responsible.by == By::kDocument) return true;
  const std::vector<std::string> members = ground.units.MembersOf(unit, responsible.name);
  if (responsible.by == By::kGroup && members == std::vector{responsible.name}) return true;
  return std::any_of(members.begin(), members.end(),
                     [&](const std::string& member) { return offices.contains(member); });
}

// A task that names nobody, as bonuses do, is anybody's.
bool AnswersFor(const Ground& ground, const std::string& unit, const std::set<std::string>& offices,
                const scheme::Task& task) {
  return task.responsible.empty() || std::any_of(task.responsible.begin(), task.responsible.end(),
                                                 [&](const Responsible& responsible) {
                                                   return Means(ground, unit, responsible, offices);
                                                 });
}

// Of a criterion that several tasks share, each of them counts.
std::set<std::string> RulesOfOffices(const Ground& ground, const std::string& unit,
                                     const std::set<std::string>& offices) {
  std::set<std::string> rules;
  for (const scheme::Section& section : ground.scheme.sections) {
    for (const scheme::Task& task : section.tasks) {
      const scheme::Task* const owner = scheme::FindCriterion(ground.scheme, task);
      if (owner == nullptr || !AnswersFor(ground, unit, offices, task)) continue;
      for (const scheme::SchemeRule& rule : owner->criterion->rules) rules.insert(rule.id);
    }
  }
  return rules;
}

Result<std::set<std::string>> RulesEntrustedTo(const store::Transaction& transaction,
                                               const Ground& ground, const std::string& unit) {
  std::set<std::string> rules;
  KAOPING_TRY(const auto standing, StandingEntrustments(transaction, ground));
  for (const auto& [task, entrustment] : standing) {
    const bool is_theirs =
        std::any_of(entrustment.units.begin(), entrustment.units.end(),
                    [&](const std::string& name) { return ground.units.AreSame(name, unit); });
    const scheme::Task* const owner = scheme::FindTask(ground.scheme, task);
    if (!is_theirs || owner == nullptr || !owner->criterion) continue;
    for (const scheme::SchemeRule& rule : owner->criterion->rules) rules.insert(rule.id);
  }
  return rules;
}

Error OutsideReach(std::string_view field, Message message) {
  return MakeError(ErrorKind::kForbidden, "outside-reach", std::move(message), field);
}

}  // namespace

Result<Reach> Reach::Load(const store::Transaction& transaction, const Ground& ground,
                          const Actor& actor) {
  KAOPING_TRY(Reach reach, Find(transaction, ground, actor));
  for (const std::string& unit : reach.units_) {
    KAOPING_TRY(const std::vector<std::string> names, ground.units.NamesOf(unit));
    reach.names_.insert(reach.names_.end(), names.begin(), names.end());
  }
  return reach;
}

Result<Reach> Reach::Find(const store::Transaction& transaction, const Ground& ground,
                          const Actor& actor) {
  Reach reach;
  reach.actor_ = actor;
  const std::vector<std::string> all = ground.units.All();
  const Place& place = actor.place;
  if (place.unit.empty()) {
    if (!NeedsUnit(actor.role)) reach.units_ = all;
    return reach;
  }
  if (IsOutside(actor.role)) {
    reach.units_ = all;
    KAOPING_TRY(reach.rules_, RulesEntrustedTo(transaction, ground, place.unit));
    return reach;
  }
  // Its name may have changed since; what the scheme does not assess has nothing in it.
  const auto own = std::find_if(all.begin(), all.end(), [&](const std::string& unit) {
    return ground.units.AreSame(unit, place.unit);
  });
  if (own == all.end()) return reach;
  reach.units_ = {*own};
  if (!IsOfOffice(actor.role) || place.office.empty()) return reach;
  const std::vector<std::string> offices = ground.units.OfficesWithin(*own, place.office);
  reach.offices_.emplace(offices.begin(), offices.end());
  reach.rules_ = RulesOfOffices(ground, *own, *reach.offices_);
  return reach;
}

bool Reach::HasUnit(std::string_view unit) const {
  return std::find(names_.begin(), names_.end(), unit) != names_.end();
}

Status Reach::CheckUnit(std::string_view unit) const {
  if (HasUnit(unit)) return Ok();
  if (units_.empty()) {
    return OutsideReach("unit",
                        Say("您的账号还没有所属单位，看不到“{}”的情况；请系统管理员设定所属单位",
                            "your account belongs to no unit that is assessed, so nothing of '{}' "
                            "is open to you; ask the system administrator for your unit",
                            Shorten(unit)));
  }
  return OutsideReach("unit", Say("“{0}”不在您的管理范围（{1}）内；请由该单位或考评办的人办理",
                                  "'{0}' is not yours to see ({1} is); ask somebody of that unit, "
                                  "or of the appraisal office",
                                  Shorten(unit), units_.front()));
}

bool Reach::Has(const RecordedFact& recorded) const {
  const score::Fact& fact = recorded.fact;
  if (!HasUnit(fact.unit)) return false;
  if (!offices_) return recorded.counts ? HasRule(fact.rule) : !rules_;
  if (recorded.recorded_by == actor_.name) return true;
  if (!fact.office.empty()) return HasOffice(fact.office);
  return recorded.counts && HasRule(fact.rule);
}

Status Reach::TakeReport(score::Fact& fact) const {
  KAOPING_TRY_STATUS(CheckUnit(fact.unit));
  if (!HasRule(fact.rule)) {
    return OutsideReach(
        "rule", offices_ ? Say("这一条不是“{}”承担的任务；请由责任处室报告",
                               "the task of this rule is not the work of {}; let one of its "
                               "offices report",
                               actor_.place.office)
                         : Say("这一条没有委托“{}”；请方案管理员先行委托",
                               "the task of this rule is not entrusted to {}; ask the scheme "
                               "keeper to entrust it",
                               actor_.place.unit));
  }
  if (!offices_) return Ok();
  if (fact.office.empty()) fact.office = actor_.place.office;
  if (HasOffice(fact.office)) return Ok();
  return OutsideReach("office", Say("不能记在“{0}”名下：您只能替“{1}”报告",
                                    "this can't be put down to '{0}': you report for {1}",
                                    Shorten(fact.office), actor_.place.office));
}

}  // namespace kaoping::service
