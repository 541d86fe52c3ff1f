#include "intake/register/history_reader.h"

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "intake/register/database.h"
#include "intake/register/event_row.h"
#include "intake/seal/receipt_number.h"

namespace gongshi {
namespace {

constexpr std::string_view kOfNotice = "WHERE objection.notice = ? ";

std::string objections_sql(bool of_notice) {
  return fmt::format(
      "SELECT objection.id, year, sequence, notice, candidate, medium, named, received_at, "
      "objection.leaf_index, erasure.at, basis, erasure.actor FROM objection "
      "LEFT JOIN erasure ON erasure.objection = objection.id {}ORDER BY objection.id",
      of_notice ? kOfNotice : "");
}

// In the same order as the objections.
std::string events_sql(bool of_notice) {
  return fmt::format(
      "SELECT {}, event.objection FROM event {}ORDER BY event.objection, ordinal", kEventColumns,
      of_notice ? fmt::format("JOIN objection ON objection.id = event.objection {}", kOfNotice)
                : "");
}

// The id that the text is, or the one of the row before: they come in runs.
template <class Id>
bool read_id(const std::string& text, Id& id) {
  if (text == id.text()) return true;
  if (text.empty()) {
    id = Id();
    return true;
  }
  const Result<Id> parsed = Id::parse(text);
  if (parsed) id = *parsed;
  return parsed.has_value();
}

// Into `row`, whose other members stay empty. Columns as in objections_sql().
Result<void> read_objection(const Query& query, RegisteredObjection& row) {
  row.number = to_text(ReceiptNumber{static_cast<int>(query.integer(1)), query.integer(2)});
  NewObjection& filed = row.filed;
  const std::optional<Medium> medium = parse_medium(query.text(5));
  const bool known =
      read_id(query.text(3), filed.notice) && read_id(query.text(4), filed.candidate) && medium;
  if (!known) return unreadable("row", row.number);
  filed.medium = *medium;
  filed.named = query.integer(6) != 0;
  filed.received_at = instant_of(query.integer(7));
  row.leaf_index = query.count(8);
  row.erased.reset();
  if (!query.is_null(9)) {
    row.erased = Erasure{
        .at = instant_of(query.integer(9)), .basis = query.text(10), .actor = query.text(11)};
  }
  return {};
}

// The events of one objection after another, each asked for once and in their order.
class EventRows {
 public:
  explicit EventRows(Query& query) : query_(query), there_(query.step()) {}

  // Into `history`; false when one cannot be read.
  bool take(std::int64_t objection, std::vector<ObjectionEvent>& history) {
    history.clear();
    for (; there_ && query_.integer(kAfterEventColumns) == objection; there_ = query_.step()) {
      std::optional<ObjectionEvent> event = read_event(query_);
      if (!event) return false;
      history.push_back(*std::move(event));
    }
    return true;
  }

 private:
  Query& query_;
  bool there_;
};

Result<void> visit_rows(Query& objections, Query& events, const Register::HistoryVisitor& visit) {
  EventRows event_rows(events);
  RegisteredObjection row;
  std::vector<ObjectionEvent> history;
  while (objections.step()) {
    Result<void> read = read_objection(objections, row);
    if (!read) return read;
    if (!event_rows.take(objections.integer(0), history)) return unreadable("event", row.number);
    visit(row, history);
  }
  return {};
}

}  // namespace

Result<void> read_histories(SQLite::Database& database, const std::optional<NoticeId>& notice,
                            const Register::HistoryVisitor& visit) {
  SQLite::Statement objection_rows(database, objections_sql(notice.has_value()));
  SQLite::Statement event_rows(database, events_sql(notice.has_value()));
  if (!notice) {
    Query objections(objection_rows);
    Query events(event_rows);
    return visit_rows(objections, events, visit);
  }
  Query objections(objection_rows, notice->text());
  Query events(event_rows, notice->text());
  return visit_rows(objections, events, visit);
}

}  // namespace gongshi
