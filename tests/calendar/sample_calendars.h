// Calendars for the tests: those of content/, read once, and small ones written in a test.
#ifndef TESTS_CALENDAR_SAMPLE_CALENDARS_H_
#define TESTS_CALENDAR_SAMPLE_CALENDARS_H_

#include <string>
#include <string_view>
#include <vector>

#include "generator/calendar/calendar_set.h"

namespace gongshi {

Date day(std::string_view text);  // ends the test program when the text is no date

// The files of content/calendars, in the order of their names.
std::vector<SourceFile> calendar_sources();

// The calendars of content/. A problem in them ends the test program.
const CalendarSet& real_calendars();
const Calendar& real_calendar(std::string_view id);

// Calendars as files would be, with what was wrong about them.
struct WrittenCalendars {
  Diagnostics problems;
  CalendarSet set;

  explicit WrittenCalendars(const std::vector<SourceFile>& files);
  // One file, cn.toml.
  explicit WrittenCalendars(std::string text);

  const Calendar* find(std::string_view id) const;
  // The codes of the problems with their places, like "cn.toml:3:1 calendar-span", one per line.
  std::string codes() const;
};

}  // namespace gongshi

#endif  // TESTS_CALENDAR_SAMPLE_CALENDARS_H_
