// Windows as calendar files (notice/icalendar.h): an event from the publication to the last moment,
// without an alarm, which is the reader's to set.
#ifndef GENERATOR_RENDER_WINDOW_ICS_H_
#define GENERATOR_RENDER_WINDOW_ICS_H_

#include <string>

#include "generator/render/site_model.h"

namespace gongshi {

// notices/<id>/window.ics. The event keeps its UID when the window is extended, so that a second
// import moves the end. Requires a notice that is not withdrawn.
std::string render_notice_calendar(const SiteModel& site, const Notice& notice);

// open.ics, for calendars that subscribe: every window on which the office has decided nothing
// since, the next to close first. What is open by the clock is not asked: a calendar shows days
// that were as well as days to come, and the same content gives the same bytes. Without any, the
// file is a calendar without events.
std::string render_open_calendar(const SiteModel& site);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_WINDOW_ICS_H_
