#include "intake/desk/closing_toml.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "generator/notice/civil_time.h"

namespace gongshi {
namespace {

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

std::string escaped(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\t':
      return "\\t";
    default:
      return fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
  }
}

std::string basic_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\' || is_control(c)) {
      quoted += escaped(c);
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

// A literal string shows every line as it is and knows no escapes, so it cannot hold everything.
bool fits_literal(std::string_view text) {
  const bool has_control =
      std::ranges::any_of(text, [](char c) { return is_control(c) && c != '\n'; });
  return text.ends_with('\n') && !has_control && text.find("'''") == std::string_view::npos;
}

std::string lines_string(std::string_view text) {
  return fits_literal(text) ? fmt::format("'''\n{}'''", text) : basic_string(text);
}

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
                        basic_string(result.candidate.text()),
                        basic_string(to_text(result.disposition)));
  }
}

}  // namespace

std::string write_closing_toml(const ClosingRecord& record) {
  std::string toml;
  const auto out = std::back_inserter(toml);
  fmt::format_to(out, "notice = {}\n", basic_string(record.notice.text()));
  fmt::format_to(out, "opens = {}\n", to_text(record.opens));
  fmt::format_to(out, "closes = {}\n", to_text(record.closes));
  fmt::format_to(out, "working_days = {}\n", record.working_days);
  fmt::format_to(out, "calendar = {}\n", basic_string(record.calendar.text()));
  fmt::format_to(out, "objections = {}\n", record.objections);
  fmt::format_to(out, "named = {}\n", record.named);
  fmt::format_to(out, "anonymous = {}\n", record.anonymous);
  fmt::format_to(out, "leaf_indices = [{}]\n", fmt::join(record.leaf_indices, ", "));
  fmt::format_to(out, "page_sha256 = {}\n", basic_string(record.page_sha256));
  fmt::format_to(out, "handler = {}\n", basic_string(record.handler));
  fmt::format_to(out, "approver = {}\n", basic_string(record.approver));
  fmt::format_to(out, "closed_at = {}\n", to_text(record.closed_at));
  fmt::format_to(out, "checkpoint = {}\n", lines_string(record.checkpoint));
  add_counts("by_medium", record.by_medium, toml);
  add_counts("by_outcome", record.by_outcome, toml);
  add_results(record.results, toml);
  return toml;
}

}  // namespace gongshi
