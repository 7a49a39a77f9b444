// Private to api/: bodies of JSON, in and out.

#ifndef KAOPING_API_JSON_H_
#define KAOPING_API_JSON_H_

#include <functional>
#include <initializer_list>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "api/http.h"
#include "base/result.h"

namespace kaoping::api {

Response JsonResponse(int status, const nlohmann::ordered_json& json);

// The body as an object with no other fields than these, each a text.
//
// kMalformedBody: no JSON, no object, or a field that is no text. kInvalid `field-unknown`, naming
// the field.
class Form {
 public:
  static Result<Form> Read(const Request& request, std::initializer_list<std::string_view> fields);
  // The same of the parameters of the address, for a request whose body is a file; others than
  // these may stand there.
  static Form OfQuery(const Request& request);

  // kInvalid `field-missing`, naming the field.
  Result<std::string> Required(std::string_view field) const;
  // Empty if it is absent.
  std::string Optional(std::string_view field) const;

 private:
  using Texts = std::map<std::string, std::string, std::less<>>;
  explicit Form(Texts texts) : texts_(std::move(texts)) {}

  Texts texts_;
};

// `limit` of the address, or `otherwise` if it is absent. kInvalid `limit-unfit`, unless it is a
// number; which ones are taken is the service's to say.
Result<int> QueryLimit(const Request& request, int otherwise);

// kMalformedBody unless `body` is JSON.
Status CheckJson(std::string_view body);

}  // namespace kaoping::api

#endif  // KAOPING_API_JSON_H_
