// The calendars of a site, by id: the files of content/calendars, read together because a region
// extends the nation.
#ifndef GENERATOR_CALENDAR_CALENDAR_SET_H_
#define GENERATOR_CALENDAR_CALENDAR_SET_H_

#include <span>

#include "generator/calendar/calendar.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/source_file.h"

namespace gongshi {

class CalendarSet {
 public:
  // Null when there is no calendar of that id, or its file had errors.
  const Calendar* find(const CalendarId& id) const;
};

// Every problem of every file, with its line and column. A calendar with an error is left out.
CalendarSet read_calendars(std::span<const SourceFile> files, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CALENDAR_CALENDAR_SET_H_
