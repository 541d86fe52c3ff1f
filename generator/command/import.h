// gongshi import FILE [--award ID] [--out candidates.csv]: a 推荐对象汇总表 becomes candidates.csv.
#ifndef GENERATOR_COMMAND_IMPORT_H_
#define GENERATOR_COMMAND_IMPORT_H_

#include "generator/command/program.h"

namespace gongshi {

void add_import_command(CLI::App& program, ChosenCommand& chosen);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_IMPORT_H_
