#include "service/statements.h"

#include <nlohmann/json.hpp>

#include "crypto/digest.h"

namespace kaoping::service {
namespace {

using nlohmann::ordered_json;

// Rows that somebody tampered with may hold bytes that are no UTF-8; they then state something
// else, which is what verification is to find.
std::string Compact(const ordered_json& json) {
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

// The end of a body: all but "before".
std::string Conclusion(const Statement& statement) {
  std::string text;
  if (!statement.after.empty()) text += "\"after\":" + statement.after;
  if (!statement.reason.empty()) {
    if (!text.empty()) text += ',';
    text += "\"reason\":" + Compact(statement.reason);
  }
  return text + "}";
}

std::string SchemeSubject(std::string_view id) { return std::string("scheme/").append(id); }
std::string FactSubject(std::string_view scheme, std::string_view id) {
  return std::string("fact/").append(scheme).append("/").append(id);
}
std::string EvidenceSubject(std::string_view id) { return std::string("evidence/").append(id); }
std::string AccountSubject(std::string_view name) { return std::string("account/").append(name); }

// `about` with the stored body, byte for byte, as its last field.
std::string WithBody(const ordered_json& about, std::string_view field, const std::string& body) {
  std::string text = Compact(about);
  text.pop_back();
  if (!about.empty()) text += ',';
  return text.append("\"").append(field).append("\":").append(body).append("}");
}

bool BodyHas(const ordered_json& body, const char* field, const std::string& value) {
  const auto found = body.find(field);
  return found != body.end() && *found == value;
}

}  // namespace

Statement StateScheme(const store::SchemeRow& row, const store::SchemeText& text) {
  const ordered_json after = {{"title", row.title},
                              {"number", row.number},
                              {"file", row.source_name},
                              {"file_sha256", row.source_digest},
                              {"scheme_sha256", crypto::Sha256Hex(text.scheme)},
                              {"questions_sha256", crypto::Sha256Hex(text.questions)}};
  return {.subject = SchemeSubject(row.id), .after = Compact(after), .reason = {}};
}

Statement StateRevision(const store::RevisionRow& row) {
  ordered_json after = {{"revises", row.revises}, {"number", row.number}};
  if (!row.supplement.empty()) after["supplement_sha256"] = row.supplement;
  return {.subject = SchemeSubject(row.scheme), .after = Compact(after), .reason = {}};
}

Statement StatePublication(const store::PublicationRow& row) {
  return {.subject = SchemeSubject(row.scheme),
          .after = "{\"pending\":" + row.pending + "}",
          .reason = row.reason};
}

Statement StateSuccession(const store::SuccessionRow& row) {
  return {.subject = SchemeSubject(row.scheme),
          .after = WithBody({{"follows", row.follows}}, "takes_over", row.body),
          .reason = {}};
}

Statement StateSettlement(const store::SettlementRow& row) {
  ordered_json about = {{"criterion", row.identity}};
  if (!row.carried_from.empty()) about["carried_from"] = row.carried_from;
  return {.subject = "criterion/" + row.scheme + "/" + row.task,
          .after = WithBody(about, "settlement", row.body),
          .reason = row.reason};
}

Statement StateConfirmation(const store::ConfirmationRow& row) {
  ordered_json about = ordered_json::object();
  if (!row.carried_from.empty()) about["carried_from"] = row.carried_from;
  return {.subject = "finding/" + row.scheme + "/" + row.identity,
          .after = WithBody(about, "finding", row.body),
          .reason = row.note};
}

Statement StateFact(const store::FactRow& row) {
  const ordered_json body = ordered_json::parse(row.body, nullptr, /*allow_exceptions=*/false);
  const bool agrees = body.is_object() && BodyHas(body, "id", row.id) &&
                      BodyHas(body, "unit", row.unit) && BodyHas(body, "rule", row.rule);
  return {
      .subject = FactSubject(row.scheme, row.id), .after = agrees ? row.body : "", .reason = {}};
}

Statement StateDecision(const store::DecisionRow& row) {
  return {.subject = FactSubject(row.scheme, row.fact),
          .after = Compact({{"status", row.status}}),
          .reason = row.note};
}

Statement StateRegister(const store::RegisterRow& row) {
  return {.subject = "register",
          .after = Compact({{"sha256", crypto::Sha256Hex(row.body)}}),
          .reason = {}};
}

Statement StateOfficeName(const store::OfficeNameRow& row) {
  return {.subject = "office-name/" + row.unit + "/" + row.name,
          .after = WithBody(ordered_json::object(), "means", row.body),
          .reason = row.reason};
}

Statement StateEntrustment(const store::EntrustmentRow& row) {
  return {.subject = "entrustment/" + row.scheme + "/" + row.task,
          .after = WithBody(ordered_json::object(), "entrusted", row.body),
          .reason = row.reason};
}

Statement StateSetting(const store::SettingRow& row) {
  return {.subject = "setting/" + row.name,
          .after = Compact({{"value", row.value}}),
          .reason = row.reason};
}

Statement StateLayout(const store::LayoutRow& row) {
  constexpr std::size_t kDigits = 12;
  ordered_json about = ordered_json::object();
  if (!row.source.empty()) about["file"] = row.source;
  return {.subject = "layout/" + crypto::Sha256Hex(row.head).substr(0, kDigits),
          .after = WithBody(about, "layout", row.body),
          .reason = {}};
}

Statement StateEvidence(const store::EvidenceRow& row) {
  ordered_json about = {{"unit", row.unit}};
  if (!row.office.empty()) about["office"] = row.office;
  return {.subject = EvidenceSubject(row.id),
          .after = WithBody(about, "details", row.body),
          .reason = {}};
}

Statement StateEvidenceFile(const store::EvidenceFileRow& row) {
  const ordered_json about = {{"version", row.version}, {"sha256", row.sha256}};
  return {.subject = EvidenceSubject(row.item),
          .after = WithBody(about, "file", row.body),
          .reason = {}};
}

Statement StateCitation(const store::CitationRow& row) {
  const ordered_json after = {
      {"scheme", row.scheme}, {row.kind, row.target}, {"status", row.status}};
  return {.subject = EvidenceSubject(row.item), .after = Compact(after), .reason = {}};
}

Statement StateEvidenceReview(const store::EvidenceReviewRow& row) {
  const ordered_json after = {{"version", row.version}, {"status", row.status}};
  return {.subject = EvidenceSubject(row.item), .after = Compact(after), .reason = row.reason};
}

Statement StateEvidenceRemoval(const store::EvidenceRemovalRow& row) {
  return {.subject = EvidenceSubject(row.item),
          .after = Compact({{"sha256", row.sha256}}),
          .reason = row.reason};
}

Statement StateAccount(const store::AccountRow& row) {
  // Not the password's hash but the hash of that: it shows a planted password and helps nobody to
  // guess one.
  ordered_json after = {{"display", row.display}, {"role", row.role}};
  if (!row.unit.empty()) after["unit"] = row.unit;
  if (!row.office.empty()) after["office"] = row.office;
  after["temporary_password"] = row.has_temporary_password;
  if (row.password_set_at != Timestamp()) after["password_set"] = row.password_set_at.ToString();
  after["credential"] = crypto::Sha256Hex(row.password_hash);
  return {.subject = AccountSubject(row.name), .after = Compact(after), .reason = {}};
}

Statement StateSession(const store::SessionRow& row) {
  const ordered_json after = {{"session", crypto::Sha256Hex(row.token_digest)}};
  return {.subject = AccountSubject(row.account), .after = Compact(after), .reason = {}};
}

Statement StateFailure(const store::AccountRow& row) {
  ordered_json after = {{"failures", row.failures}};
  if (row.locked_until) after["locked_until"] = row.locked_until->ToString();
  return {.subject = AccountSubject(row.name), .after = Compact(after), .reason = {}};
}

Result<std::uint64_t> AppendEntry(store::Transaction& work, const Actor& actor, Timestamp now,
                                  std::string_view action, const Statement& statement,
                                  std::string_view before) {
  std::string body = "{";  // {"from"?,"before"?,"after"?,"reason"?}
  if (!actor.from.empty()) {
    body.append("\"from\":").append(ordered_json(actor.from).dump()).append(",");
  }
  if (!before.empty()) body.append("\"before\":").append(before).append(",");
  KAOPING_TRY(const ledger::Entry entry,
              work.ledger().Append({.actor = actor.name,
                                    .action = std::string(action),
                                    .subject = statement.subject,
                                    .body = body + Conclusion(statement)},
                                   now));
  return entry.seq;
}

bool Says(const ledger::Entry& entry, const Statement& statement) {
  if (entry.subject != statement.subject || statement.after.empty()) return false;
  const std::string conclusion = Conclusion(statement);
  if (entry.body.size() <= conclusion.size() || !entry.body.ends_with(conclusion)) return false;
  // What stands before is "{" or ends with a comma: inside a text every quote is escaped, so the
  // conclusion cannot have begun within one.
  const char previous = entry.body[entry.body.size() - conclusion.size() - 1];
  return previous == '{' || previous == ',';
}

}  // namespace kaoping::service
