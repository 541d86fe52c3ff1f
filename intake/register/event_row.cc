#include "intake/register/event_row.h"

#include <fmt/format.h>

#include <chrono>

namespace gongshi {

tl::unexpected<Error> unreadable(std::string_view what, std::string_view number) {
  return failure(ErrorKind::Corrupt,
                 fmt::format("the register holds a {} of objection {} that cannot be read: restore "
                             "it from a backup",
                             what, number));
}

Instant instant_of(std::int64_t seconds) {
  return Instant{std::chrono::sys_seconds(std::chrono::seconds(seconds))};
}

std::optional<Date> parse_due(std::string_view text) {
  const Result<Date> date = parse_date(text);
  return date ? std::optional(*date) : std::nullopt;
}

}  // namespace gongshi
