#include "generator/load/fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "generator/toml/spelling.h"

namespace gongshi {
namespace {

// A suggestion compares a name with every known one, and nobody reads the hundredth.
constexpr std::size_t kSuggestionsMax = 100;

// parse_date() and parse_instant() draw the same line.
bool is_spellable(Date date) { return parse_date(to_text(date)).has_value(); }

void report_year(TomlTable& table, std::string_view key) {
  table.report(table.place_of(key), "out-of-range",
               fmt::format("“{}”的年份应在 1900 到 2199 之间", key));
}

std::optional<Date> checked(TomlTable& table, std::string_view key, std::optional<Date> date) {
  if (!date || is_spellable(*date)) return date;
  report_year(table, key);
  return std::nullopt;
}

}  // namespace

void report_unknown_reference(Diagnostics& problems, const Place& place, std::string_view what,
                              std::string_view name, const KnownNames& known) {
  if (known.empty() || known.contains(name)) return;
  const std::string hint = problems.size() < kSuggestionsMax ? did_you_mean(name, known) : "";
  problems.push_back({.place = place,
                      .code = "unknown-reference",
                      .message = fmt::format("没有“{}”这个{}{}", name, what, hint)});
}

void report_duplicate_id(Diagnostics& problems, const Place& place, std::string_view what,
                         std::string_view id) {
  problems.push_back({.place = place,
                      .code = "duplicate-id",
                      .message = fmt::format("{}“{}”出现了两次；请给其中一个另起编号", what, id)});
}

void report_if_missing(const TomlTable& table, std::string_view key) {
  if (table.has(key)) return;
  table.report(table.place(), "missing-key", fmt::format("缺少“{}”，请补上", key));
}

std::vector<std::string> read_texts(TomlTable& table, std::string_view key) {
  std::vector<std::string> texts;
  for (auto& text : table.texts(key)) texts.push_back(std::move(text.value));
  return texts;
}

std::set<int> lines_of(TomlTable& table, std::span<const std::string_view> keys) {
  std::set<int> lines;
  for (const std::string_view key : keys) {
    if (!table.has(key)) continue;
    lines.insert(table.place_of(key).line);
    if (!table.is_array(key)) continue;
    for (const auto& text : table.texts(key)) lines.insert(text.place.line);
  }
  return lines;
}

std::map<std::string, Place> value_places(const TomlTable& table) {
  std::map<std::string, Place> places;
  for (const auto& key : table.keys()) places.emplace(key.value, table.place_of(key.value));
  return places;
}

void report_unknown_word(TomlTable& table, std::string_view key, const std::string& text,
                         const KnownNames& known) {
  table.report(table.place_of(key), "unknown-word",
               fmt::format("“{}”不能是“{}”，可以是：{}", key, text, fmt::join(known, "、")));
}

std::optional<int> read_number(TomlTable& table, std::string_view key, int low, int high) {
  const auto number = table.integer(key);
  if (!number) return std::nullopt;
  if (low <= *number && *number <= high) return static_cast<int>(*number);
  table.report(table.place_of(key), "out-of-range",
               fmt::format("“{}”应在 {} 到 {} 之间，这里是 {}", key, low, high, *number));
  return std::nullopt;
}

int read_required_number(TomlTable& table, std::string_view key, int low, int high) {
  report_if_missing(table, key);
  return read_number(table, key, low, high).value_or(low);
}

std::optional<Date> read_date(TomlTable& table, std::string_view key) {
  return checked(table, key, table.date(key));
}

std::optional<Date> read_required_date(TomlTable& table, std::string_view key) {
  return checked(table, key, table.required_date(key));
}

std::optional<Instant> read_required_instant(TomlTable& table, std::string_view key) {
  const auto instant = table.required_instant(key);
  if (!instant || is_spellable(date_of(*instant))) return instant;
  report_year(table, key);
  return std::nullopt;
}

}  // namespace gongshi
