// Reading TOML so that every mistake comes back with its line and column. The only door to the
// TOML library; calendars, campaigns, notices and closing records all come through it.
//
// How to use it: parse a document, ask the root table for each key the format knows, then call
// report_unknown_keys(). A missing or mistyped value is reported once, and the reader gets a
// harmless stand-in (nothing, or empty), so that reading goes on and finds the next mistake.
#ifndef GENERATOR_TOML_TOML_DOCUMENT_H_
#define GENERATOR_TOML_TOML_DOCUMENT_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// A value and where it stands.
template <class T>
struct Placed {
  T value;
  Place place;
};

// A table of a document. Cheap to copy; keeps the document alive. Not for several threads at once.
// Problems go to the Diagnostics given to parse_toml(), which must outlive the table.
class TomlTable {
 public:
  bool has(std::string_view key) const;
  bool is_array(std::string_view key) const;  // false when absent

  // Absent: nothing, silently. Of another type: reported as "wrong-type", then nothing.
  // Text that is not UTF-8 never gets here: the document does not parse. Text with a control
  // character, which "\u0000" and the like can spell, is reported as "control-character".
  std::optional<std::string> text(std::string_view key);
  std::optional<std::int64_t> integer(std::string_view key);
  std::optional<bool> boolean(std::string_view key);
  std::optional<Date> date(std::string_view key);        // a TOML local date
  std::optional<Instant> instant(std::string_view key);  // a TOML offset date-time
  std::optional<TomlTable> table(std::string_view key);
  std::vector<TomlTable> tables(std::string_view key);  // [[key]], or key = [{…}, …]
  std::vector<Placed<std::string>> texts(std::string_view key);
  std::vector<Placed<Date>> dates(std::string_view key);
  std::vector<Placed<std::int64_t>> integers(std::string_view key);

  // Absent, or blank text: reported as "missing-key" at the table's place.
  std::string required_text(std::string_view key);
  std::optional<Date> required_date(std::string_view key);
  std::optional<Instant> required_instant(std::string_view key);

  // The keys of this table, in the order of the file: for tables keyed by year or by code.
  std::vector<Placed<std::string>> keys() const;

  Place place() const;                         // of the table's header, or its brace
  Place place_of(std::string_view key) const;  // of the value; place() when absent
  void report(const Place& place, std::string code, std::string message,
              Level level = Level::Error) const;

  // Every key that nobody asked for is reported as "unknown-key", with the nearest known one.
  // Call it last. Tables inside report their own.
  void report_unknown_keys() const;

 private:
  friend std::optional<TomlTable> parse_toml(std::string_view, const std::string&, int,
                                             Diagnostics&);
  struct Document;
  struct Node;
  TomlTable(std::shared_ptr<const Document> document, const Node* node);
  const Node* ask(std::string_view key);
  template <class T>
  std::optional<T> value(std::string_view key, std::string_view wanted);
  void report_missing(std::string_view key) const;
  void refuse_control_characters(std::string_view text, const Place& place) const;

  std::shared_ptr<const Document> document_;
  const Node* node_;  // owned by document_
  std::set<std::string, std::less<>> asked_;
};

// Nothing, and a "toml-syntax" problem, for text that is not TOML. `lines_before` is the number of
// lines of `file` that stand before `text` (front matter starts on the second line).
std::optional<TomlTable> parse_toml(std::string_view text, const std::string& file,
                                    int lines_before, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_TOML_TOML_DOCUMENT_H_
