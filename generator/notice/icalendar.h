// Calendar files (RFC 5545, .ics), so that a reader's or a clerk's own calendar shows a window.
//
// Deterministic: nothing here depends on when or where it runs. Times are UTC instants, so that no
// time-zone definition has to travel with the file.
#ifndef GENERATOR_NOTICE_ICALENDAR_H_
#define GENERATOR_NOTICE_ICALENDAR_H_

#include <span>
#include <string>
#include <string_view>

#include "generator/notice/civil_time.h"

namespace gongshi {

// One entry in a calendar. Texts are valid UTF-8 as written; escaping is done here.
struct CalendarEvent {
  std::string uid;  // stays the same across builds, so that a second import replaces the first
  std::string summary;
  std::string description;  // lines end in LF; may be empty
  std::string url;          // may be empty
  Instant stamp;            // when this wording was decided: not the time of the build
  Instant starts;           // inside
  Instant ends;             // outside
};

// The whole file, under the `name` that a calendar program shows for it ("" leaves it out): CRLF,
// no line over 75 octets, no character cut in two. Control characters that the format cannot carry
// are left out.
std::string to_icalendar(std::span<const CalendarEvent> events, std::string_view name = {});

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_ICALENDAR_H_
