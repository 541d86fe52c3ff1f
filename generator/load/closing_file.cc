#include "generator/load/closing_file.h"

#include <array>
#include <limits>
#include <optional>
#include <utility>

#include "generator/load/fields.h"
#include "generator/load/text_file.h"

namespace gongshi {
namespace {

constexpr int kCountMax = 1'000'000;  // objections to one notice; more is a slip of the keyboard

constexpr std::array kMedia = {Medium::Letter, Medium::Phone, Medium::Fax,
                               Medium::Email,  Medium::Visit, Medium::Online};
constexpr std::array kOutcomes = {
    Outcome::Unfounded,   Outcome::Upheld,      Outcome::PartlyUpheld, Outcome::Unverifiable,
    Outcome::NotAccepted, Outcome::Transferred, Outcome::Withdrawn};
const std::array<Word<Disposition>, 4> kDispositions = {{
    {to_text(Disposition::Confirmed), Disposition::Confirmed},
    {to_text(Disposition::Corrected), Disposition::Corrected},
    {to_text(Disposition::Cancelled), Disposition::Cancelled},
    {to_text(Disposition::Deferred), Disposition::Deferred},
}};

template <class Key, std::size_t N>
std::vector<Count<Key>> read_counts(TomlTable& record, std::string_view name,
                                    const std::array<Key, N>& keys) {
  std::vector<Count<Key>> counts;
  std::optional<TomlTable> table = record.table(name);
  if (!table) return counts;
  for (const Key key : keys) {
    const auto number = read_number(*table, to_text(key), 1, kCountMax);
    if (number) counts.push_back({.key = key, .number = *number});
  }
  table->report_unknown_keys();
  return counts;
}

std::vector<CandidateResult> read_results(TomlTable& record, const Notice& notice,
                                          Diagnostics& problems) {
  KnownNames known;
  for (const CandidateId& candidate : notice.candidates) known.insert(candidate.text());
  std::vector<CandidateResult> results;
  for (TomlTable& table : record.tables("result")) {
    CandidateResult result{.candidate = read_id<CandidateId>(table, "candidate")};
    table.required_text("disposition");
    result.disposition =
        read_word<Disposition>(table, "disposition", kDispositions, Disposition::Confirmed);
    table.report_unknown_keys();
    if (result.candidate.empty()) continue;
    report_unknown_reference(problems, table.place_of("candidate"), "候选对象",
                             result.candidate.text(), known);
    results.push_back(std::move(result));
  }
  return results;
}

std::vector<std::uint64_t> read_leaf_indices(TomlTable& record) {
  std::vector<std::uint64_t> indices;
  report_if_missing(record, "leaf_indices");
  for (const auto& index : record.integers("leaf_indices")) {
    if (index.value < 0) {
      record.report(index.place, "out-of-range", "日志的叶序号不会小于 0");
    } else {
      indices.push_back(static_cast<std::uint64_t>(index.value));
    }
  }
  return indices;
}

std::string read_page_digest(TomlTable& record) {
  std::string digest = record.required_text("page_sha256");
  const bool is_digest =
      digest.size() == 64 && digest.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!is_digest && !digest.empty()) {
    record.report(record.place_of("page_sha256"), "not-a-digest",
                  "“page_sha256”应当是 64 位小写十六进制数字；请重新办结");
  }
  return digest;
}

ClosingRecord read_record(TomlTable& table, const Notice& notice, Diagnostics& problems) {
  ClosingRecord record;
  record.notice = read_id<NoticeId>(table, "notice");
  record.opens = read_required_date(table, "opens").value_or(Date());
  record.closes = read_required_date(table, "closes").value_or(Date());
  record.working_days = read_required_number(table, "working_days", 1, kCountMax);
  record.calendar = read_id<CalendarId>(table, "calendar");
  record.objections = read_required_number(table, "objections", 0, kCountMax);
  record.by_medium = read_counts(table, "by_medium", kMedia);
  record.by_outcome = read_counts(table, "by_outcome", kOutcomes);
  record.named = read_required_number(table, "named", 0, kCountMax);
  record.anonymous = read_required_number(table, "anonymous", 0, kCountMax);
  record.results = read_results(table, notice, problems);
  record.leaf_indices = read_leaf_indices(table);
  record.page_sha256 = read_page_digest(table);
  record.checkpoint = table.required_text("checkpoint");
  record.handler = table.required_text("handler");
  record.approver = table.required_text("approver");
  record.closed_at = read_required_instant(table, "closed_at").value_or(Instant());
  table.report_unknown_keys();
  return record;
}

}  // namespace

void load_closing(const SourceTree& tree, const std::string& path, Notice& notice,
                  Diagnostics& problems) {
  const auto text = read_text(tree, path, problems);
  if (!text) return;
  auto table = parse_toml(*text, tree.shown(path), 0, problems);
  if (!table) return;
  notice.closing = read_record(*table, notice, problems);
  notice.closing_places = value_places(*table);
}

}  // namespace gongshi
