// Whether a calendar agrees with the ones below it, and each notice with those before it.
#ifndef GENERATOR_CALENDAR_LAYERING_H_
#define GENERATOR_CALENDAR_LAYERING_H_

#include "generator/calendar/calendar.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// Reports what the last layer says that cannot stand on the layers below it:
//   calendar-day-twice            two years of one file rule on the same day
//   calendar-make-up-on-workday   a make-up day on a day that is worked anyway
//   calendar-make-up-on-holiday   a region works on a holiday of the calendar below
//   calendar-covers-make-up       a region's holiday runs over a make-up day without make_up_off
//   calendar-make-up-off          make_up_off names a day that is no make-up day
//   calendar-withdrawn            nothing to withdraw, or it is the calendar below that ordered it
//   calendar-regions-disagree     a region contradicts the region that it extends
//   calendar-issued               the nation's notice does not say when it was issued
void check_layering(const Calendar::Layers& layers, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CALENDAR_LAYERING_H_
