// R2, R3, R5: the objection window of each notice, computed once, and what the office wrote about
// it. The dates in content are never used as they stand: they are compared with the computed ones.
//
//   window-closes-mismatch     `closes` is not the computed date
//   window-too-short           the notice's working_days are fewer than its step's
//   window-longer-than-stated  they are more than a step with length = "exact" states
//   calendar-year-unknown      counting meets a year that the calendar does not know
//   opens-before-publication   `opens` is before the date of `published_at`
//   window-amended             the calendar changed after publication, and no extension mends it
//   extension-not-later        an extension does not move the end later
//   extension-too-late         an extension was decided after the window had closed
#ifndef GENERATOR_CHECK_WINDOWS_H_
#define GENERATOR_CHECK_WINDOWS_H_

#include "generator/calendar/calendar_set.h"
#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/window.h"

namespace gongshi {

// The windows with their extensions, never ending before the end that readers could be told on the
// day of publication: a calendar that changes later cannot move a published end earlier.
// `closes` of a notice announces the end before extensions, as it was right on that day.
// A notice is left out when loading or reading its calendar has already failed, or counting fails.
Windows check_windows(const Content& content, const CalendarSet& calendars, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_WINDOWS_H_
