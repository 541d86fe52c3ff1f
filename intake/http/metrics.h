// What the daemon counts about itself, in Prometheus' text format (0.0.4). Numbers of all people
// together; every label is a word of ours, so nothing of a client can stand in one, and there is an
// end to them.
#ifndef INTAKE_HTTP_METRICS_H_
#define INTAKE_HTTP_METRICS_H_

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace gongshi {

inline constexpr std::string_view kPrometheusText = "text/plain; version=0.0.4; charset=utf-8";

// Upper ends, in microseconds, of the histogram of durations: from a file in the cache to a disk
// that hardly answers. 30 ms is the target for a filing at the 99th of a hundred.
inline constexpr std::array<std::int64_t, 9> kDurationBuckets = {
    500, 1'000, 3'000, 10'000, 30'000, 100'000, 300'000, 1'000'000, 10'000'000};

// Threads: any may call.
class Metrics {
 public:
  void count_answer(std::string_view route, int status, std::chrono::microseconds spent);

  // A receipt was given for an objection that was not there before.
  void count_stored();
  // An objection was not taken: window_closed, rate_limited, not_stored …
  void count_refused(std::string_view reason);
  // A field came back for correction (FORMS 2: which message is shown how often). `form` is
  // objection, lookup, supplement or withdrawal.
  void count_form_error(std::string_view form, std::string_view field, std::string_view code);

  // A witness was asked for its cosignature: signed or failed.
  void count_cosignature(std::string_view outcome);

  void connection_opened();
  // `ended`: to make room for another.
  void connection_closed(bool ended);

  // What others know and this page shows.
  struct Others {
    std::size_t filings_waiting = 0;             // for their turn to be written
    std::uint64_t manifest_reload_failures = 0;  // since the start
  };
  std::string expose(const Others& others) const;

 private:
  struct Durations {
    std::array<std::uint64_t, kDurationBuckets.size() + 1> counts{};
    std::int64_t sum = 0;  // microseconds
  };
  using Counts = std::map<std::string, std::uint64_t, std::less<>>;  // by labels

  void expose_answers(std::string& text) const;
  static void expose_counts(std::string& text, std::string_view name, std::string_view help,
                            const Counts& counts);
  void expose_durations(std::string& text) const;

  mutable std::mutex mutex_;                                      // guards all below
  std::map<std::pair<std::string, int>, std::uint64_t> answers_;  // by route and status
  std::map<std::string, Durations, std::less<>> durations_;       // by route
  Counts stored_ = {{"", 0}};
  Counts refused_;
  Counts cosignatures_;
  Counts form_errors_;
  std::uint64_t connections_open_ = 0;
  std::uint64_t connections_ended_ = 0;
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_METRICS_H_
