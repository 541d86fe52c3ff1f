// gongshi window --calendars DIR --calendar ID --opens D --working-days N: counts one window and
// explains every day of it.
#ifndef GENERATOR_COMMAND_WINDOW_H_
#define GENERATOR_COMMAND_WINDOW_H_

#include "generator/command/program.h"

namespace gongshi {

void add_window_command(CLI::App& program, ChosenCommand& chosen);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_WINDOW_H_
