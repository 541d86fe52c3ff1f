// gongshi watch: the site as it would be published, beside the editor.
#ifndef GENERATOR_COMMAND_WATCH_H_
#define GENERATOR_COMMAND_WATCH_H_

#include "generator/command/program.h"

namespace gongshi {

void add_watch_command(CLI::App& program, ChosenCommand& chosen);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_WATCH_H_
