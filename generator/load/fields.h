// Reading the fields that several content files share: ids, words of a short list, small numbers,
// references to something defined elsewhere. Each mistake is reported once, at the value.
#ifndef GENERATOR_LOAD_FIELDS_H_
#define GENERATOR_LOAD_FIELDS_H_

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/identifier.h"
#include "generator/notice/utf8.h"
#include "generator/toml/toml_document.h"

namespace gongshi {

// One spelling of a value, as content writes it.
template <class Value>
struct Word {
  std::string_view text;
  Value value;
};

using KnownNames = std::set<std::string, std::less<>>;

// "unknown-reference": there is no `what` (评选步骤, 奖项 …) of that name; with the nearest one.
// Silent when nothing is known: then the file that should define them has said why.
void report_unknown_reference(Diagnostics& problems, const Place& place, std::string_view what,
                              std::string_view name, const KnownNames& known);

// "duplicate-id".
void report_duplicate_id(Diagnostics& problems, const Place& place, std::string_view what,
                         std::string_view id);

// "missing-key" at the table when `key` is absent, for keys that have no required_… of their own.
void report_if_missing(const TomlTable& table, std::string_view key);

// The texts of an array, without their places.
std::vector<std::string> read_texts(TomlTable& table, std::string_view key);

// The lines that the values of `keys` begin on; of an array, each of its texts.
std::set<int> lines_of(TomlTable& table, std::span<const std::string_view> keys);

// Ids of an array; a wrong one is "not-an-identifier" and left out.
template <class Id>
std::vector<Id> read_ids(TomlTable& table, std::string_view key);

// Where each key's value stands.
std::map<std::string, Place> value_places(const TomlTable& table);

// An id that must be there: "missing-key", or "not-an-identifier". Empty when it was a mistake.
template <class Id>
Id read_id(TomlTable& table, std::string_view key);

// An id that may be absent.
template <class Id>
std::optional<Id> read_optional_id(TomlTable& table, std::string_view key);

// One of `words`; `fallback` when absent. Any other text is "unknown-word", with the known ones.
template <class Value>
Value read_word(TomlTable& table, std::string_view key, std::span<const Word<Value>> words,
                Value fallback);

// An integer within both bounds, else "out-of-range". Nothing when absent.
std::optional<int> read_number(TomlTable& table, std::string_view key, int low, int high);

// The same, and "missing-key" when absent; then `low` stands in.
int read_required_number(TomlTable& table, std::string_view key, int low, int high);

// A day, or an instant, of the years that the product can spell (parse_date()), else
// "out-of-range". Nothing when absent.
std::optional<Date> read_date(TomlTable& table, std::string_view key);
std::optional<Date> read_required_date(TomlTable& table, std::string_view key);
std::optional<Instant> read_required_instant(TomlTable& table, std::string_view key);

// --- how the templates above do it ---

void report_unknown_word(TomlTable& table, std::string_view key, const std::string& text,
                         const KnownNames& known);

template <class Id>
std::optional<Id> read_optional_id(TomlTable& table, std::string_view key) {
  const auto text = table.text(key);
  if (!text) return std::nullopt;
  Result<Id> id = Id::parse(*text);
  if (id) return *std::move(id);
  table.report(table.place_of(key), "not-an-identifier", id.error().message);
  return std::nullopt;
}

template <class Id>
Id read_id(TomlTable& table, std::string_view key) {
  if (trim_blanks(table.required_text(key)).empty()) return Id();
  return read_optional_id<Id>(table, key).value_or(Id());
}

template <class Id>
std::vector<Id> read_ids(TomlTable& table, std::string_view key) {
  std::vector<Id> ids;
  for (const auto& text : table.texts(key)) {
    Result<Id> id = Id::parse(text.value);
    if (id) {
      ids.push_back(*std::move(id));
    } else {
      table.report(text.place, "not-an-identifier", id.error().message);
    }
  }
  return ids;
}

template <class Value>
Value read_word(TomlTable& table, std::string_view key, std::span<const Word<Value>> words,
                Value fallback) {
  const auto text = table.text(key);
  if (!text) return fallback;
  KnownNames known;
  for (const Word<Value>& word : words) {
    if (word.text == *text) return word.value;
    known.emplace(word.text);
  }
  report_unknown_word(table, key, *text, known);
  return fallback;
}

}  // namespace gongshi

#endif  // GENERATOR_LOAD_FIELDS_H_
