#include "service/succession.h"

#include <limits>
#include <set>
#include <utility>

#include "scheme/rule_heirs.h"
#include "score/score.h"
#include "service/fact_check.h"
#include "service/fact_state.h"
#include "service/statements.h"
#include "service/units.h"

namespace kaoping::service {
namespace {

constexpr int kAll = std::numeric_limits<int>::max();

std::string KeyOf(const scheme::Scheme& scheme, const std::string& rule) {
  const auto found = scheme::FindRule(scheme, rule);
  return found ? found->Get().key : rule;
}

std::string SentenceOf(const scheme::Scheme& scheme, const std::string& rule) {
  const auto found = scheme::FindRule(scheme, rule);
  return found ? scheme::ReadBackRules(*found->criterion)[static_cast<std::size_t>(found->index)]
               : "";
}

// Every fact of a lineage that counts, by the rule that counts it.
Result<std::vector<RecordedFact>> FactsThatCount(const store::Transaction& transaction,
                                                 const Lineage& lineage) {
  store::FactSelection selection;
  selection.schemes = lineage.schemes();
  KAOPING_TRY(const std::vector<store::FactRow> rows, transaction.facts().Select(selection, kAll));
  KAOPING_TRY(const std::vector<store::DecisionRow> decisions,
              DecisionsOf(transaction, lineage, {}));
  KAOPING_TRY(std::vector<RecordedFact> facts, FoldFacts(rows, decisions, std::nullopt));
  for (RecordedFact& fact : facts) PutUnderHeir(lineage, fact);
  std::erase_if(facts, [](const RecordedFact& fact) { return !fact.counts; });
  return facts;
}

class Planner {
 public:
  Planner(const scheme::Scheme& before, const scheme::Scheme& after,
          const std::vector<RecordedFact>& facts)
      : before_(before), after_(after), facts_(facts) {}

  SuccessionPlan Plan() {
    std::map<std::string, bool> is_changed;
    for (const scheme::RuleHeir& heir : scheme::FindRuleHeirs(before_, after_)) {
      plan_.heirs[heir.before] = heir.after;
      is_changed[heir.before] = heir.is_changed;
    }
    LeaveWhatDoesNotFit();
    std::map<std::string, int> counts;
    for (const RecordedFact& fact : facts_) {
      const auto heir = plan_.heirs.find(fact.fact.rule);
      if (heir == plan_.heirs.end()) {
        Leave(fact, WhyUnfit(fact.fact.rule));
        continue;
      }
      ++plan_.told.facts;
      ++counts[fact.fact.rule];
      if (IsHeld(heir->second)) {
        Leave(fact, Say("规则{}现在挂账，核定后再计", "rule {} is pending and counts once settled",
                        KeyOf(after_, heir->second)));
      }
    }
    for (const scheme::RuleRef& rule : scheme::AllRules(before_))
      TellHeir(rule, is_changed, counts);
    return std::move(plan_);
  }

 private:
  // One fact that the new rule can't count leaves all facts of the old one behind: a part of them
  // would be a figure that nobody recorded.
  void LeaveWhatDoesNotFit() {
    for (const RecordedFact& recorded : facts_) {
      const auto heir = plan_.heirs.find(recorded.fact.rule);
      if (heir == plan_.heirs.end() || IsHeld(heir->second)) continue;
      score::Fact fact = recorded.fact;
      fact.rule = heir->second;
      const Status fits = score::CheckFact(after_, fact, /*day_required=*/true);
      if (fits) continue;
      unfit_.emplace(recorded.fact.rule, fits.error().message);
      plan_.heirs.erase(heir);
    }
  }

  Message WhyUnfit(const std::string& rule) const {
    const auto unfit = unfit_.find(rule);
    if (unfit != unfit_.end()) {
      return Say("改后的规则不能再计：{0}", "the changed rule can't count it: {1}",
                 unfit->second.zh, unfit->second.en);
    }
    return Say("修订后没有这条规则", "the revision has no such rule");
  }

  bool IsHeld(const std::string& rule) const {
    const auto found = scheme::FindRule(after_, rule);
    return found && found->criterion->held;
  }

  void Leave(const RecordedFact& fact, Message why) {
    plan_.told.left.push_back({fact.fact.id, fact.fact.unit, fact.fact.on,
                               KeyOf(before_, fact.fact.rule), SentenceOf(before_, fact.fact.rule),
                               std::move(why)});
  }

  void TellHeir(const scheme::RuleRef& rule, const std::map<std::string, bool>& is_changed,
                const std::map<std::string, int>& counts) {
    const auto heir = plan_.heirs.find(rule.Get().id);
    const auto count = counts.find(rule.Get().id);
    if (heir == plan_.heirs.end() || count == counts.end()) return;
    HeirRule told = {rule.Get().key, KeyOf(after_, heir->second), is_changed.at(rule.Get().id),
                     count->second};
    if (told.is_changed || told.before != told.after) plan_.told.rules.push_back(std::move(told));
  }

  const scheme::Scheme& before_;
  const scheme::Scheme& after_;
  const std::vector<RecordedFact>& facts_;
  SuccessionPlan plan_;
  std::map<std::string, Message> unfit_;
};

// A published one among those that revise `row`; nullptr if there is none.
const store::SchemeRow* FindLater(const std::vector<store::SchemeRow>& rows,
                                  const store::SchemeRow& row) {
  for (const store::SchemeRow& other : rows) {
    if (other.publication && Revises(rows, other, row.id)) return &other;
  }
  return nullptr;
}

}  // namespace

Result<std::optional<SuccessionPlan>> PlanSuccession(const store::Transaction& transaction,
                                                     const store::SchemeRow& row,
                                                     const ReviewedScheme& reviewed) {
  KAOPING_TRY(const std::vector<store::SchemeRow> rows, transaction.schemes().All());
  if (const store::SchemeRow* const later = FindLater(rows, row)) {
    return MakeError(ErrorKind::kConflict, "scheme-superseded",
                     Say("方案《{0}》（{1}）的修订{2}已经发布，这一稿不能再发布",
                         "the revision {2} of scheme '{0}' ({1}) is published; this one can't be "
                         "published any more",
                         row.title, row.id, later->id));
  }
  const store::SchemeRow* const before = FindPublished(rows, row);
  if (before == nullptr) return std::optional<SuccessionPlan>();
  if (!before->followed_by.empty()) {
    return MakeError(
        ErrorKind::kConflict, "revision-outdated",
        Say("《{0}》（{1}）所修订的{2}已经由另一稿{3}取代，直接发布会丢掉那一稿的改动；"
            "请在{3}的基础上重新导入或附上补充规定",
            "'{0}' ({1}) revises {2}, whose place another revision, {3}, has taken; "
            "publishing it would undo that: import it, or attach it, on top of {3}",
            row.title, row.id, before->id, before->followed_by));
  }
  KAOPING_TRY(const ReviewedScheme in_force, LoadReviewed(transaction, *before));
  KAOPING_TRY(const Lineage lineage, Lineage::Load(transaction, *before));
  KAOPING_TRY(const std::vector<RecordedFact> facts, FactsThatCount(transaction, lineage));
  SuccessionPlan plan = Planner(in_force.scheme, reviewed.scheme, facts).Plan();
  plan.told.follows = before->id;
  return std::optional(std::move(plan));
}

Status CheckSuccession(const store::Transaction& transaction, const ReviewedScheme& reviewed,
                       const SuccessionPlan& plan, LeftFacts left) {
  constexpr std::size_t kMostNamed = 3;
  const std::vector<LeftFact>& behind = plan.told.left;
  if (!behind.empty() && left == LeftFacts::kRefuse) {
    Message list;
    for (std::size_t i = 0; i < behind.size() && i < kMostNamed; ++i) {
      const LeftFact& fact = behind[i];
      list.zh += fmt::format("{}{}（{}，规则{}）：{}", i == 0 ? "" : "；", fact.id, fact.unit,
                             fact.rule, fact.why.zh);
      list.en += fmt::format("{}{} ({}, rule {}): {}", i == 0 ? "" : "; ", fact.id, fact.unit,
                             fact.rule, fact.why.en);
    }
    if (behind.size() > kMostNamed) {
      list.zh += "……";
      list.en += "…";
    }
    return MakeError(
        ErrorKind::kInvalid, "facts-left-behind",
        Say("发布这一稿后，有{0}条已记录的事实不再计分（{1}）；事实都还在，要让它们计分请按新规则"
            "重新记录；确认这样发布，请说明",
            "{0} recorded facts will not count once this is published ({2}); they stay on record, "
            "and to make them count record them for the new rules; to publish all the same, say so",
            behind.size(), list.zh, list.en),
        "leave_facts");
  }
  KAOPING_TRY(const std::vector<store::SchemeRow> rows, transaction.schemes().All());
  const store::SchemeRow* const before = FindRow(rows, plan.told.follows);
  KAOPING_TRY(const Lineage lineage, Lineage::Load(transaction, *before));
  KAOPING_TRY(const Units units, Units::Load(transaction, reviewed.scheme));
  for (const std::string& unit : units.All()) {
    KAOPING_TRY(const std::vector<std::string> names, units.NamesOf(unit));
    KAOPING_TRY(std::vector<score::Fact> facts,
                FactsOfUnit(transaction, lineage, names, std::nullopt));
    std::vector<score::Fact> kept;
    for (score::Fact& fact : facts) {
      const auto heir = plan.heirs.find(fact.rule);
      if (heir == plan.heirs.end()) continue;
      fact.rule = heir->second;
      const auto rule = scheme::FindRule(reviewed.scheme, fact.rule);
      if (rule && !rule->criterion->held) kept.push_back(std::move(fact));
    }
    KAOPING_TRY_STATUS(CheckTogether(reviewed.scheme, unit, kept));
  }
  return Ok();
}

Status KeepSuccession(store::Transaction& work, const Context& context, const std::string& scheme,
                      const SuccessionPlan& plan) {
  std::vector<std::string> left;
  for (const LeftFact& fact : plan.told.left) left.push_back(fact.id);
  store::SuccessionRow row;
  row.scheme = scheme;
  row.follows = plan.told.follows;
  row.body = WriteSuccession(plan.heirs, left);
  KAOPING_TRY(row.entry, AppendEntry(work, context.actor, context.now, action::kSucceedScheme,
                                     StateSuccession(row)));
  return work.schemes().Succeed(row);
}

}  // namespace kaoping::service
