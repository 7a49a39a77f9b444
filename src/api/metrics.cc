#include "api/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace kaoping::api {
namespace {

// Any word may stand as a method; only ours become labels, so that nobody can fill the memory.
std::string_view Label(std::string_view method) {
  for (const std::string_view known : {"GET", "HEAD", "POST", "PUT", "DELETE"}) {
    if (method == known) return known;
  }
  return "other";
}

}  // namespace

void Metrics::Count(const Exchange& exchange) {
  const std::lock_guard lock(mutex_);
  ++answers_[{exchange.route, Label(exchange.request.method), exchange.status}];
  const double seconds = std::chrono::duration<double>(exchange.took).count();
  const auto bucket = std::lower_bound(kBounds.begin(), kBounds.end(), seconds) - kBounds.begin();
  ++took_[static_cast<std::size_t>(bucket)];
  total_ += exchange.took;
  connections_ = exchange.connections;
}

std::string Metrics::Render() const {
  const std::lock_guard lock(mutex_);
  std::string text;
  const auto out = std::back_inserter(text);
  fmt::format_to(out,
                 "# HELP kaoping_http_requests_total Answered requests by route.\n"
                 "# TYPE kaoping_http_requests_total counter\n");
  for (const auto& [labels, count] : answers_) {
    const auto& [route, method, status] = labels;
    fmt::format_to(out,
                   "kaoping_http_requests_total{{route=\"{}\",method=\"{}\",status=\"{}\"}} {}\n",
                   route, method, status, count);
  }
  fmt::format_to(out,
                 "# HELP kaoping_http_request_seconds From the head of a request to its answer.\n"
                 "# TYPE kaoping_http_request_seconds histogram\n");
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < kBounds.size(); ++i) {
    sum += took_[i];
    fmt::format_to(out, "kaoping_http_request_seconds_bucket{{le=\"{}\"}} {}\n", kBounds[i], sum);
  }
  sum += took_.back();
  fmt::format_to(out,
                 "kaoping_http_request_seconds_bucket{{le=\"+Inf\"}} {0}\n"
                 "kaoping_http_request_seconds_sum {1:.6f}\n"
                 "kaoping_http_request_seconds_count {0}\n",
                 sum, std::chrono::duration<double>(total_).count());
  fmt::format_to(out,
                 "# HELP kaoping_http_connections Open connections when the last answer was sent.\n"
                 "# TYPE kaoping_http_connections gauge\n"
                 "kaoping_http_connections {}\n",
                 connections_);
  return text;
}

}  // namespace kaoping::api
