#include "api/views.h"

#include <nlohmann/json.hpp>

#include "rules/compile.h"
#include "rules/ir/json.h"
#include "scheme/json.h"
#include "score/json.h"

namespace kaoping::api {
namespace {

using nlohmann::ordered_json;

void PutText(ordered_json& json, const char* name, const std::string& text) {
  if (!text.empty()) json[name] = text;
}

void PutTime(ordered_json& json, const char* name, const std::optional<Timestamp>& time) {
  if (time) json[name] = time->ToString();
}

ordered_json ReadBackAll(const scheme::Scheme& scheme) {
  ordered_json sentences = ordered_json::object();
  for (const scheme::Section& section : scheme.sections) {
    for (const scheme::Task& task : section.tasks) {
      if (!task.criterion) continue;
      const auto& rules = task.criterion->rules;
      const auto of_rules = scheme::ReadBackRules(*task.criterion);
      for (std::size_t i = 0; i < rules.size(); ++i) sentences[rules[i].key] = of_rules[i];
      const auto& limits = task.criterion->limits;
      for (std::size_t i = 0; i < limits.size(); ++i) {
        sentences[scheme::LimitName(task.key, i)] = rules::ReadBack(limits[i]);
      }
    }
  }
  return sentences;
}

ordered_json ViewQuestions(const std::vector<service::Question>& questions) {
  ordered_json json = ordered_json::array();
  for (const service::Question& question : questions) {
    ordered_json& last = json.emplace_back(ordered_json::object());
    PutText(last, "about", question.about);
    last["kind"] = question.kind;
    last["text"] = question.text;
    PutText(last, "proposal", question.proposal);
  }
  return json;
}

}  // namespace

ordered_json ViewUser(const service::Account& account) {
  ordered_json json = {{"name", account.name},
                       {"display", account.display},
                       {"role", service::ToString(account.role)},
                       {"role_title", service::TitleOf(account.role)}};
  PutText(json, "unit", account.place.unit);
  PutText(json, "office", account.place.office);
  if (account.has_temporary_password) json["temporary_password"] = true;
  json["created_at"] = account.created_at.ToString();
  PutTime(json, "locked_until", account.locked_until);
  return json;
}

ordered_json ViewSession(const service::Account& account) {
  ordered_json can = ordered_json::array();
  for (const service::Action action : service::ActionsOf(account.role)) {
    can.push_back(service::ToString(action));
  }
  ordered_json json = {{"name", account.name},
                       {"display", account.display},
                       {"role", service::ToString(account.role)},
                       {"role_title", service::TitleOf(account.role)},
                       {"can", std::move(can)}};
  PutText(json, "unit", account.place.unit);
  PutText(json, "office", account.place.office);
  if (account.has_temporary_password) json["temporary_password"] = true;
  if (account.must_change_password) json["must_change_password"] = true;
  return json;
}

ordered_json View(const service::NewPassword& password) {
  return {{"name", password.name}, {"password", password.password}};
}

ordered_json View(const service::SchemeSummary& summary) {
  ordered_json json = {{"id", summary.id}, {"title", summary.title}};
  PutText(json, "number", summary.number);
  PutText(json, "issuer", summary.issuer);
  json.update({{"year", summary.year},
               {"state", service::ToString(summary.state)},
               {"sections", summary.sections},
               {"tasks", summary.tasks},
               {"bonuses", summary.bonuses},
               {"uses", summary.uses},
               {"rules", summary.rules},
               {"pending", summary.pending},
               {"errors", summary.errors},
               {"warnings", summary.warnings},
               {"imported_by", summary.imported_by},
               {"imported_at", summary.imported_at.ToString()}});
  PutText(json, "published_by", summary.published_by);
  PutTime(json, "published_at", summary.published_at);
  PutText(json, "publication_reason", summary.publication_reason);
  if (!summary.revises.empty()) {
    json.update({{"revision", summary.revision},
                 {"revises", summary.revises},
                 {"is_supplement", summary.is_supplement}});
  }
  PutText(json, "superseded_by", summary.superseded_by);
  return json;
}

ordered_json View(const service::RevisionView& revision) {
  return {{"revises", revision.revises},
          {"title", revision.title},
          {"number", revision.number},
          {"was_published", revision.was_published},
          {"differences", revision.diff}};
}

ordered_json View(const service::CarriedSettlement& carried) {
  ordered_json json = {{"task", carried.task},
                       {"words", carried.words},
                       {"how", scheme::ToString(carried.how)},
                       {"scheme", carried.scheme},
                       {"title", carried.title},
                       {"year", carried.year},
                       {"by", carried.word.by},
                       {"at", carried.word.at.ToString()}};
  PutText(json, "reason", carried.word.note);
  return json;
}

ordered_json View(const std::vector<scheme::Untaken>& untaken) {
  ordered_json items = ordered_json::array();
  for (const scheme::Untaken& one : untaken) {
    items.push_back({{"task", one.task}, {"what", ToString(one.what)}, {"says", one.says}});
  }
  return items;
}

ordered_json View(const std::vector<service::CarriedSettlement>& carried) {
  ordered_json items = ordered_json::array();
  for (const service::CarriedSettlement& one : carried) items.push_back(View(one));
  return items;
}

ordered_json View(const service::Succession& succession, Language language) {
  ordered_json rules = ordered_json::array();
  for (const service::HeirRule& rule : succession.rules) {
    rules.push_back({{"before", rule.before},
                     {"after", rule.after},
                     {"is_changed", rule.is_changed},
                     {"facts", rule.facts}});
  }
  ordered_json left = ordered_json::array();
  for (const service::LeftFact& fact : succession.left) {
    ordered_json& last = left.emplace_back(ordered_json{{"id", fact.id}, {"unit", fact.unit}});
    if (fact.on) last["on"] = fact.on->ToString();
    last.update({{"rule", fact.rule}, {"sentence", fact.sentence}, {"why", fact.why.In(language)}});
  }
  return {{"follows", succession.follows},
          {"facts", succession.facts},
          {"rules", std::move(rules)},
          {"left", std::move(left)}};
}

ordered_json View(const service::ImportOutcome& outcome) {
  ordered_json json = {
      {"id", outcome.summary.id},           {"summary", View(outcome.summary)},
      {"carried", outcome.carried.size()},  {"carried_settlements", View(outcome.carried)},
      {"diagnostics", outcome.diagnostics}, {"questions", ViewQuestions(outcome.questions)}};
  if (outcome.revision) json["revision"] = View(*outcome.revision);
  return json;
}

namespace {

ordered_json View(const notice::SeenTable& table) {
  ordered_json columns = ordered_json::array();
  for (const notice::Column& column : table.columns) {
    columns.push_back({{"number", column.number},
                       {"heading", column.heading},
                       {"role", notice::ToString(column.role)},
                       {"confidence", column.confidence}});
  }
  ordered_json json = {{"number", table.number}, {"rows", table.rows}};
  PutText(json, "title", table.title);
  json["taken"] = table.is_taken;
  if (table.is_remembered) json["remembered"] = true;
  json["width"] = table.width;
  json["columns"] = std::move(columns);
  json["sample"] = table.sample;
  return json;
}

}  // namespace

ordered_json View(const std::vector<notice::SeenTable>& seen) {
  ordered_json tables = ordered_json::array();
  for (const notice::SeenTable& table : seen) tables.push_back(View(table));
  return tables;
}

ordered_json View(const scheme::ParseOutcome& preview, Language language) {
  ordered_json questions = ordered_json::array();
  for (const scheme::Question& question : preview.questions) {
    ordered_json& last = questions.emplace_back(ordered_json::object());
    PutText(last, "about", question.about);
    last["kind"] = question.kind;
    last["text"] = question.text.In(language);
    PutText(last, "proposal", question.proposal);
  }
  return {{"tables", View(preview.tables)},
          {"scheme", preview.scheme},
          {"readback", ReadBackAll(preview.scheme)},
          {"questions", std::move(questions)}};
}

ordered_json View(const service::SchemeView& view, Language language) {
  ordered_json pending = ordered_json::array();
  for (const service::Pending& item : view.pending) {
    ordered_json& last = pending.emplace_back(ordered_json::object());
    PutText(last, "task", item.task);
    last["why"] = item.why.In(language);
  }
  ordered_json findings = ordered_json::array();
  for (const service::ReviewedFinding& finding : view.findings) {
    findings.push_back(View(finding, language));
  }
  ordered_json settlements = ordered_json::object();
  for (const auto& [task, settlement] : view.settlements) settlements[task] = View(settlement);
  ordered_json json = {
      {"id", view.summary.id},           {"state", service::ToString(view.summary.state)},
      {"scheme", view.scheme},           {"readback", ReadBackAll(view.scheme)},
      {"pending", std::move(pending)},   {"questions", ViewQuestions(view.questions)},
      {"findings", std::move(findings)}, {"settlements", std::move(settlements)}};
  PutText(json, "revises", view.summary.revises);
  if (!view.summary.revises.empty()) json["is_supplement"] = view.summary.is_supplement;
  PutText(json, "superseded_by", view.summary.superseded_by);
  return json;
}

ordered_json View(const service::RecordedFact& fact) {
  ordered_json json = fact.fact;
  json["recorded_by"] = fact.recorded_by;
  json["recorded_at"] = fact.recorded_at.ToString();
  PutText(json, "decided_by", fact.decided_by);
  PutTime(json, "decided_at", fact.decided_at);
  PutText(json, "decision_note", fact.decision_note);
  if (!fact.counts) json["left_behind"] = fact.scheme;
  return json;
}

}  // namespace kaoping::api
