// gongshi new campaign ID, gongshi new notice CAMPAIGN/ID: the first files, with blanks to fill in.
#ifndef GENERATOR_COMMAND_NEW_H_
#define GENERATOR_COMMAND_NEW_H_

#include "generator/command/program.h"

namespace gongshi {

void add_new_command(CLI::App& program, ChosenCommand& chosen);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_NEW_H_
