// gongshi check --content DIR [--format text|json]: every problem of the content, with its place.
#ifndef GENERATOR_COMMAND_CHECK_H_
#define GENERATOR_COMMAND_CHECK_H_

#include "generator/command/program.h"

namespace gongshi {

void add_check_command(CLI::App& program, ChosenCommand& chosen);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_CHECK_H_
