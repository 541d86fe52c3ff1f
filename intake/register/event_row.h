// An event as it stands in its row, without its text and files. Inside register/ only.
#ifndef INTAKE_REGISTER_EVENT_ROW_H_
#define INTAKE_REGISTER_EVENT_ROW_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "intake/register/database.h"
#include "intake/register/objection_event.h"

namespace gongshi {

// What every reader of events selects first; further columns follow at kAfterEventColumns.
inline constexpr std::string_view kEventColumns =
    "event.kind, event.at, event.actor, event.second_actor, event.outcome, event.refusal, "
    "event.measure, event.due";
inline constexpr int kAfterEventColumns = 8;

// Of the row that `query` stands on; nothing when a word in it is none of ours.
std::optional<ObjectionEvent> read_event(const Query& query);

// Corrupt: the `what` of an objection, which stands in the register, cannot be read.
tl::unexpected<Error> unreadable(std::string_view what, std::string_view number);

// Seconds since 1970 in UTC, as the register stores them.
Instant instant_of(std::int64_t seconds);

}  // namespace gongshi

#endif  // INTAKE_REGISTER_EVENT_ROW_H_
