// What a person settles, in the shapes of api/openapi.yaml.

#include <nlohmann/json.hpp>

#include "api/views.h"
#include "rules/compile.h"
#include "rules/ir/json.h"
#include "scheme/scheme.h"
#include "scheme/words.h"

namespace kaoping::api {
namespace {

using nlohmann::ordered_json;

void PutText(ordered_json& json, const char* name, const std::string& text) {
  if (!text.empty()) json[name] = text;
}

void PutSpan(ordered_json& json, const Span& span) {
  if (!span.IsEmpty()) json["span"] = span;
}

ordered_json ViewRows(const std::vector<score::BoundaryRow>& rows) {
  ordered_json json = ordered_json::array();
  for (const score::BoundaryRow& row : rows) {
    json.push_back({{"given", row.given}, {"result", row.result}});
  }
  return json;
}

// Nothing where a person's own rule points at all of the criterion, for want of words of its own.
Span OwnWords(const scheme::Criterion& criterion, const Span& span) {
  const bool is_all = span == scheme::WholeOf(criterion.text);
  return criterion.settled == scheme::Settled::kReplaced && is_all ? Span{} : span;
}

const score::Boundary* FindBoundary(const std::vector<score::Boundary>& boundaries,
                                    const std::string& rule) {
  for (const score::Boundary& boundary : boundaries) {
    if (boundary.rule == rule) return &boundary;
  }
  return nullptr;
}

ordered_json ViewRule(const std::string& key, const std::string& sentence, const Span& span,
                      const std::vector<score::Boundary>& boundaries) {
  ordered_json json = {{"key", key}, {"sentence", sentence}};
  PutSpan(json, span);
  const score::Boundary* const boundary = FindBoundary(boundaries, key);
  if (boundary != nullptr) {
    PutText(json, "premise", boundary->premise);
    PutText(json, "undecided", boundary->undecided);
  }
  json["examples"] = boundary ? ViewRows(boundary->examples) : ordered_json::array();
  json["table"] = boundary ? ViewRows(boundary->table) : ordered_json::array();
  return json;
}

// Limits, policies and links.
ordered_json ViewClauses(const std::string& task, const std::vector<rules::Limit>& limits,
                         const std::vector<rules::Policy>& policies,
                         const std::vector<rules::Link>& links) {
  ordered_json json = ordered_json::array();
  const auto add = [&json](const char* kind, const std::string& sentence, const Span& span) {
    ordered_json& last = json.emplace_back(ordered_json{{"kind", kind}, {"sentence", sentence}});
    PutSpan(last, span);
    return &last;
  };
  for (std::size_t i = 0; i < limits.size(); ++i) {
    ordered_json* const last = add("limit", rules::ReadBack(limits[i]), limits[i].span);
    (*last)["key"] = scheme::LimitName(task, i);
  }
  for (const rules::Policy& policy : policies) add("policy", rules::ReadBack(policy), policy.span);
  for (const rules::Link& link : links) add("link", rules::ReadBack(link), link.span);
  return json;
}

ordered_json View(const service::Confirmation& confirmation) {
  ordered_json json = {{"by", confirmation.by}, {"at", confirmation.at.ToString()}};
  PutText(json, "note", confirmation.note);
  PutText(json, "carried_from", confirmation.carried_from);
  return json;
}

}  // namespace

ordered_json View(const service::SettlementView& settlement) {
  ordered_json json = {{"how", scheme::ToString(settlement.how)}};
  PutText(json, "text", settlement.text);
  PutText(json, "reason", settlement.word.note);
  json["by"] = settlement.word.by;
  json["at"] = settlement.word.at.ToString();
  PutText(json, "carried_from", settlement.word.carried_from);
  return json;
}

ordered_json View(const service::ReviewedFinding& finding, Language language) {
  ordered_json json = finding.finding;
  json["message"] = finding.finding.diagnostic.message.In(language);
  json.erase("message_en");
  if (finding.confirmed) json["confirmed"] = View(*finding.confirmed);
  return json;
}

ordered_json View(const service::CriterionView& view, Language language) {
  const scheme::Criterion& criterion = *view.task.criterion;
  ordered_json json = {{"task", view.task.key}};
  PutText(json, "content", view.task.content.text);
  json["text"] = criterion.text;
  ordered_json& rules = json["rules"] = ordered_json::array();
  const std::vector<std::string> sentences = scheme::ReadBackRules(criterion);
  for (std::size_t i = 0; i < criterion.rules.size(); ++i) {
    const scheme::SchemeRule& rule = criterion.rules[i];
    rules.push_back(
        ViewRule(rule.key, sentences[i], OwnWords(criterion, rule.rule.span), view.boundaries));
  }
  json["clauses"] =
      ViewClauses(view.task.key, criterion.limits, criterion.policies, criterion.links);
  json["written"] = view.written;
  if (view.pending) json["pending"] = view.pending->In(language);
  json["confirmable"] = view.may_be_confirmed;
  ordered_json& findings = json["findings"] = ordered_json::array();
  for (const service::ReviewedFinding& finding : view.findings) {
    findings.push_back(View(finding, language));
  }
  if (view.settlement) json["settlement"] = View(*view.settlement);
  ordered_json& history = json["history"] = ordered_json::array();
  for (const service::SettlementView& word : view.history) history.push_back(View(word));
  return json;
}

ordered_json View(const service::TriedReading& tried, Language language) {
  ordered_json json = {{"rules", ordered_json::array()}};
  for (std::size_t i = 0; i < tried.sentences.size(); ++i) {
    json["rules"].push_back(
        ViewRule(tried.keys[i], tried.sentences[i], tried.reading.rules[i].span, tried.boundaries));
  }
  json["clauses"] =
      ViewClauses(tried.task, tried.reading.limits, tried.reading.policies, tried.reading.links);
  json["written"] = tried.written;
  ordered_json& diagnostics = json["diagnostics"] = ordered_json::array();
  for (const Diagnostic& diagnostic : tried.reading.diagnostics) {
    ordered_json& last = diagnostics.emplace_back(ordered_json(diagnostic));
    last["message"] = diagnostic.message.In(language);
  }
  json["acceptable"] = tried.is_acceptable;
  return json;
}

}  // namespace kaoping::api
