#include <nlohmann/json.hpp>

#include "api/json.h"
#include "api/routes.h"
#include "json/fields.h"
#include "service/office_names.h"

namespace kaoping::api {
namespace {

using nlohmann::ordered_json;

constexpr json::FileKind kBody = {"field-unfit", "请求", "request"};

Response Answer(const service::OfficeNames& names) {
  ordered_json unknown = ordered_json::array();
  for (const service::OpenName& open : names.unknown) {
    unknown.push_back({{"name", open.name},
                       {"nearest", open.nearest},
                       {"tasks", open.tasks},
                       {"vague", open.is_vague}});
  }
  ordered_json given = ordered_json::array();
  for (const service::GivenName& one : names.given) {
    ordered_json& last = given.emplace_back(ordered_json{{"name", one.name}});
    last.update(ordered_json::parse(registry::WriteAnswer(one.answer)));
    last.update(
        {{"means", one.offices}, {"tasks", one.tasks}, {"by", one.by}, {"at", one.at.ToString()}});
    if (!one.reason.empty()) last["reason"] = one.reason;
  }
  ordered_json offices = ordered_json::array();
  for (const service::OfficeChoice& office : names.offices) {
    offices.push_back({{"name", office.name}, {"tags", office.tags}});
  }
  return JsonResponse(200, {{"unit", names.unit},
                            {"unknown", std::move(unknown)},
                            {"given", std::move(given)},
                            {"offices", std::move(offices)}});
}

}  // namespace

Result<Response> ListOfficeNames(const Call& call) {
  KAOPING_TRY(const auto names, service::ListOfficeNames(call.Context(), call.parameters[0]));
  return Answer(names);
}

Result<Response> AnswerOfficeName(const Call& call) {
  KAOPING_TRY_STATUS(CheckJson(call.request.body));
  const ordered_json body = ordered_json::parse(call.request.body);
  KAOPING_TRY(const json::Fields fields,
              json::Fields::Open(kBody, body, "", {"offices", "tags", "ignored", "reason"}));
  registry::Answer answer;
  std::string reason;
  KAOPING_TRY_STATUS(fields.Read("offices", answer.offices));
  KAOPING_TRY_STATUS(fields.Read("tags", answer.tags));
  KAOPING_TRY_STATUS(fields.Read("ignored", answer.ignored));
  if (fields.Find("reason") != nullptr) KAOPING_TRY_STATUS(fields.Read("reason", reason));
  KAOPING_TRY(const auto names, service::AnswerOfficeName(call.Context(), call.parameters[0],
                                                          call.parameters[1], answer, reason));
  return Answer(names);
}

}  // namespace kaoping::api
