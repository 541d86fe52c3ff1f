// `gongshi build`: content and templates in, the published site out.
#ifndef GENERATOR_COMMAND_BUILD_H_
#define GENERATOR_COMMAND_BUILD_H_

#include "generator/command/program.h"

namespace gongshi {

// Adds the command to `program`. Choosing it checks the content first: over an error nothing is
// published, the site stays as it was, and the exit code is kExitErrors.
void add_build_command(CLI::App& program, ChosenCommand& chosen);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_BUILD_H_
