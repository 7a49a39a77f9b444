#include "api/json.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "api/problem.h"

namespace kaoping::api {
namespace {

using nlohmann::ordered_json;

Error Malformed(Message message, std::string_view field = {}) {
  return MakeError(ErrorKind::kInvalid, kMalformedBody, std::move(message), field);
}

}  // namespace

Response JsonResponse(int status, const ordered_json& json) {
  Response response;
  response.status = status;
  response.Set("Content-Type", "application/json");
  response.body = json.dump();
  return response;
}

Status CheckJson(std::string_view body) {
  // The parser would take a NUL for the end of the body and pass over the rest.
  const bool has_nul = body.find('\0') != std::string_view::npos;
  if (!has_nul && ordered_json::accept(body)) return Ok();
  return Malformed(Say("请求的正文不是 JSON；请按 UTF-8 编码的 JSON 重新发送",
                       "the body of the request is not JSON; send it as JSON in UTF-8"));
}

Result<Form> Form::Read(const Request& request, std::initializer_list<std::string_view> fields) {
  KAOPING_TRY_STATUS(CheckJson(request.body));
  const ordered_json json = ordered_json::parse(request.body);
  Texts texts;
  if (!json.is_object()) {
    return Malformed(
        Say("请求的正文应为一个 JSON 对象", "the body of the request must be an object"));
  }
  for (const auto& [name, value] : json.items()) {
    if (std::find(fields.begin(), fields.end(), name) == fields.end()) {
      return MakeError(ErrorKind::kInvalid, "field-unknown",
                       Say("不认识的字段“{}”，请删去", "unknown field \"{}\": remove it", name),
                       name);
    }
    if (!value.is_string()) {
      return Malformed(Say("字段“{}”应为字符串", "the field \"{}\" must be a string", name), name);
    }
    texts[name] = value.get<std::string>();
  }
  return Form(std::move(texts));
}

Form Form::OfQuery(const Request& request) {
  Texts texts;
  for (const auto& [name, value] : request.target.query) texts.emplace(name, value);
  return Form(std::move(texts));
}

Result<std::string> Form::Required(std::string_view field) const {
  const auto found = texts_.find(field);
  if (found != texts_.end()) return found->second;
  return MakeError(ErrorKind::kInvalid, "field-missing",
                   Say("缺少字段“{}”", "the field \"{}\" is missing", field), field);
}

std::string Form::Optional(std::string_view field) const {
  const auto found = texts_.find(field);
  return found == texts_.end() ? std::string() : found->second;
}

Result<int> QueryLimit(const Request& request, int otherwise) {
  const auto text = request.target.Query("limit");
  if (!text) return otherwise;
  int limit = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), limit);
  if (error == std::errc() && end == text->data() + text->size()) return limit;
  return MakeError(ErrorKind::kInvalid, "limit-unfit",
                   Say("limit 应为 1 到 1000 的整数", "limit takes a whole number from 1 to 1000"),
                   "limit");
}

}  // namespace kaoping::api
