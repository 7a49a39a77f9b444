#include "api/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kaoping::api {
namespace {

using testing::HasSubstr;
using testing::Not;

void Count(Metrics& metrics, std::string_view method, int status, std::chrono::microseconds took) {
  Request request;
  request.method = method;
  metrics.Count({request, "/schemes/{id}", status, 0, took, 7});
}

TEST(MetricsTest, CountsAnswersByRouteMethodAndStatus) {
  Metrics metrics;
  Count(metrics, "GET", 200, std::chrono::milliseconds(1));
  Count(metrics, "GET", 200, std::chrono::milliseconds(1));
  Count(metrics, "GET", 404, std::chrono::milliseconds(1));
  const std::string text = metrics.Render();
  EXPECT_THAT(text, HasSubstr("{route=\"/schemes/{id}\",method=\"GET\",status=\"200\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("{route=\"/schemes/{id}\",method=\"GET\",status=\"404\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("kaoping_http_connections 7\n"));
}

TEST(MetricsTest, PutsTimesIntoBucketsThatIncludeTheSmallerOnes) {
  Metrics metrics;
  Count(metrics, "GET", 200, std::chrono::microseconds(1000));
  Count(metrics, "GET", 200, std::chrono::microseconds(1001));
  Count(metrics, "GET", 200, std::chrono::seconds(11));
  const std::string text = metrics.Render();
  EXPECT_THAT(text, HasSubstr("_bucket{le=\"0.001\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("_bucket{le=\"0.005\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("_bucket{le=\"10\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("_bucket{le=\"+Inf\"} 3\n"));
  EXPECT_THAT(text, HasSubstr("_sum 11.002001\n"));
  EXPECT_THAT(text, HasSubstr("_count 3\n"));
}

TEST(MetricsTest, MakesNoLabelOfAMethodItDoesNotKnow) {
  Metrics metrics;
  Count(metrics, "BREW\"", 405, std::chrono::milliseconds(1));
  EXPECT_THAT(metrics.Render(), HasSubstr("method=\"other\""));
  EXPECT_THAT(metrics.Render(), Not(HasSubstr("BREW")));
}

}  // namespace
}  // namespace kaoping::api
