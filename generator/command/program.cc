#include "generator/command/program.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "generator/command/amend.h"
#include "generator/command/build.h"
#include "generator/command/calendar.h"
#include "generator/command/check.h"
#include "generator/command/days.h"
#include "generator/command/import.h"
#include "generator/command/new.h"
#include "generator/command/usage.h"
#include "generator/command/watch.h"
#include "generator/command/window.h"

namespace gongshi {

int run_gongshi(int argc, const char* const* argv) {
  CLI::App program{"公示与异议：核对内容、计算公示期、生成网站", "gongshi"};
  set_chinese_help(program);
  program.set_version_flag("--version", "gongshi " GONGSHI_VERSION, "显示版本");
  program.require_subcommand(1);
  program.footer("每个命令的说明：gongshi 命令 --help");
  ChosenCommand chosen;
  add_amend_command(program, chosen);
  add_build_command(program, chosen);
  add_calendar_command(program, chosen);
  add_check_command(program, chosen);
  add_days_command(program, chosen);
  add_import_command(program, chosen);
  add_new_command(program, chosen);
  add_watch_command(program, chosen);
  add_window_command(program, chosen);
  try {
    program.parse(argc, argv);
  } catch (const CLI::Success& asked) {  // --help, --version
    return program.exit(asked, std::cout, std::cerr);
  } catch (const CLI::ParseError& error) {
    std::cerr << "gongshi：" << usage_error(program, error) << '\n';
    return kExitUsage;
  }
  return chosen();
}

}  // namespace gongshi
