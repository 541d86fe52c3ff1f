#include "intake/register/history_reader.h"

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "intake/register/database.h"
#include "intake/register/event_row.h"
#include "intake/seal/receipt_number.h"

namespace gongshi {
namespace {

constexpr const char* kObjections =
    "SELECT id, year, sequence, notice, candidate, medium, named, received_at, leaf_index "
    "FROM objection ORDER BY id";
constexpr const char* kObjectionsOfNotice =
    "SELECT id, year, sequence, notice, candidate, medium, named, received_at, leaf_index "
    "FROM objection WHERE notice = ? ORDER BY id";
// In the same order; what belongs to other notices is passed over, which is quicker than a join.
constexpr const char* kEvents =
    "SELECT objection, kind, at, actor, second_actor, outcome, refusal, measure, due "
    "FROM event ORDER BY objection, ordinal";
constexpr const char* kErasures = "SELECT objection, at, basis, actor FROM erasure";

// The rows of a query, read where SQLite has them: a value object for every column of a hundred
// thousand rows costs more than the rows.
class Rows {
 public:
  // Throws SQLite::Exception.
  Rows(SQLite::Database& database, const char* sql, const NoticeId* notice = nullptr)
      : handle_(database.getHandle()) {
    sqlite3_stmt* statement = nullptr;
    require(sqlite3_prepare_v2(handle_, sql, -1, &statement, nullptr));
    statement_.reset(statement);
    if (notice == nullptr) return;
    const std::string& text = notice->text();
    require(sqlite3_bind_text(statement, 1, text.data(), static_cast<int>(text.size()),
                              SQLITE_TRANSIENT));
  }

  // True: there is a row. Throws SQLite::Exception.
  bool step() {
    const int code = sqlite3_step(statement_.get());
    if (code != SQLITE_DONE && code != SQLITE_ROW) require(code);
    return code == SQLITE_ROW;
  }

  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  bool is_null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
  }
  // Until the next step; empty for NULL.
  std::string_view text(int column) const {
    const auto* bytes =
        reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
  }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };

  void require(int code) {
    if (code != SQLITE_OK) throw SQLite::Exception(handle_, code);
  }

  sqlite3* handle_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// The id that the text is, or the one of the row before: they come in runs.
template <class Id>
bool read_id(std::string_view text, Id& id) {
  if (text == id.text()) return true;
  if (text.empty()) {
    id = Id();
    return true;
  }
  const Result<Id> parsed = Id::parse(text);
  if (parsed) id = *parsed;
  return parsed.has_value();
}

// Into `row`, whose other members stay as they are. Columns of kObjections.
Result<void> read_objection(const Rows& rows, RegisteredObjection& row) {
  row.number = to_text(ReceiptNumber{static_cast<int>(rows.integer(1)), rows.integer(2)});
  NewObjection& filed = row.filed;
  const std::optional<Medium> medium = parse_medium(rows.text(5));
  const bool known =
      read_id(rows.text(3), filed.notice) && read_id(rows.text(4), filed.candidate) && medium;
  if (!known) return unreadable("row", row.number);
  filed.medium = *medium;
  filed.named = rows.integer(6) != 0;
  filed.received_at = instant_of(rows.integer(7));
  row.leaf_index = static_cast<std::uint64_t>(rows.integer(8));
  return {};
}

// False when a word of the column is none of ours.
template <class Value>
bool read_word(const Rows& rows, int column, std::optional<Value> (*parse)(std::string_view),
               std::optional<Value>& value) {
  if (rows.is_null(column)) return true;
  value = parse(rows.text(column));
  return value.has_value();
}

std::optional<Date> parse_due(std::string_view text) {
  const Result<Date> date = parse_date(text);
  return date ? std::optional(*date) : std::nullopt;
}

// Columns of kEvents.
bool read_event(const Rows& rows, ObjectionEvent& event) {
  const std::optional<EventKind> kind = parse_event_kind(rows.text(1));
  if (!kind) return false;
  event.kind = *kind;
  event.at = instant_of(rows.integer(2));
  event.actor = rows.text(3);
  event.second_actor = rows.text(4);
  return read_word(rows, 5, &parse_outcome, event.outcome) &&
         read_word(rows, 6, &parse_refusal_reason, event.refusal) &&
         read_word(rows, 7, &parse_measure, event.measure) &&
         read_word(rows, 8, &parse_due, event.due);
}

// The events of one objection after another, asked for in the order of their objections.
class EventRows {
 public:
  explicit EventRows(SQLite::Database& database) : rows_(database, kEvents), there_(rows_.step()) {}

  // Into `history`; false when one cannot be read.
  bool take(std::int64_t objection, std::vector<ObjectionEvent>& history) {
    history.clear();
    for (; there_ && rows_.integer(0) <= objection; there_ = rows_.step()) {
      if (rows_.integer(0) < objection) continue;
      if (!read_event(rows_, history.emplace_back())) return false;
    }
    return true;
  }

 private:
  Rows rows_;
  bool there_;
};

// Few, whatever the register holds.
std::map<std::int64_t, Erasure> read_erasures(SQLite::Database& database) {
  std::map<std::int64_t, Erasure> erasures;
  for (Rows rows(database, kErasures); rows.step();) {
    erasures[rows.integer(0)] = Erasure{.at = instant_of(rows.integer(1)),
                                        .basis = std::string(rows.text(2)),
                                        .actor = std::string(rows.text(3))};
  }
  return erasures;
}

}  // namespace

Result<void> read_histories(SQLite::Database& database, const std::optional<NoticeId>& notice,
                            const Register::HistoryVisitor& visit) {
  const std::map<std::int64_t, Erasure> erasures = read_erasures(database);
  EventRows events(database);
  RegisteredObjection row;
  std::vector<ObjectionEvent> history;
  Rows objections =
      notice ? Rows(database, kObjectionsOfNotice, &*notice) : Rows(database, kObjections);
  while (objections.step()) {
    if (Result<void> read = read_objection(objections, row); !read) return read;
    const std::int64_t id = objections.integer(0);
    const auto erased = erasures.find(id);
    row.erased = erased == erasures.end() ? std::nullopt : std::optional(erased->second);
    if (!events.take(id, history)) return unreadable("event", row.number);
    visit(row, history);
  }
  return {};
}

}  // namespace gongshi
