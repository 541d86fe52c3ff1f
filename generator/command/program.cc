#include "generator/command/program.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace gongshi {

int run_gongshi(int argc, const char* const* argv) {
  CLI::App app{"公示与异议：核对内容、计算公示期、生成网站", "gongshi"};
  app.require_subcommand(1);
  ChosenCommand chosen;
  // Each command adds itself here: add_check_command(app, chosen); …
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool asked_for_help = app.exit(error, std::cout, std::cerr) == 0;
    return asked_for_help ? kExitClean : kExitUsage;
  }
  return chosen();
}

}  // namespace gongshi
