// The calendars of a site, by id: the files of content/calendars, read together because a region
// extends the nation.
#ifndef GENERATOR_CALENDAR_CALENDAR_SET_H_
#define GENERATOR_CALENDAR_CALENDAR_SET_H_

#include <map>
#include <span>
#include <string>
#include <vector>

#include "generator/calendar/calendar.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/source_file.h"

namespace gongshi {

// Immutable once read, so any thread may ask.
class CalendarSet {
 public:
  // Null when there is no calendar of that id, or its file had errors.
  const Calendar* find(const CalendarId& id) const;

  // In the order of their ids.
  std::vector<CalendarId> ids() const;

 private:
  friend CalendarSet read_calendars(std::span<const SourceFile>, Diagnostics&);
  std::map<CalendarId, Calendar> calendars_;
};

// Every problem of every file, with its line and column. A calendar with an error is left out, and
// so is every calendar that extends it. Regions may stand on regions; a circle is a problem.
CalendarSet read_calendars(std::span<const SourceFile> files, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CALENDAR_CALENDAR_SET_H_
