#include "intake/register/history_reader.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <span>
#include <string>
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
constexpr const char* kErasures = "SELECT objection, at, basis, actor FROM erasure";

// In the same order; what belongs to other notices is passed over, which is quicker than a join.
std::string select_events() {
  return fmt::format("SELECT {}, event.objection FROM event ORDER BY objection, ordinal",
                     kEventColumns);
}

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
  // Until the next step; empty for NULL. No word of ours has a zero byte in it.
  std::string_view text(int column) const {
    const auto* words =
        reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    return words == nullptr ? std::string_view() : std::string_view(words);
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

// The events of one objection after another, asked for in the order of their objections.
class EventRows {
 public:
  explicit EventRows(SQLite::Database& database) : rows_(database, select_events().c_str()) {
    step();
  }

  // False when one cannot be read.
  bool take(std::int64_t objection) {
    count_ = 0;
    for (; of_ <= objection; step()) {
      if (of_ == objection && !read_event(rows_, next())) return false;
    }
    return true;
  }

  // What was taken last. Until the next one.
  std::span<const ObjectionEvent> history() const { return std::span(events_).first(count_); }

 private:
  static constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::max();

  void step() { of_ = rows_.step() ? rows_.integer(kAfterEventColumns) : kNone; }
  // Made once and filled again and again.
  ObjectionEvent& next() {
    if (count_ == events_.size()) events_.emplace_back();
    return events_[count_++];
  }

  Rows rows_;
  std::int64_t of_ = kNone;  // the objection of the event that comes next
  std::vector<ObjectionEvent> events_;
  std::size_t count_ = 0;
};

using Erasures = std::map<std::int64_t, Erasure>;

// Few, whatever the register holds.
Erasures read_erasures(SQLite::Database& database) {
  Erasures erasures;
  for (Rows rows(database, kErasures); rows.step();) {
    erasures[rows.integer(0)] = Erasure{.at = instant_of(rows.integer(1)),
                                        .basis = std::string(rows.text(2)),
                                        .actor = std::string(rows.text(3))};
  }
  return erasures;
}

// One objection after another. Columns of kObjections.
class ObjectionRows {
 public:
  ObjectionRows(SQLite::Database& database, const NoticeId* of)
      : rows_(database, of == nullptr ? kObjections : kObjectionsOfNotice, of),
        erasures_(read_erasures(database)) {}

  bool step() { return rows_.step(); }
  std::int64_t id() const { return rows_.integer(0); }

  // Into `row`, whose other members stay as they are.
  Result<void> read(RegisteredObjection& row) const {
    row.number = to_text(ReceiptNumber{static_cast<int>(rows_.integer(1)), rows_.integer(2)});
    NewObjection& filed = row.filed;
    const std::optional<Medium> medium = parse_medium(rows_.text(5));
    const bool known =
        read_id(rows_.text(3), filed.notice) && read_id(rows_.text(4), filed.candidate) && medium;
    if (!known) return unreadable("row", row.number);
    filed.medium = *medium;
    filed.named = rows_.integer(6) != 0;
    filed.received_at = instant_of(rows_.integer(7));
    row.leaf_index = static_cast<std::uint64_t>(rows_.integer(8));
    row.erased = erasures_.empty() ? std::nullopt : erasure_of(id());
    return {};
  }

 private:
  std::optional<Erasure> erasure_of(std::int64_t objection) const {
    const auto found = erasures_.find(objection);
    return found == erasures_.end() ? std::nullopt : std::optional(found->second);
  }

  Rows rows_;
  Erasures erasures_;
};

}  // namespace

Result<void> read_histories(SQLite::Database& database, const std::optional<NoticeId>& notice,
                            const Register::HistoryVisitor& visit) {
  EventRows events(database);
  ObjectionRows objections(database, notice ? &*notice : nullptr);
  RegisteredObjection row;
  while (objections.step()) {
    if (Result<void> read = objections.read(row); !read) return read;
    if (!events.take(objections.id())) return unreadable("event", row.number);
    visit(row, events.history());
  }
  return {};
}

}  // namespace gongshi
