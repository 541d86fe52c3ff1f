// gongshi days --calendars DIR --calendar ID --from D --to D: each day of a span, working day or
// not, and why; as CSV without a header, so that the number of lines is the number of days.
#ifndef GENERATOR_COMMAND_DAYS_H_
#define GENERATOR_COMMAND_DAYS_H_

#include "generator/command/program.h"

namespace gongshi {

void add_days_command(CLI::App& program, ChosenCommand& chosen);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_DAYS_H_
