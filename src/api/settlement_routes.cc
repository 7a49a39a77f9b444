#include <charconv>
#include <nlohmann/json.hpp>

#include "api/json.h"
#include "api/routes.h"
#include "api/views.h"
#include "json/fields.h"
#include "service/settlements.h"

namespace kaoping::api {
namespace {

using nlohmann::ordered_json;
using How = scheme::Settlement::How;

constexpr json::FileKind kBody = {"field-unfit", "请求", "request"};

// The body as an object with no other fields than these. Requires: `into` outlives the result.
Result<json::Fields> OpenBody(const Request& request, ordered_json& into,
                              std::initializer_list<std::string_view> fields) {
  KAOPING_TRY_STATUS(CheckJson(request.body));
  into = ordered_json::parse(request.body);
  return json::Fields::Open(kBody, into, "", fields);
}

// A text that a form may leave empty.
Status ReadText(const json::Fields& fields, const char* field, std::string& into) {
  const ordered_json* const value = fields.Find(field);
  if (value == nullptr || *value == "") return Ok();
  return fields.Read(field, into);
}

// The text or the rules that a person wrote.
Result<service::OwnReading> ReadOwn(const json::Fields& fields) {
  service::OwnReading own;
  if (fields.Find("text") != nullptr) {
    KAOPING_TRY_STATUS(fields.Read("text", own.text.emplace()));
  }
  if (const ordered_json* const reading = fields.Find("reading")) own.rules = reading->dump();
  return own;
}

std::string EtagOf(const service::CriterionView& view) {
  return "\"" + view.scheme + "." + std::to_string(view.version) + "\"";
}

// The version that an If-Match header names: any, if there is none or it is "*"; one that nobody
// can have seen, if it is not ours.
std::optional<std::uint64_t> SeenBy(const Request& request) {
  const std::string_view header = request.Header("If-Match");
  if (header.empty() || header == "*") return std::nullopt;
  const std::size_t dot = header.rfind('.');
  std::uint64_t version = 0;
  if (dot != std::string_view::npos) {
    const char* const begin = header.data() + dot + 1;
    const auto [end, error] = std::from_chars(begin, header.data() + header.size(), version);
    if (error == std::errc() && end == header.data() + header.size() - 1 && *end == '"') {
      return version;
    }
  }
  return UINT64_MAX;
}

Response Answer(const Call& call, const service::CriterionView& view) {
  Response response = JsonResponse(200, View(view, call.language()));
  response.Set("ETag", EtagOf(view));
  response.Set("Cache-Control", "private, no-cache");
  return response;
}

}  // namespace

Result<Response> GetCriterion(const Call& call) {
  KAOPING_TRY(const auto view,
              service::ShowCriterion(call.Context(), call.parameters[0], call.parameters[1]));
  return Answer(call, view);
}

Result<Response> TryReading(const Call& call) {
  ordered_json body;
  KAOPING_TRY(const json::Fields fields, OpenBody(call.request, body, {"text", "reading"}));
  KAOPING_TRY(const service::OwnReading own, ReadOwn(fields));
  KAOPING_TRY(const auto tried,
              service::TryReading(call.Context(), call.parameters[0], call.parameters[1], own));
  return JsonResponse(200, View(tried, call.language()));
}

Result<Response> SettleCriterion(const Call& call) {
  ordered_json body;
  KAOPING_TRY(const json::Fields fields,
              OpenBody(call.request, body, {"how", "text", "reading", "reason"}));
  service::SettleRequest request;
  KAOPING_TRY_STATUS(fields.Require({"how"}));
  KAOPING_TRY_STATUS(fields.Read("how", scheme::ReadHow, request.how));
  KAOPING_TRY(request.reading, ReadOwn(fields));
  KAOPING_TRY_STATUS(ReadText(fields, "reason", request.reason));
  if (request.how != How::kReplaced && (request.reading.text || request.reading.rules)) {
    return MakeError(ErrorKind::kInvalid, "field-unfit",
                     Say("只有改写（replaced）才带 text 或 reading，请删去",
                         "text and reading go with \"replaced\" alone: remove them"),
                     request.reading.text ? "text" : "reading");
  }
  request.seen = SeenBy(call.request);
  KAOPING_TRY(const auto view, service::SettleCriterion(call.Context(), call.parameters[0],
                                                        call.parameters[1], request));
  return Answer(call, view);
}

Result<Response> ConfirmFindings(const Call& call) {
  ordered_json body;
  KAOPING_TRY(const json::Fields fields, OpenBody(call.request, body, {"findings", "note"}));
  std::vector<std::string> findings;
  std::string note;
  KAOPING_TRY_STATUS(fields.Read("findings", findings));
  KAOPING_TRY_STATUS(ReadText(fields, "note", note));
  KAOPING_TRY(const int confirmed,
              service::ConfirmFindings(call.Context(), call.parameters[0], findings, note));
  return JsonResponse(200, {{"confirmed", confirmed}});
}

Result<Response> PublishScheme(const Call& call) {
  ordered_json body;
  KAOPING_TRY(const json::Fields fields,
              OpenBody(call.request, body, {"reason", "confirm", "leave_facts"}));
  std::string reason;
  std::vector<std::string> confirm;
  bool leave_facts = false;
  KAOPING_TRY_STATUS(ReadText(fields, "reason", reason));
  KAOPING_TRY_STATUS(fields.Read("confirm", confirm));
  KAOPING_TRY_STATUS(fields.Read("leave_facts", leave_facts));
  KAOPING_TRY(const auto outcome,
              service::PublishScheme(
                  call.Context(), call.parameters[0], reason, confirm,
                  leave_facts ? service::LeftFacts::kAccept : service::LeftFacts::kRefuse));
  ordered_json answer = View(outcome.summary);
  if (outcome.succession) answer["succession"] = View(*outcome.succession, call.language());
  return JsonResponse(200, answer);
}

}  // namespace kaoping::api
