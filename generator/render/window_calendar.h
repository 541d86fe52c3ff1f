// The window as a small calendar: the fields of partials/calendar.mustache.
#ifndef GENERATOR_RENDER_WINDOW_CALENDAR_H_
#define GENERATOR_RENDER_WINDOW_CALENDAR_H_

#include "generator/render/site_model.h"

namespace gongshi {

// [{title: "2017年6月", weeks: [{days: [square]}]}]: the weeks from the publication or the opening,
// whichever is earlier, to the last day. A square is {date, day, state, number, reason, published,
// last}: state is "counted", "skipped", "outside" or "blank"; number is that of a counted day;
// reason says in a word why a day is skipped or why a day off counts (周末, 端午节, 调休上班), and
// is "" where the column says it all. Every one is text, so that the picture needs no colour.
PageData describe_calendar(const SiteModel& site, const Notice& notice);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_WINDOW_CALENDAR_H_
