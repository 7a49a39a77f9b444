#include "api/route_table.h"

#include <algorithm>
#include <optional>

namespace kaoping::api {
namespace {

// The parameters, if the segments fit the pattern.
std::optional<std::vector<std::string>> Fit(std::string_view pattern,
                                            const std::vector<std::string>& segments) {
  std::vector<std::string> parameters;
  for (const std::string& segment : segments) {
    if (!pattern.starts_with('/')) return std::nullopt;
    pattern.remove_prefix(1);
    const std::string_view part = pattern.substr(0, pattern.find('/'));
    if (part.starts_with('{')) {
      if (segment.empty()) return std::nullopt;
      parameters.push_back(segment);
    } else if (part != segment) {
      return std::nullopt;
    }
    pattern.remove_prefix(part.size());
  }
  if (!pattern.empty()) return std::nullopt;
  return parameters;
}

}  // namespace

Match RouteTable::Find(std::string_view method, const Target& target) const {
  Match match;
  const std::string_view wanted = method == "HEAD" ? "GET" : method;
  for (const Route& route : routes_) {
    auto parameters = Fit(route.pattern, target.segments);
    if (!parameters) continue;
    if (!match.allow.empty()) match.allow += ", ";
    match.allow += route.method == "GET" ? "GET, HEAD" : route.method;
    if (route.method == wanted) {
      match.route = &route;
      match.parameters = std::move(*parameters);
    }
  }
  return match;
}

}  // namespace kaoping::api
