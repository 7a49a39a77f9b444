#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "api/json.h"
#include "api/routes.h"
#include "service/layouts.h"

namespace kaoping::api {
namespace {

using nlohmann::ordered_json;

Response Answer(const std::vector<service::RememberedLayout>& layouts) {
  ordered_json items = ordered_json::array();
  for (const service::RememberedLayout& one : layouts) {
    ordered_json columns = ordered_json::array();
    for (std::size_t i = 0; i < one.layout.roles.size(); ++i) {
      columns.push_back(
          {{"heading", one.layout.headings[i]}, {"role", notice::ToString(one.layout.roles[i])}});
    }
    items.push_back({{"id", std::to_string(one.id)},
                     {"file", one.source},
                     {"by", one.by},
                     {"at", one.at.ToString()},
                     {"chosen", one.layout.is_chosen},
                     {"columns", std::move(columns)}});
  }
  return JsonResponse(200, {{"items", std::move(items)}});
}

}  // namespace

Result<Response> ListLayouts(const Call& call) {
  KAOPING_TRY(const auto layouts, service::ListLayouts(call.Context()));
  return Answer(layouts);
}

Result<Response> ForgetLayout(const Call& call) {
  const std::string& text = call.parameters[0];
  std::uint64_t id = 0;  // which no layout has
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size()) id = 0;
  KAOPING_TRY(const auto layouts, service::ForgetLayout(call.Context(), id));
  return Answer(layouts);
}

}  // namespace kaoping::api
