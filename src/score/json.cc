#include "score/json.h"

#include <nlohmann/json.hpp>

#include "rules/ir/json.h"
#include "score/score.h"

namespace kaoping::score {
namespace {

using nlohmann::ordered_json;

void Put(ordered_json& json, const char* name, const std::string& text) {
  if (!text.empty()) json[name] = text;
}

void Put(ordered_json& json, const char* name, const std::optional<Decimal>& figure) {
  if (figure) json[name] = figure->ToString();
}

void Put(ordered_json& json, const char* name, const std::optional<int>& number) {
  if (number) json[name] = std::to_string(*number);
}

void Put(ordered_json& json, const char* name, const std::optional<bool>& flag) {
  if (flag) json[name] = *flag;
}

void PutTrue(ordered_json& json, const char* name, bool flag) {
  if (flag) json[name] = true;
}

ordered_json ConsequenceToJson(const rules::Consequence& consequence) {
  ordered_json json = ordered_json::object();
  Put(json, "grade", consequence.grade);
  Put(json, "lower", consequence.lower);
  Put(json, "bar", consequence.bar);
  PutTrue(json, "last", consequence.last);
  return json;
}

// What `evaluate` writes for each unit.
ordered_json Summary(const Scorecard& card) {
  ordered_json json = {{"unit", card.unit},
                       {"reading", ToString(card.reading)},
                       {"total", card.total.ToString()},
                       {"net", card.net}};
  if (!card.evaluated) json["evaluated"] = false;
  json["deducted"] = card.deducted.ToString();
  json["bonus"] = card.bonus.ToString();
  json["rules"] = card.rules;
  json["cut"] = card.cut;
  json["open"] = card.open;
  json["vetoes"] = card.vetoes;
  return json;
}

}  // namespace

void to_json(ordered_json& json, const Fact& fact) {
  json = {{"unit", fact.unit}, {"rule", fact.rule}};
  if (fact.on) json["on"] = fact.on->ToString();
  if (fact.known) json["known"] = fact.known->ToString();
  Put(json, "id", fact.id);
  Put(json, "reverses", fact.reverses);
  Put(json, "holds", fact.holds);
  Put(json, "count", fact.count);
  Put(json, "value", fact.value);
  Put(json, "add", fact.add);
  if (fact.present) json["present"] = *fact.present;
  Put(json, "missing", fact.missing);
  Put(json, "late", fact.late);
  Put(json, "place", fact.place);
  Put(json, "of", fact.of);
  Put(json, "from_place", fact.from_place);
  Put(json, "points", fact.points);
  Put(json, "level", fact.level);
  Put(json, "work", fact.work);
  Put(json, "case", fact.case_id);
  Put(json, "applies", fact.applies);
  Put(json, "office", fact.office);
  if (fact.status) json["status"] = ToString(*fact.status);
  if (!fact.evidence.empty()) json["evidence"] = fact.evidence;
  Put(json, "note", fact.note);
}

void to_json(ordered_json& json, const Reason& reason) {
  json = {{"kind", ToString(reason.kind)}};
  Put(json, "key", reason.key);
  json["amount"] = reason.amount.ToString();
  json["sentence"] = reason.sentence;
  if (!reason.span.IsEmpty()) json["span"] = reason.span;
  PutTrue(json, "open", reason.open);
  PutTrue(json, "set_aside", reason.set_aside);
  if (!reason.evidence.empty()) json["evidence"] = reason.evidence;
  ordered_json& children = json["children"] = ordered_json::array();
  for (const Reason& child : reason.children) to_json(children.emplace_back(), child);
}

void to_json(ordered_json& json, const Owed& owed) {
  json = {{"rule", owed.rule},
          {"task", owed.task},
          {"offices", owed.offices},
          {"due", owed.due.ToString()}};
  Put(json, "at_stake", owed.at_stake);
  json["sentence"] = owed.sentence;
}

void to_json(ordered_json& json, const RuleAmount& amount) {
  json = {{"rule", amount.rule}, {"amount", amount.amount.ToString()}};
}

void to_json(ordered_json& json, const Cut& cut) {
  json = {{"by", cut.by}, {"rule", cut.rule}, {"amount", cut.amount.ToString()}};
}

void to_json(ordered_json& json, const Veto& veto) {
  json = {{"rule", veto.rule}, {"consequence", ConsequenceToJson(veto.consequence)}};
}

void to_json(ordered_json& json, const Scorecard& card) {
  json = Summary(card);
  json["evaluated"] = card.evaluated;
  json["why"] = card.why;
  json["notes"] = card.notes;
  json["owed"] = card.owed;
}

void to_json(ordered_json& json, const BoundaryRow& row) {
  json = {{"figure", row.figure.ToString()},
          {"given", row.given},
          {"result", row.result},
          {"amount", row.amount.ToString()}};
  Put(json, "of_group", row.of_group);
}

void to_json(ordered_json& json, const Boundary& boundary) {
  json = {{"rule", boundary.rule}};
  Put(json, "premise", boundary.premise);
  Put(json, "undecided", boundary.undecided);
  json["examples"] = boundary.examples;
  json["table"] = boundary.table;
}

std::string WriteFact(const Fact& fact) { return ordered_json(fact).dump(); }

std::string WriteScorecard(const Scorecard& card, bool explain) {
  ordered_json json = Summary(card);
  if (explain) {
    json["why"] = card.why;
    if (!card.notes.empty()) json["notes"] = card.notes;
  }
  return json.dump();
}

}  // namespace kaoping::score
