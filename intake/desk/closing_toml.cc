#include "intake/desk/closing_toml.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "generator/notice/civil_time.h"
#include "generator/notice/toml_text.h"

namespace gongshi {
namespace {

template <class Key>
void add_counts(std::string_view table, const std::vector<Count<Key>>& counts, std::string& toml) {
  if (counts.empty()) return;
  toml += fmt::format("\n[{}]\n", table);
  for (const Count<Key>& count : counts) {
    toml += fmt::format("{} = {}\n", to_text(count.key), count.number);
  }
}

void add_results(const std::vector<CandidateResult>& results, std::string& toml) {
  for (const CandidateResult& result : results) {
    toml += fmt::format("\n[[result]]\ncandidate = {}\ndisposition = {}\n",
                        toml_text(result.candidate.text()), toml_text(to_text(result.disposition)));
  }
}

}  // namespace

std::string write_closing_toml(const ClosingRecord& record) {
  std::string toml;
  const auto out = std::back_inserter(toml);
  fmt::format_to(out, "notice = {}\n", toml_text(record.notice.text()));
  fmt::format_to(out, "opens = {}\n", to_text(record.opens));
  fmt::format_to(out, "closes = {}\n", to_text(record.closes));
  fmt::format_to(out, "working_days = {}\n", record.working_days);
  fmt::format_to(out, "calendar = {}\n", toml_text(record.calendar.text()));
  fmt::format_to(out, "objections = {}\n", record.objections);
  fmt::format_to(out, "named = {}\n", record.named);
  fmt::format_to(out, "anonymous = {}\n", record.anonymous);
  fmt::format_to(out, "leaf_indices = [{}]\n", fmt::join(record.leaf_indices, ", "));
  fmt::format_to(out, "page_sha256 = {}\n", toml_text(record.page_sha256));
  fmt::format_to(out, "handler = {}\n", toml_text(record.handler));
  fmt::format_to(out, "approver = {}\n", toml_text(record.approver));
  fmt::format_to(out, "closed_at = {}\n", to_text(record.closed_at));
  fmt::format_to(out, "checkpoint = {}\n", toml_lines(record.checkpoint));
  add_counts("by_medium", record.by_medium, toml);
  add_counts("by_outcome", record.by_outcome, toml);
  add_results(record.results, toml);
  return toml;
}

}  // namespace gongshi
