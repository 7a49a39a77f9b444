#include "api/evidence_views.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace kaoping::api {
namespace {

using nlohmann::ordered_json;
using service::EvidenceDetails;

void Put(ordered_json& json, const char* field, const std::string& text) {
  if (!text.empty()) json[field] = text;
}
void Put(ordered_json& json, const char* field, int number) {
  if (number != 0) json[field] = number;
}
void Put(ordered_json& json, const char* field, const std::optional<Date>& day) {
  if (day) json[field] = day->ToString();
}

ordered_json View(const service::EvidenceFile& file) {
  ordered_json json = {{"version", file.version},
                       {"name", file.file_name},
                       {"kind", file.kind},
                       {"size", file.size},
                       {"sha256", file.sha256},
                       {"sm3", file.sm3},
                       {"words", ToString(file.words)},
                       {"scanned", file.is_scanned},
                       {"late", file.is_late},
                       {"by", file.by},
                       {"at", file.at.ToString()}};
  if (file.removal) {
    json["removal"] = {{"reason", file.removal->reason},
                       {"by", file.removal->by},
                       {"at", file.removal->at.ToString()}};
  }
  return json;
}

void PutDetails(ordered_json& json, const EvidenceDetails& details) {
  json["name"] = details.name;
  Put(json, "kind", details.kind);
  Put(json, "number", details.number);
  Put(json, "issuer", details.issuer);
  Put(json, "formed", details.formed);
  Put(json, "pages", details.pages);
  Put(json, "copies", details.copies);
  if (details.form != EvidenceDetails::Form::kUnknown) {
    json["form"] = details.form == EvidenceDetails::Form::kOriginal ? "original" : "copy";
  }
  Put(json, "url", details.url);
  Put(json, "location", details.location);
  Put(json, "note", details.note);
}

ordered_json ViewCitations(const service::Evidence& item) {
  ordered_json citations = ordered_json::array();
  for (const service::EvidenceCitation& citation : item.citations) {
    citations.push_back({{"scheme", citation.scheme},
                         {"scheme_title", citation.scheme_title},
                         {ToString(citation.kind), citation.target},
                         {"by", citation.by},
                         {"at", citation.at.ToString()}});
  }
  return citations;
}

ordered_json ViewReviews(const service::Evidence& item) {
  ordered_json reviews = ordered_json::array();
  for (const service::EvidenceReview& review : item.reviews) {
    ordered_json& last = reviews.emplace_back(
        ordered_json{{"version", review.version}, {"status", ToString(review.status)}});
    Put(last, "reason", review.reason);
    last["by"] = review.by;
    last["at"] = review.at.ToString();
  }
  return reviews;
}

ordered_json ViewSame(const service::Evidence& item) {
  ordered_json same = ordered_json::array();
  for (const service::SameFile& other : item.same) {
    ordered_json& last = same.emplace_back(ordered_json{
        {"unit", other.unit}, {"why", ToString(other.why)}, {"at", other.at.ToString()}});
    Put(last, "id", other.id);
    Put(last, "name", other.name);
  }
  return same;
}

// RFC 5987: what isn't here is escaped.
bool IsAttributeCharacter(char c) {
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_letter || (c >= '0' && c <= '9') ||
         std::string_view("!#$&+-.^_`|~").find(c) != std::string_view::npos;
}

}  // namespace

ordered_json View(const service::Evidence& item) {
  ordered_json json = {{"id", item.id}, {"unit", item.unit}};
  Put(json, "office", item.office);
  PutDetails(json, item.details);
  if (item.paper) {
    ordered_json& paper = json["paper"] = {{"number", item.paper->number}};
    Put(paper, "seen_by", item.paper->seen_by);
    Put(paper, "seen_on", item.paper->seen_on);
  }
  json["status"] = ToString(item.status);
  json["late"] = item.is_late;
  json["by"] = item.by;
  json["at"] = item.at.ToString();
  json["files"] = ordered_json::array();
  for (const service::EvidenceFile& file : item.files) json["files"].push_back(View(file));
  json["citations"] = ViewCitations(item);
  json["reviews"] = ViewReviews(item);
  json["same"] = ViewSame(item);
  return json;
}

ordered_json View(const service::EvidencePage& page) {
  ordered_json json = {{"items", ordered_json::array()}};
  for (const service::Evidence& item : page.items) json["items"].push_back(View(item));
  if (!page.next.empty()) json["next"] = page.next;
  return json;
}

ordered_json View(const service::Catalogue& catalogue) {
  ordered_json json = {{"unit", catalogue.unit}};
  Put(json, "scheme_title", catalogue.scheme_title);
  json["rows"] = ordered_json::array();
  for (const service::CatalogueRow& row : catalogue.rows) {
    json["rows"].push_back({{"places", row.places}, {"item", View(row.item)}});
  }
  return json;
}

std::string AttachmentNamed(std::string_view file_name) {
  std::string plain;
  std::string escaped;
  for (const char c : file_name) {
    const bool is_plain = c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '%';
    plain += is_plain ? c : '_';
    if (IsAttributeCharacter(c)) {
      escaped += c;
    } else {
      escaped += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}", plain, escaped);
}

}  // namespace kaoping::api
