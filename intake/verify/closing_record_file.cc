#include "intake/verify/closing_record_file.h"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "generator/notice/diagnostic.h"
#include "generator/toml/toml_document.h"

namespace gongshi {
namespace {

constexpr int kWorkingDaysMax = 366;  // the longest window that the generator computes

// As many objections as a log is expected to hold; keeps the sums in range.
constexpr std::int64_t kCountMax = 1'000'000;

std::optional<int> read_number(TomlTable& table, std::string_view key) {
  const std::optional<std::int64_t> number = table.integer(key);
  if (!number) return std::nullopt;
  if (0 <= *number && *number <= kCountMax) return static_cast<int>(*number);
  table.report(table.place_of(key), "out-of-range",
               fmt::format("“{}”应当在 0 和 {} 之间", key, kCountMax));
  return std::nullopt;
}

template <class Key>
using Parse = std::optional<Key> (*)(std::string_view);

template <class Key>
std::vector<Count<Key>> read_counts(TomlTable& record, std::string_view name, Parse<Key> parse) {
  std::vector<Count<Key>> counts;
  std::optional<TomlTable> table = record.table(name);
  if (!table) return counts;
  for (const Placed<std::string>& word : table->keys()) {
    const std::optional<Key> key = parse(word.value);
    const auto number = read_number(*table, word.value);
    if (!key) table->report(word.place, "unknown-key", fmt::format("没有“{}”这一类", word.value));
    if (key && number) counts.push_back({.key = *key, .number = *number});
  }
  return counts;
}

int read_count(TomlTable& record, std::string_view key) {
  if (!record.has(key)) {
    record.report(record.place(), "missing-key", fmt::format("缺少“{}”", key));
  }
  return read_number(record, key).value_or(0);
}

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

ClosingRecord read_record(TomlTable& table) {
  ClosingRecord record;
  record.notice = read_id<NoticeId>(table, "notice");
  record.opens = table.required_date("opens").value_or(Date());
  record.closes = table.required_date("closes").value_or(Date());
  record.working_days = read_working_days(table);
  record.calendar = read_id<CalendarId>(table, "calendar");
  record.objections = read_count(table, "objections");
  record.named = read_count(table, "named");
  record.anonymous = read_count(table, "anonymous");
  record.by_medium = read_counts<Medium>(table, "by_medium", parse_medium);
  record.by_outcome = read_counts<Outcome>(table, "by_outcome", parse_outcome);
  for (const auto& index : table.integers("leaf_indices")) {
    record.leaf_indices.push_back(static_cast<std::uint64_t>(index.value));
  }
  record.page_sha256 = table.required_text("page_sha256");
  record.checkpoint = table.required_text("checkpoint");
  record.handler = table.required_text("handler");
  record.approver = table.required_text("approver");
  record.closed_at = table.required_instant("closed_at").value_or(Instant());
  record.results = read_results(table);
  return record;
}

}  // namespace

Result<ClosingRecord> read_closing_record(std::string_view toml) {
  Diagnostics problems;
  std::optional<TomlTable> table = parse_toml(toml, "closing.toml", 0, problems);
  ClosingRecord record;
  if (table) record = read_record(*table);
  if (has_errors(problems)) return failure(ErrorKind::Invalid, to_text(problems.front()));
  return record;
}

}  // namespace gongshi
