#include "intake/register/history_reader.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
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

constexpr const char* kObjectionsAfter =
    "SELECT id, year, sequence, notice, candidate, medium, named, received_at, leaf_index "
    "FROM objection WHERE id > ? ORDER BY id";
constexpr const char* kErasures = "SELECT objection, at, basis, actor FROM erasure";

std::string select_events_after() {
  return fmt::format(
      "SELECT {}, event.objection, event.ordinal, event.id FROM event WHERE event.id > ? "
      "ORDER BY event.id",
      kEventColumns);
}

// The rows of a query, read where SQLite has them: a value object for every column of a hundred
// thousand rows costs more than the rows.
class Rows {
 public:
  // With its one parameter. Throws SQLite::Exception.
  Rows(SQLite::Database& database, const char* sql, std::size_t after)
      : handle_(database.getHandle()) {
    sqlite3_stmt* statement = nullptr;
    require(sqlite3_prepare_v2(handle_, sql, -1, &statement, nullptr));
    statement_.reset(statement);
    require(sqlite3_bind_int64(statement, 1, static_cast<std::int64_t>(after)));
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

using Erasures = std::map<std::int64_t, Erasure>;

// Few, whatever the register holds.
Erasures read_erasures(SQLite::Database& database) {
  Erasures erasures;
  SQLite::Statement statement(database, kErasures);
  for (Query rows(statement); rows.step();) {
    erasures[rows.integer(0)] =
        Erasure{.at = instant_of(rows.integer(1)), .basis = rows.text(2), .actor = rows.text(3)};
  }
  return erasures;
}

}  // namespace

RepeatedTexts::Place RepeatedTexts::place_of(std::string_view text) {
  if (!texts_.empty() && texts_[last_] == text) return last_;
  if (const auto known = places_.find(text); known != places_.end()) return last_ = known->second;
  last_ = static_cast<Place>(texts_.size());
  places_.emplace(texts_.emplace_back(text), last_);
  return last_;
}

// One after another, each filled into the same row and events.
class HistoryReader::Visit {
 public:
  Visit(const HistoryReader& from, Erasures erasures, const Register::HistoryVisitor& visit)
      : from_(from), erasures_(std::move(erasures)), visit_(visit) {}

  void of(std::size_t place) {
    fill(from_.objections_[place], static_cast<std::int64_t>(place) + 1);
    std::size_t count = 0;
    for (std::uint32_t next = from_.objections_[place].first_event; next != kNone; ++count) {
      if (count == events_.size()) events_.emplace_back();
      fill(events_[count], from_.events_[next]);
      next = from_.events_[next].next;
    }
    visit_(row_, std::span(events_).first(count));
  }

 private:
  void fill(const KnownObjection& known, std::int64_t id) {
    row_.number = from_.number_of(known);
    fill(row_.filed.notice, from_.notices_.at(known.notice));
    fill(row_.filed.candidate, from_.candidates_.at(known.candidate));
    row_.filed.medium = known.medium;
    row_.filed.named = known.named;
    row_.filed.received_at = known.received_at;
    row_.leaf_index = known.leaf_index;
    const auto erased = erasures_.find(id);
    row_.erased = erased == erasures_.end() ? std::nullopt : std::optional(erased->second);
  }
  // Text that was an id when it was read, or empty. They come in runs.
  template <class Id>
  static void fill(Id& id, const std::string& text) {
    if (id.text() != text) id = Id::parse(text).value_or(Id());
  }
  void fill(ObjectionEvent& event, const KnownEvent& known) const {
    event.kind = known.kind;
    event.at = known.at;
    event.actor = from_.people_.at(known.actor);
    event.outcome = known.outcome;
    event.refusal = known.refusal;
    event.measure = known.measure;
    event.due = known.due;
    event.second_actor = from_.people_.at(known.second_actor);
    event.leader = from_.leaders_.at(known.leader);
  }

  const HistoryReader& from_;
  const Erasures erasures_;
  const Register::HistoryVisitor& visit_;
  RegisteredObjection row_;
  std::vector<ObjectionEvent> events_;
};

Result<void> HistoryReader::read(SQLite::Database& database, const std::optional<NoticeId>& notice,
                                 const Register::HistoryVisitor& visit) {
  if (Result<void> read = catch_up(database); !read) return read;
  const std::shared_lock lock(mutex_);
  Visit each(*this, read_erasures(database), visit);
  for (std::size_t place = 0; place < objections_.size(); ++place) {
    const bool is_wanted = !notice || notices_.at(objections_[place].notice) == notice->text();
    if (is_wanted) each.of(place);
  }
  return {};
}

Result<void> HistoryReader::read_joined(SQLite::Database& database,
                                        const Register::HistoryVisitor& visit) {
  if (Result<void> read = catch_up(database); !read) return read;
  const std::shared_lock lock(mutex_);
  if (joined_.empty()) return {};
  Visit each(*this, read_erasures(database), visit);
  for (const std::size_t place : joined_) each.of(place);
  return {};
}

Result<void> HistoryReader::catch_up(SQLite::Database& database) {
  const std::scoped_lock lock(mutex_);
  if (Result<void> read = read_objections(database); !read) return read;
  return read_events(database);
}

Result<void> HistoryReader::read_objections(SQLite::Database& database) {
  for (Rows rows(database, kObjectionsAfter, objections_.size()); rows.step();) {
    KnownObjection read{.sequence = rows.integer(2),
                        .year = static_cast<std::int32_t>(rows.integer(1)),
                        .notice = notices_.place_of(rows.text(3)),
                        .candidate = candidates_.place_of(rows.text(4)),
                        .named = rows.integer(6) != 0,
                        .received_at = instant_of(rows.integer(7)),
                        .leaf_index = static_cast<std::uint64_t>(rows.integer(8))};
    const std::optional<Medium> medium = parse_medium(rows.text(5));
    const bool is_next = rows.integer(0) == static_cast<std::int64_t>(objections_.size()) + 1;
    const std::string& candidate = candidates_.at(read.candidate);
    const bool is_known = medium && is_identifier(notices_.at(read.notice)) &&
                          (candidate.empty() || is_identifier(candidate));
    if (!is_next || !is_known) return unreadable("row", number_of(read));
    read.medium = *medium;
    objections_.push_back(read);
  }
  return {};
}

Result<void> HistoryReader::read_events(SQLite::Database& database) {
  ObjectionEvent event;  // made once and filled again and again
  const std::string select = select_events_after();
  for (Rows rows(database, select.c_str(), events_.size()); rows.step();) {
    const auto of = static_cast<std::size_t>(rows.integer(kAfterEventColumns)) - 1;
    if (of >= objections_.size()) return unreadable("event", "without a number");
    KnownObjection& objection = objections_[of];
    const bool is_next =
        rows.integer(kAfterEventColumns + 1) == std::int64_t{objection.events} &&
        rows.integer(kAfterEventColumns + 2) == static_cast<std::int64_t>(events_.size()) + 1;
    if (!is_next || !read_event(rows, event)) return unreadable("event", number_of(objection));
    append(objection, known(event));
    if (event.kind == EventKind::Joined) joined_.insert(of);
  }
  return {};
}

HistoryReader::KnownEvent HistoryReader::known(const ObjectionEvent& event) {
  return {.kind = event.kind,
          .outcome = event.outcome,
          .refusal = event.refusal,
          .measure = event.measure,
          .due = event.due,
          .at = event.at,
          .actor = people_.place_of(event.actor),
          .second_actor = people_.place_of(event.second_actor),
          .leader = leaders_.place_of(event.leader)};
}

void HistoryReader::append(KnownObjection& objection, KnownEvent event) {
  const auto place = static_cast<std::uint32_t>(events_.size());
  events_.push_back(event);
  (objection.events == 0 ? objection.first_event : events_[objection.last_event].next) = place;
  objection.last_event = place;
  ++objection.events;
}

std::string HistoryReader::number_of(const KnownObjection& objection) const {
  return to_text(ReceiptNumber{.year = objection.year, .sequence = objection.sequence});
}

}  // namespace gongshi
