#include "intake/register/event_row.h"

#include <fmt/format.h>

#include <chrono>

namespace gongshi {
namespace {

// The column's value by its parser, nothing for NULL; false when the parser does not know it.
template <class Value>
bool read_word(const Query& query, int column, std::optional<Value> (*parse)(std::string_view),
               std::optional<Value>& value) {
  if (query.is_null(column)) return true;
  value = parse(query.text(column));
  return value.has_value();
}

std::optional<Date> parse_due(std::string_view text) {
  const Result<Date> date = parse_date(text);
  return date ? std::optional(*date) : std::nullopt;
}

}  // namespace

std::optional<ObjectionEvent> read_event(const Query& query) {
  ObjectionEvent event;
  const std::optional<EventKind> kind = parse_event_kind(query.text(0));
  const bool known = kind && read_word(query, 4, &parse_outcome, event.outcome) &&
                     read_word(query, 5, &parse_refusal_reason, event.refusal) &&
                     read_word(query, 6, &parse_measure, event.measure) &&
                     read_word(query, 7, &parse_due, event.due);
  if (!known) return std::nullopt;
  event.kind = *kind;
  event.at = instant_of(query.integer(1));
  event.actor = query.text(2);
  event.second_actor = query.text(3);
  return event;
}

tl::unexpected<Error> unreadable(std::string_view what, std::string_view number) {
  return failure(ErrorKind::Corrupt,
                 fmt::format("the register holds a {} of objection {} that cannot be read: restore "
                             "it from a backup",
                             what, number));
}

Instant instant_of(std::int64_t seconds) {
  return Instant{std::chrono::sys_seconds(std::chrono::seconds(seconds))};
}

}  // namespace gongshi
