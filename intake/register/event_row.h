// An event as it stands in its row, without its text and files. Inside register/ only.
#ifndef INTAKE_REGISTER_EVENT_ROW_H_
#define INTAKE_REGISTER_EVENT_ROW_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "intake/register/objection_event.h"

namespace gongshi {

// What every reader of events selects first; further columns follow at kAfterEventColumns.
inline constexpr std::string_view kEventColumns =
    "event.kind, event.at, event.actor, event.second_actor, event.outcome, event.refusal, "
    "event.measure, event.due, event.leader";
inline constexpr int kAfterEventColumns = 9;

// Corrupt: the `what` of an objection, which stands in the register, cannot be read.
tl::unexpected<Error> unreadable(std::string_view what, std::string_view number);

// Seconds since 1970 in UTC, as the register stores them.
Instant instant_of(std::int64_t seconds);

// The day of the column `due`; nothing when it is none.
std::optional<Date> parse_due(std::string_view text);

// The column's value by its parser, nothing for NULL; false when the parser does not know it.
template <class Row, class Value>
bool read_word(const Row& row, int column, std::optional<Value> (*parse)(std::string_view),
               std::optional<Value>& value) {
  if (row.is_null(column)) return true;
  value = parse(row.text(column));
  return value.has_value();
}

// Of kEventColumns in `row`, which is a Query or reads as one. Replaces in `event` what a row says,
// and leaves text, files and form as they are; false when a word is none of ours. What the schema
// lets a frequent kind not have is not asked for.
template <class Row>
bool read_event(const Row& row, ObjectionEvent& event) {
  const std::optional<EventKind> kind = parse_event_kind(row.text(0));
  if (!kind) return false;
  event.kind = *kind;
  event.at = instant_of(row.integer(1));
  event.actor = row.text(2);
  event.second_actor.clear();
  event.leader = row.text(8);
  event.outcome.reset();
  event.refusal.reset();
  event.measure.reset();
  event.due.reset();
  switch (*kind) {
    case EventKind::Decided:
      if (!read_word(row, 4, &parse_outcome, event.outcome)) return false;
      return event.outcome != Outcome::NotAccepted ||
             read_word(row, 5, &parse_refusal_reason, event.refusal);
    case EventKind::Replied:
    case EventKind::Supplemented:
    case EventKind::Accepted:
    case EventKind::Noted:
      return true;
    default:
      event.second_actor = row.text(3);
      return read_word(row, 6, &parse_measure, event.measure) &&
             read_word(row, 7, &parse_due, event.due);
  }
}

}  // namespace gongshi

#endif  // INTAKE_REGISTER_EVENT_ROW_H_
