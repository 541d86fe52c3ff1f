#include "intake/http/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace gongshi {
namespace {

using std::chrono::microseconds;
using testing::HasSubstr;

TEST(MetricsTest, CountsWhatHappened) {
  Metrics metrics;
  metrics.count_answer("objections", 201, microseconds(500));
  metrics.count_answer("objections", 201, microseconds(501));
  metrics.count_answer("objections", 422, microseconds(20'000'000));
  metrics.count_stored();
  metrics.count_cosignature("failed");
  metrics.count_refused("window_closed");
  metrics.count_form_error("objection", "statement", "missing");
  metrics.connection_opened();
  metrics.connection_opened();
  metrics.connection_closed(true);
  const std::string text = metrics.expose({.manifest_reload_failures = 4});
  for (const char* line :
       {"gongshi_answers_total{route=\"objections\",status=\"201\"} 2\n",
        "gongshi_answers_total{route=\"objections\",status=\"422\"} 1\n",
        "gongshi_answer_seconds_bucket{route=\"objections\",le=\"0.0005\"} 1\n",
        "gongshi_answer_seconds_bucket{route=\"objections\",le=\"0.001\"} 2\n",
        "gongshi_answer_seconds_bucket{route=\"objections\",le=\"10\"} 2\n",
        "gongshi_answer_seconds_bucket{route=\"objections\",le=\"+Inf\"} 3\n",
        "gongshi_answer_seconds_sum{route=\"objections\"} 20.001001\n",
        "gongshi_answer_seconds_count{route=\"objections\"} 3\n",
        "gongshi_filings_stored_total 1\n", "gongshi_cosignatures_total{outcome=\"failed\"} 1\n",
        "gongshi_filings_refused_total{reason=\"window_closed\"} 1\n",
        "gongshi_form_errors_total{form=\"objection\",field=\"statement\","
        "code=\"missing\"} 1\n",
        "gongshi_connections_open 1\n", "gongshi_connections_ended_total 1\n",
        "gongshi_manifest_reload_failures_total 4\n"}) {
    EXPECT_THAT(text, HasSubstr(line));
  }
}

TEST(MetricsTest, EveryLineIsPrometheusText) {
  Metrics metrics;
  metrics.count_answer("status", 200, microseconds(1));
  metrics.count_form_error("objection", "name", "too_long");
  // POSIX, as gmock takes it.
  const std::string line =
      "# (HELP [a-z_]+ .+|TYPE [a-z_]+ (counter|gauge|histogram))|"
      "[a-z_]+([{][a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*[}])? [0-9][0-9.e-]*";
  std::istringstream text(metrics.expose({}));
  std::string read;
  int lines = 0;
  for (; std::getline(text, read); ++lines) EXPECT_THAT(read, testing::MatchesRegex(line));
  EXPECT_GT(lines, 20);
}

}  // namespace
}  // namespace gongshi
