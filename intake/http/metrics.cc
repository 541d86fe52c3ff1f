#include "intake/http/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace gongshi {
namespace {

void expose_head(std::string& text, std::string_view name, std::string_view kind,
                 std::string_view help) {
  fmt::format_to(std::back_inserter(text), "# HELP {} {}\n# TYPE {} {}\n", name, help, name, kind);
}

void expose_number(std::string& text, std::string_view name, std::string_view kind,
                   std::string_view help, std::uint64_t value) {
  expose_head(text, name, kind, help);
  fmt::format_to(std::back_inserter(text), "{} {}\n", name, value);
}

double in_seconds(std::int64_t microseconds) { return static_cast<double>(microseconds) / 1e6; }

}  // namespace

void Metrics::count_answer(std::string_view route, int status, std::chrono::microseconds spent) {
  const auto bucket = std::ranges::lower_bound(kDurationBuckets, spent.count());
  const auto index = static_cast<std::size_t>(bucket - kDurationBuckets.begin());
  const std::string name(route);
  const std::lock_guard lock(mutex_);
  ++answers_[{name, status}];
  Durations& durations = durations_[name];
  ++durations.counts[index];
  durations.sum += spent.count();
}

void Metrics::count_stored() {
  const std::lock_guard lock(mutex_);
  ++stored_[""];
}

void Metrics::count_refused(std::string_view reason) {
  const std::lock_guard lock(mutex_);
  ++refused_[fmt::format("reason=\"{}\"", reason)];
}

void Metrics::count_form_error(std::string_view form, std::string_view field,
                               std::string_view code) {
  const std::lock_guard lock(mutex_);
  ++form_errors_[fmt::format("form=\"{}\",field=\"{}\",code=\"{}\"", form, field, code)];
}

void Metrics::count_cosignature(std::string_view outcome) {
  const std::lock_guard lock(mutex_);
  ++cosignatures_[fmt::format("outcome=\"{}\"", outcome)];
}

void Metrics::connection_opened() {
  const std::lock_guard lock(mutex_);
  ++connections_open_;
}

void Metrics::connection_closed(bool ended) {
  const std::lock_guard lock(mutex_);
  --connections_open_;
  if (ended) ++connections_ended_;
}

void Metrics::expose_counts(std::string& text, std::string_view name, std::string_view help,
                            const Counts& counts) {
  expose_head(text, name, "counter", help);
  for (const auto& [labels, count] : counts) {
    const std::string braces = labels.empty() ? "" : "{" + labels + "}";
    fmt::format_to(std::back_inserter(text), "{}{} {}\n", name, braces, count);
  }
}

void Metrics::expose_answers(std::string& text) const {
  Counts by_labels;
  for (const auto& [answer, count] : answers_) {
    by_labels[fmt::format("route=\"{}\",status=\"{}\"", answer.first, answer.second)] = count;
  }
  expose_counts(text, "gongshi_answers_total", "Answers by route and status.", by_labels);
}

void Metrics::expose_durations(std::string& text) const {
  constexpr std::string_view kName = "gongshi_answer_seconds";
  expose_head(text, kName, "histogram", "Time from a request that is read to its answer.");
  const auto out = std::back_inserter(text);
  for (const auto& [route, durations] : durations_) {
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < durations.counts.size(); ++i) {
      below += durations.counts[i];
      const std::string end =
          i < kDurationBuckets.size() ? fmt::format("{}", in_seconds(kDurationBuckets[i])) : "+Inf";
      fmt::format_to(out, "{}_bucket{{route=\"{}\",le=\"{}\"}} {}\n", kName, route, end, below);
    }
    fmt::format_to(out, "{}_sum{{route=\"{}\"}} {}\n", kName, route, in_seconds(durations.sum));
    fmt::format_to(out, "{}_count{{route=\"{}\"}} {}\n", kName, route, below);
  }
}

std::string Metrics::expose(const Others& others) const {
  const std::lock_guard lock(mutex_);
  std::string text;
  expose_answers(text);
  expose_durations(text);
  expose_counts(text, "gongshi_filings_stored_total", "Objections stored.", stored_);
  expose_counts(text, "gongshi_filings_refused_total", "Objections not taken, by reason.",
                refused_);
  expose_counts(text, "gongshi_cosignatures_total",
                "Witnesses that were asked, by what came of it.", cosignatures_);
  expose_counts(text, "gongshi_form_errors_total", "Fields that came back for correction.",
                form_errors_);
  expose_number(text, "gongshi_filings_waiting", "gauge", "Objections that wait to be written.",
                others.filings_waiting);
  expose_number(text, "gongshi_connections_open", "gauge", "Connections being served.",
                connections_open_);
  expose_number(text, "gongshi_connections_ended_total", "counter",
                "Connections ended to make room for others.", connections_ended_);
  expose_number(text, "gongshi_manifest_reload_failures_total", "counter",
                "Times that a changed manifest could not be read.",
                others.manifest_reload_failures);
  return text;
}

}  // namespace gongshi
