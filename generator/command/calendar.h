// gongshi calendar import FILE: next year's holidays, from the common JSON form to ours.
#ifndef GENERATOR_COMMAND_CALENDAR_H_
#define GENERATOR_COMMAND_CALENDAR_H_

#include "generator/command/program.h"

namespace gongshi {

void add_calendar_command(CLI::App& program, ChosenCommand& chosen);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_CALENDAR_H_
