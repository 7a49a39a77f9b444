#include "service/evidence.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "api/evidence_views.h"
#include "api/json.h"
#include "api/routes.h"
#include "base/check.h"
#include "document/file_kind.h"
#include "service/evidence_catalogue.h"

namespace kaoping::api {
namespace {

using nlohmann::ordered_json;
using service::CitationTarget;
using service::CitedKind;
using service::EvidenceDetails;

Result<int> ReadNumber(const Form& form, std::string_view field) {
  const std::string text = form.Optional(field);
  int number = 0;
  if (text.empty()) return number;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size()) return number;
  return MakeError(ErrorKind::kInvalid, "number-unfit",
                   Say("{}应为整数", "{} takes a whole number", field), field);
}

Result<std::optional<Date>> ReadDay(const Form& form, std::string_view field) {
  const std::string text = form.Optional(field);
  if (text.empty()) return std::optional<Date>();
  const std::optional<Date> day = Date::Parse(text);
  if (day) return day;
  return MakeError(ErrorKind::kInvalid, "day-unfit",
                   Say("{}应为 2017-05-03 这样的日期", "{} takes a day such as 2017-05-03", field),
                   field);
}

Result<EvidenceDetails::Form> ReadForm(const Form& form) {
  const std::string text = form.Optional("form");
  if (text.empty()) return EvidenceDetails::Form::kUnknown;
  if (text == "original") return EvidenceDetails::Form::kOriginal;
  if (text == "copy") return EvidenceDetails::Form::kCopy;
  return MakeError(ErrorKind::kInvalid, "form-unknown",
                   Say("form 应为 original（原件）或 copy（复印件）", "form is original or copy"),
                   "form");
}

Result<service::EvidenceDraft> ReadDraft(const Form& form) {
  service::EvidenceDraft draft;
  draft.unit = form.Optional("unit");
  draft.office = form.Optional("office");
  EvidenceDetails& details = draft.details;
  details.name = form.Optional("name");
  details.kind = form.Optional("kind");
  details.number = form.Optional("number");
  details.issuer = form.Optional("issuer");
  KAOPING_TRY(details.formed, ReadDay(form, "formed"));
  KAOPING_TRY(details.pages, ReadNumber(form, "pages"));
  KAOPING_TRY(details.copies, ReadNumber(form, "copies"));
  KAOPING_TRY(details.form, ReadForm(form));
  details.url = form.Optional("url");
  details.location = form.Optional("location");
  details.note = form.Optional("note");
  return draft;
}

Error CitationUnclear() {
  return MakeError(
      ErrorKind::kInvalid, "citation-unclear",
      Say("引用须写明方案（scheme），以及任务（task）、规则（rule）、事实（fact）中的一个",
          "a citation names a scheme, and one of task, rule and fact"),
      "scheme");
}

// None or one.
Result<std::vector<CitationTarget>> ReadCitation(const Form& form) {
  std::vector<CitationTarget> targets;
  const std::string scheme = form.Optional("scheme");
  for (const CitedKind kind : {CitedKind::kTask, CitedKind::kRule, CitedKind::kFact}) {
    std::string target = form.Optional(ToString(kind));
    if (!target.empty()) targets.push_back({scheme, kind, std::move(target)});
  }
  if (targets.empty() && scheme.empty()) return targets;
  if (targets.size() != 1 || scheme.empty()) return CitationUnclear();
  return targets;
}

Result<CitationTarget> ReadOneCitation(const Form& form) {
  KAOPING_TRY(std::vector<CitationTarget> targets, ReadCitation(form));
  if (targets.empty()) return CitationUnclear();
  return std::move(targets.front());
}

Result<std::string> FileNameOf(const Form& form) {
  std::string name = form.Optional("filename");
  if (!name.empty()) return name;
  return MakeError(ErrorKind::kInvalid, "filename-missing",
                   Say("缺少文件名；请在地址里写上 ?filename=文件名",
                       "the name of the file is missing; add ?filename=NAME to the address"),
                   "filename");
}

Response Answer(int status, const service::Evidence& item) {
  return JsonResponse(status, View(item));
}

std::string QueryOf(const Call& call, std::string_view name) {
  return call.request.target.Query(name).value_or("");
}

// What opens in the page of a browser must not, whoever wrote it.
const char* MediaTypeFor(const std::string& kind) {
  using document::FileKind;
  for (const FileKind candidate :
       {FileKind::kPdf, FileKind::kOfd, FileKind::kDocx, FileKind::kXlsx, FileKind::kPptx,
        FileKind::kDoc, FileKind::kXls, FileKind::kPpt, FileKind::kPng, FileKind::kJpeg,
        FileKind::kTiff, FileKind::kBmp, FileKind::kWebp, FileKind::kMp4}) {
    if (kind == ToString(candidate)) return MediaTypeOf(candidate);
  }
  return "application/octet-stream";
}

}  // namespace

Result<Response> ListEvidence(const Call& call) {
  service::EvidenceFilter filter;
  filter.unit = QueryOf(call, "unit");
  filter.scheme = QueryOf(call, "scheme");
  filter.task = QueryOf(call, "task");
  filter.rule = QueryOf(call, "rule");
  filter.fact = QueryOf(call, "fact");
  if (const std::string status = QueryOf(call, "status"); !status.empty()) {
    KAOPING_TRY(filter.status, service::ParseEvidenceStatus(status));
  }
  filter.cursor = QueryOf(call, "cursor");
  KAOPING_TRY(filter.limit, QueryLimit(call.request, filter.limit));
  KAOPING_TRY(const auto page, service::ListEvidence(call.Context(), filter));
  return JsonResponse(200, View(page));
}

Result<Response> AddEvidence(const Call& call) {
  const Form form = Form::OfQuery(call.request);
  KAOPING_TRY(const std::string file_name, FileNameOf(form));
  KAOPING_TRY(const service::EvidenceDraft draft, ReadDraft(form));
  KAOPING_TRY(const std::vector<CitationTarget> cited, ReadCitation(form));
  KAOPING_CHECK(call.file != nullptr);
  KAOPING_TRY(const auto item, service::AddEvidence(call.Context(), call.intake, draft, file_name,
                                                    *call.file, cited));
  return Answer(201, item);
}

Result<Response> RegisterPaper(const Call& call) {
  KAOPING_TRY(const Form form,
              Form::Read(call.request, {"unit",    "office",   "name",  "kind",         "number",
                                        "issuer",  "formed",   "pages", "copies",       "form",
                                        "url",     "location", "note",  "paper_number", "seen_by",
                                        "seen_on", "scheme",   "task",  "rule",         "fact"}));
  KAOPING_TRY(const service::EvidenceDraft draft, ReadDraft(form));
  KAOPING_TRY(const std::vector<CitationTarget> cited, ReadCitation(form));
  service::RegisteredPaper paper;
  paper.number = form.Optional("paper_number");
  paper.seen_by = form.Optional("seen_by");
  KAOPING_TRY(paper.seen_on, ReadDay(form, "seen_on"));
  KAOPING_TRY(const auto item, service::RegisterPaper(call.Context(), draft, paper, cited));
  return Answer(201, item);
}

Result<Response> GetEvidence(const Call& call) {
  KAOPING_TRY(const auto item, service::ShowEvidence(call.Context(), call.parameters[0]));
  return Answer(200, item);
}

Result<Response> GetEvidenceFile(const Call& call) {
  KAOPING_TRY(const int version, ReadNumber(Form::OfQuery(call.request), "version"));
  KAOPING_TRY(auto opened, service::OpenEvidenceFile(call.Context(), call.parameters[0], version));
  Response response;
  response.Set("Content-Type", MediaTypeFor(opened.file.kind));
  response.Set("Content-Disposition", AttachmentNamed(opened.file.file_name));
  response.source = std::move(opened.bytes);
  return response;
}

Result<Response> AddEvidenceVersion(const Call& call) {
  KAOPING_TRY(const std::string file_name, FileNameOf(Form::OfQuery(call.request)));
  KAOPING_CHECK(call.file != nullptr);
  KAOPING_TRY(const auto item,
              service::AddEvidenceVersion(call.Context(), call.intake, call.parameters[0],
                                          file_name, *call.file));
  return Answer(201, item);
}

Result<Response> CiteEvidence(const Call& call) {
  KAOPING_TRY(const Form form, Form::Read(call.request, {"scheme", "task", "rule", "fact"}));
  KAOPING_TRY(const CitationTarget target, ReadOneCitation(form));
  KAOPING_TRY(const auto item, service::CiteEvidence(call.Context(), call.parameters[0], target));
  return Answer(200, item);
}

Result<Response> UnciteEvidence(const Call& call) {
  KAOPING_TRY(const CitationTarget target, ReadOneCitation(Form::OfQuery(call.request)));
  KAOPING_TRY(const auto item, service::UnciteEvidence(call.Context(), call.parameters[0], target));
  return Answer(200, item);
}

Result<Response> ReviewEvidence(const Call& call) {
  KAOPING_TRY(const Form form, Form::Read(call.request, {"status", "reason", "version"}));
  KAOPING_TRY(const std::string name, form.Required("status"));
  KAOPING_TRY(const auto status, service::ParseEvidenceStatus(name));
  KAOPING_TRY(const int version, ReadNumber(form, "version"));
  KAOPING_TRY(const auto item, service::ReviewEvidence(call.Context(), call.parameters[0], version,
                                                       status, form.Optional("reason")));
  return Answer(200, item);
}

Result<Response> RemoveEvidenceFile(const Call& call) {
  KAOPING_TRY(const Form form, Form::Read(call.request, {"version", "reason"}));
  KAOPING_TRY(const int version, ReadNumber(form, "version"));
  KAOPING_TRY(const auto item, service::RemoveEvidenceFile(call.Context(), call.parameters[0],
                                                           version, form.Optional("reason")));
  return Answer(200, item);
}

Result<Response> ListEvidenceKinds(const Call&) {
  ordered_json items = ordered_json::array();
  for (const std::string_view kind : service::EvidenceKinds()) items.push_back({{"name", kind}});
  return JsonResponse(200, {{"items", std::move(items)}});
}

Result<Response> GetCatalogue(const Call& call) {
  KAOPING_TRY(const auto catalogue,
              service::ListCatalogue(call.Context(), call.parameters[0], QueryOf(call, "scheme")));
  return JsonResponse(200, View(catalogue));
}

Result<Response> GetCatalogueWorkbook(const Call& call) {
  KAOPING_TRY(const auto catalogue,
              service::ListCatalogue(call.Context(), call.parameters[0], QueryOf(call, "scheme")));
  Response response;
  KAOPING_TRY(response.body, service::WriteCatalogue(catalogue));
  response.Set("Content-Type", document::MediaTypeOf(document::FileKind::kXlsx));
  response.Set("Content-Disposition", AttachmentNamed(catalogue.unit + "佐证材料目录.xlsx"));
  return response;
}

}  // namespace kaoping::api
