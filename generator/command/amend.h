// gongshi amend: what an office decides about a notice that is public, written into its content.
#ifndef GENERATOR_COMMAND_AMEND_H_
#define GENERATOR_COMMAND_AMEND_H_

#include "generator/command/program.h"

namespace gongshi {

// amend extend|correct|suspend|withdraw|leak NOTICE. Writes nothing that `check` would refuse, and
// prints on standard output, one to a line, the addresses whose caches have to be purged.
void add_amend_command(CLI::App& program, ChosenCommand& chosen);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_AMEND_H_
