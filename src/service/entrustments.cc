#include "service/entrustments.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "service/entrusted.h"
#include "service/places.h"
#include "service/scheme_lookup.h"
#include "service/statements.h"
#include "service/texts.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

using nlohmann::ordered_json;

// What a row says: to whom, and which rules the task had then, by which the tasks of a later scheme
// are known.
struct Said {
  std::vector<std::string> units;
  std::vector<std::string> rules;  // lasting ids
};

std::string Write(const Said& said) {
  return ordered_json({{"units", said.units}, {"rules", said.rules}}).dump();
}

bool IsListOfTexts(const ordered_json& json, const char* field) {
  const auto list = json.find(field);
  return list != json.end() && list->is_array() &&
         std::all_of(list->begin(), list->end(),
                     [](const ordered_json& item) { return item.is_string(); });
}

Result<Said> Read(const store::EntrustmentRow& row) {
  const ordered_json json = ordered_json::parse(row.body, nullptr, /*allow_exceptions=*/false);
  if (json.is_object() && IsListOfTexts(json, "units") && IsListOfTexts(json, "rules")) {
    return Said{json["units"], json["rules"]};
  }
  return MakeError(ErrorKind::kCorrupt, "data-corrupt",
                   Say("存下的指标委托读不出来；请用 kaoping verify 校验数据",
                       "what was kept of entrusted tasks cannot be read; run kaoping verify"));
}

// The tasks of the scheme that a row is about.
std::set<std::string> TasksOf(const Ground& ground, const store::EntrustmentRow& row,
                              const Said& said) {
  std::set<std::string> tasks;
  if (row.scheme == ground.row.id) {
    tasks.insert(row.task);
    return tasks;
  }
  for (const std::string& rule : said.rules) {
    const std::optional<std::string> heir = ground.lineage.HeirOf(row.scheme, rule);
    const auto found = heir ? scheme::FindRule(ground.scheme, *heir) : std::nullopt;
    if (found) tasks.insert(found->task->key);
  }
  // Nothing could be counted yet, so no rule shows where it went.
  const bool has_rules = !said.rules.empty();
  if (!has_rules && scheme::FindTask(ground.scheme, row.task) != nullptr) tasks.insert(row.task);
  return tasks;
}

Result<std::vector<std::string>> NamesInRegister(const store::Transaction& transaction,
                                                 const std::vector<std::string>& units) {
  std::vector<std::string> names;
  for (const std::string& unit : units) {
    Result<Place> place = FindPlace(transaction, {.unit = unit}, Role::kDataSource);
    if (!place) {
      Error error = std::move(place).error();
      error.field = "units";
      return error;
    }
    if (std::find(names.begin(), names.end(), place->unit) == names.end()) {
      names.push_back(place->unit);
    }
  }
  return names;
}

std::vector<Entrustment> InOrder(const scheme::Scheme& scheme,
                                 std::map<std::string, Entrustment> standing) {
  std::vector<Entrustment> list;
  for (const scheme::CriterionRef& ref : scheme::AllCriteria(scheme)) {
    const auto found = standing.find(ref.task->key);
    if (found != standing.end()) list.push_back(std::move(found->second));
  }
  return list;
}

}  // namespace

Result<std::map<std::string, Entrustment>> StandingEntrustments(
    const store::Transaction& transaction, const Ground& ground) {
  std::map<std::string, Entrustment> standing;
  KAOPING_TRY(const std::vector<store::EntrustmentRow> rows,
              transaction.registers().Entrustments());
  const std::vector<std::string>& schemes = ground.lineage.schemes();
  for (const store::EntrustmentRow& row : rows) {
    if (std::find(schemes.begin(), schemes.end(), row.scheme) == schemes.end()) continue;
    KAOPING_TRY(const Said said, Read(row));
    for (const std::string& task : TasksOf(ground, row, said)) {
      standing[task] = {task, said.units, row.by, row.at, row.reason};
    }
  }
  std::erase_if(standing, [](const auto& item) { return item.second.units.empty(); });
  return standing;
}

Result<std::vector<Entrustment>> ListEntrustments(const Context& context,
                                                  std::string_view selector) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const Ground ground, LoadGround(*reading, selector));
  KAOPING_TRY(auto standing, StandingEntrustments(*reading, ground));
  return InOrder(ground.scheme, std::move(standing));
}

Result<std::vector<Entrustment>> EntrustTask(const Context& context, std::string_view selector,
                                             std::string_view task,
                                             const std::vector<std::string>& units,
                                             std::string_view reason) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kEntrust));
  KAOPING_TRY_STATUS(CheckRemark(reason, "reason"));
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(const Ground ground, LoadGround(*work, selector));
  KAOPING_TRY_STATUS(CheckNotSuperseded(ground.row));
  KAOPING_TRY(const scheme::Task* const owner, FindCriterionTask(ground.scheme, task));
  KAOPING_TRY(const std::vector<std::string> names, NamesInRegister(*work, units));
  KAOPING_TRY(auto standing, StandingEntrustments(*work, ground));
  const auto before = standing.find(owner->key);
  const bool is_same = before == standing.end() ? names.empty() : before->second.units == names;
  if (is_same) return InOrder(ground.scheme, std::move(standing));

  store::EntrustmentRow row;
  row.scheme = ground.row.id;
  row.task = owner->key;
  Said said{names, {}};
  for (const scheme::SchemeRule& rule : owner->criterion->rules) said.rules.push_back(rule.id);
  row.body = Write(said);
  row.reason = reason;
  KAOPING_TRY(row.entry, AppendEntry(*work, context.actor, context.now, action::kEntrustTask,
                                     StateEntrustment(row)));
  KAOPING_TRY_STATUS(work->registers().Entrust(row));
  KAOPING_TRY(standing, StandingEntrustments(*work, ground));
  KAOPING_TRY_STATUS(work->Commit());
  return InOrder(ground.scheme, std::move(standing));
}

}  // namespace kaoping::service
