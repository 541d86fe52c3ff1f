#include "intake/verify/closing_record_file.h"

#include <fmt/format.h>

#include <optional>
#include <utility>
#include <vector>

#include "generator/notice/diagnostic.h"
#include "generator/toml/toml_document.h"
#include "intake/verify/closing_check.h"

namespace gongshi {
namespace {

constexpr int kWorkingDaysMax = 366;  // the longest window that the generator computes

template <class Id>
Id read_id(TomlTable& table, std::string_view key) {
  const std::string text = table.required_text(key);
  const Result<Id> id = Id::parse(text);
  if (id) return *id;
  if (!text.empty()) table.report(table.place_of(key), "bad-id", id.error().message);
  return Id();
}

int read_working_days(TomlTable& table) {
  const auto days = table.integer("working_days").value_or(0);
  if (1 <= days && days <= kWorkingDaysMax) return static_cast<int>(days);
  table.report(table.place_of("working_days"), "out-of-range",
               fmt::format("“working_days”应当在 1 和 {} 之间", kWorkingDaysMax));
  return 0;
}

std::vector<CandidateResult> read_results(TomlTable& table) {
  std::vector<CandidateResult> results;
  for (TomlTable& result : table.tables("result")) {
    const auto candidate = read_id<CandidateId>(result, "candidate");
    const std::string word = result.required_text("disposition");
    const auto disposition = parse_disposition(word);
    if (disposition) {
      results.push_back({.candidate = candidate, .disposition = *disposition});
    } else if (!word.empty()) {
      result.report(result.place_of("disposition"), "unknown-word",
                    fmt::format("没有“{}”这种处理结果", word));
    }
  }
  return results;
}

void read_rest(TomlTable& table, ClosingRecord& record) {
  record.notice = read_id<NoticeId>(table, "notice");
  record.opens = table.required_date("opens").value_or(Date());
  record.closes = table.required_date("closes").value_or(Date());
  record.working_days = read_working_days(table);
  record.calendar = read_id<CalendarId>(table, "calendar");
  record.page_sha256 = table.required_text("page_sha256");
  record.handler = table.required_text("handler");
  record.approver = table.required_text("approver");
  record.closed_at = table.required_instant("closed_at").value_or(Instant());
  record.results = read_results(table);
}

}  // namespace

Result<ClosingRecord> read_closing_record(std::string_view toml) {
  Result<ClosingRecord> record = read_closing_counts(toml);
  if (!record) return record;
  Diagnostics problems;
  std::optional<TomlTable> table = parse_toml(toml, "closing.toml", 0, problems);
  if (table) read_rest(*table, *record);
  if (has_errors(problems)) return failure(ErrorKind::Invalid, to_text(problems.front()));
  return record;
}

}  // namespace gongshi
