// Metrics: what the server has done, as Prometheus reads it. Safe on several threads.

#ifndef KAOPING_API_METRICS_H_
#define KAOPING_API_METRICS_H_

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>

#include "api/server.h"

namespace kaoping::api {

class Metrics {
 public:
  void Count(const Exchange& exchange);
  // In the text format 0.0.4.
  std::string Render() const;

 private:
  // Upper bounds in seconds; one bucket more for what took longer.
  static constexpr std::array<double, 11> kBounds = {0.001, 0.005, 0.01, 0.02, 0.05, 0.1,
                                                     0.25,  0.5,   1,    2.5,  10};

  mutable std::mutex mutex_;
  std::map<std::tuple<std::string_view, std::string_view, int>, std::uint64_t> answers_;
  std::array<std::uint64_t, kBounds.size() + 1> took_{};
  std::chrono::microseconds total_{};
  int connections_ = 0;
};

}  // namespace kaoping::api

#endif  // KAOPING_API_METRICS_H_
