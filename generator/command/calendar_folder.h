// The calendar that a command was asked for, from a folder of calendar files.
#ifndef GENERATOR_COMMAND_CALENDAR_FOLDER_H_
#define GENERATOR_COMMAND_CALENDAR_FOLDER_H_

#include <filesystem>
#include <optional>
#include <string>

#include "generator/calendar/calendar.h"
#include "generator/command/report.h"
#include "generator/notice/civil_time.h"

namespace CLI {
class App;
}

namespace gongshi {

// Which calendar, as the command line says it.
struct CalendarChoice {
  std::filesystem::path folder;
  std::string id;
  std::optional<Date> known_on;  // only what was issued by then
};

// --calendars, --calendar and --known-on. `choice` must outlive the parsing.
void add_calendar_options(CLI::App& command, CalendarChoice& choice);

// Nothing when the folder or the calendar is not there, or the calendar's file has errors; what is
// wrong, and which calendars there are, has been printed then. Errors in other calendars' files do
// not stand in the way.
std::optional<Calendar> open_calendar(const CalendarChoice& choice, const Output& output);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_CALENDAR_FOLDER_H_
