#include <nlohmann/json.hpp>

#include "api/json.h"
#include "api/routes.h"
#include "api/views.h"
#include "score/fact.h"
#include "service/facts.h"

namespace kaoping::api {
namespace {

using nlohmann::ordered_json;

Result<score::FactStatus> ReadStatus(const Form& form) {
  KAOPING_TRY(const std::string text, form.Required("status"));
  for (const auto status :
       {score::FactStatus::kClaimed, score::FactStatus::kConfirmed, score::FactStatus::kRejected}) {
    if (text == score::ToString(status)) return status;
  }
  return MakeError(ErrorKind::kInvalid, "status-unknown",
                   Say("没有“{}”这种决定；请写 confirmed（认定）或 rejected（不予认定）",
                       "there is no decision \"{}\"; write confirmed or rejected", text),
                   "status");
}

}  // namespace

Result<Response> ListFacts(const Call& call) {
  const Target& target = call.request.target;
  service::FactFilter filter;
  filter.unit = target.Query("unit").value_or("");
  filter.rule = target.Query("rule").value_or("");
  filter.cursor = target.Query("cursor").value_or("");
  KAOPING_TRY(filter.limit, QueryLimit(call.request, filter.limit));
  KAOPING_TRY(const auto page, service::ListFacts(call.Context(), call.parameters[0], filter));
  ordered_json json = {{"items", ordered_json::array()}};
  for (const service::RecordedFact& fact : page.items) json["items"].push_back(View(fact));
  if (!page.next.empty()) json["next"] = page.next;
  return JsonResponse(200, json);
}

Result<Response> RecordFact(const Call& call) {
  KAOPING_TRY_STATUS(CheckJson(call.request.body));
  KAOPING_TRY(const auto facts, score::ReadFactLine(call.request.body));
  if (facts.size() != 1) {
    return MakeError(ErrorKind::kInvalid, "one-fact",
                     Say("一次只记录一个事实；成批的请用 kaoping record",
                         "record one fact at a time; for many at once use kaoping record"));
  }
  KAOPING_TRY(const auto outcome, service::RecordFacts(call.Context(), call.parameters[0], facts,
                                                       call.request.Header("Idempotency-Key")));
  return JsonResponse(201, {{"id", outcome.ids.at(0)}, {"is_new", outcome.recorded == 1}});
}

Result<Response> DecideFact(const Call& call) {
  KAOPING_TRY(const Form form, Form::Read(call.request, {"status", "note"}));
  KAOPING_TRY(const auto status, ReadStatus(form));
  KAOPING_TRY(const auto fact,
              service::DecideFact(call.Context(), call.parameters[0], call.parameters[1], status,
                                  form.Optional("note")));
  return JsonResponse(200, View(fact));
}

}  // namespace kaoping::api
