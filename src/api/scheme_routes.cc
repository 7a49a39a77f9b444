#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "api/json.h"
#include "api/problem.h"
#include "api/routes.h"
#include "api/views.h"
#include "crypto/digest.h"
#include "service/register.h"
#include "service/schemes.h"

namespace kaoping::api {
namespace {

using nlohmann::ordered_json;

Response NameList(const std::vector<std::string>& names) {
  ordered_json items = ordered_json::array();
  for (const std::string& name : names) items.push_back({{"name", name}});
  return JsonResponse(200, {{"items", std::move(items)}});
}

Result<std::string> FileNameOf(const Call& call) {
  auto file_name = call.request.target.Query("filename");
  if (file_name && !file_name->empty()) return std::string(*file_name);
  return MakeError(ErrorKind::kInvalid, "filename-missing",
                   Say("缺少文件名；请在地址里写上 ?filename=文件名",
                       "the name of the file is missing; add ?filename=NAME to the address"),
                   "filename");
}

// ?table=2&map=3=criterion,考核要点=content
Result<notice::Hints> HintsOf(const Call& call) {
  constexpr int kMostTables = 1'000;
  int table = 0;
  if (const auto text = call.request.target.Query("table"); text && !text->empty()) {
    const auto number = Decimal::Parse(*text);
    const bool fits = number && number->IsWhole() && *number >= Decimal::FromInt(1) &&
                      *number <= Decimal::FromInt(kMostTables);
    if (!fits) {
      return MakeError(ErrorKind::kInvalid, "no-such-table",
                       Say("“{}”不是表的序号：请写从1起的整数",
                           "\"{}\" is no number of a table: write a whole number from 1 on", *text),
                       "table");
    }
    table = static_cast<int>(number->Floor());
  }
  std::vector<std::string> columns;
  const std::string map = call.request.target.Query("map").value_or("");
  for (std::size_t begin = 0; begin < map.size();) {
    const std::size_t end = std::min(map.find(',', begin), map.size());
    if (end > begin) columns.push_back(map.substr(begin, end - begin));
    begin = end + 1;
  }
  return notice::ReadHints(table, columns);
}

}  // namespace

Result<Response> ListSchemes(const Call& call) {
  KAOPING_TRY(const auto schemes, service::ListSchemes(call.Context()));
  ordered_json items = ordered_json::array();
  for (const service::SchemeSummary& summary : schemes) items.push_back(View(summary));
  return JsonResponse(200, {{"items", std::move(items)}});
}

Result<Response> ImportNotice(const Call& call) {
  KAOPING_TRY(const std::string file_name, FileNameOf(call));
  KAOPING_TRY(const notice::Hints hints, HintsOf(call));
  KAOPING_TRY(const auto outcome, service::ImportNotice(call.Context(), file_name,
                                                        call.request.body, call.read, hints));
  return JsonResponse(outcome.is_new ? 201 : 200, View(outcome));
}

Result<Response> PreviewNotice(const Call& call) {
  KAOPING_TRY(const std::string file_name, FileNameOf(call));
  KAOPING_TRY(const notice::Hints hints, HintsOf(call));
  KAOPING_TRY(const auto preview, service::PreviewNotice(call.Context(), file_name,
                                                         call.request.body, call.read, hints));
  if (preview.outcome) return JsonResponse(200, View(*preview.outcome, call.language()));
  if (preview.tables.empty()) return preview.outcome.error();
  return Problem(call.request, preview.outcome.error(), {{"tables", View(preview.tables)}});
}

Result<Response> AttachSupplement(const Call& call) {
  KAOPING_TRY(const std::string file_name, FileNameOf(call));
  const bool is_preview = call.request.target.Query("preview") == "true";
  KAOPING_TRY(const auto outcome,
              service::AttachSupplement(
                  call.Context(), call.parameters[0], file_name, call.request.body,
                  is_preview ? service::SupplementMode::kPreview : service::SupplementMode::kStore,
                  call.read));
  const ordered_json answer = {{"is_new", outcome.is_new},
                               {"tasks", outcome.tasks},
                               {"untaken", View(outcome.untaken)},
                               {"imported", View(outcome.imported)}};
  return JsonResponse(outcome.is_new && !is_preview ? 201 : 200, answer);
}

Result<Response> GetScheme(const Call& call) {
  KAOPING_TRY(const auto view, service::ShowScheme(call.Context(), call.parameters[0]));
  Response response = JsonResponse(200, View(view, call.language()));
  const std::string etag = "\"" + crypto::Sha256Hex(response.body).substr(0, 32) + "\"";
  if (MatchesEtag(call.request.Header("If-None-Match"), etag)) {
    response = Response();
    response.status = 304;
  }
  response.Set("ETag", etag);
  // Asked for again each time, and sent again only if it changed.
  response.Set("Cache-Control", "private, no-cache");
  response.Set("Vary", "Accept-Language, Cookie");
  return response;
}

Result<Response> GetRevision(const Call& call) {
  KAOPING_TRY(const auto revision, service::ShowRevision(call.Context(), call.parameters[0]));
  if (!revision) {
    return MakeError(ErrorKind::kNotFound, "not-a-revision",
                     Say("这个方案是这份通知的第一稿，没有修订别的方案",
                         "this scheme is the first import of its notice and revises nothing"));
  }
  ordered_json answer = View(*revision);
  const auto plan = service::PlanPublication(call.Context(), call.parameters[0]);
  if (!plan && plan.error().kind != ErrorKind::kConflict) return plan.error();
  if (!plan) answer["obstacle"] = plan.error().message.In(call.language());
  if (plan && *plan) answer["succession"] = View(**plan, call.language());
  return JsonResponse(200, answer);
}

Result<Response> ListCarried(const Call& call) {
  KAOPING_TRY(const auto carried, service::ListCarried(call.Context(), call.parameters[0]));
  return JsonResponse(200, {{"items", View(carried)}});
}

Result<Response> ListUnits(const Call& call) {
  KAOPING_TRY(const auto names, service::ListUnits(call.Context(), call.parameters[0]));
  return NameList(names);
}

Result<Response> ListOffices(const Call& call) {
  KAOPING_TRY(const auto names, service::ListOffices(call.Context(), call.parameters[0]));
  return NameList(names);
}

}  // namespace kaoping::api
