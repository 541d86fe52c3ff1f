#include "intake/command/intake_program.h"

#include <fmt/format.h>

#include <cstdio>

#include "intake/command/intake_commands.h"

namespace gongshi {

void add_register_option(CLI::App& command, std::filesystem::path& data) {
  command.add_option("--data", data, "folder of the register")->required()->type_name("DIR");
}

std::string unsealed_warning(const std::filesystem::path& data) {
  return fmt::format(
      "the office has no key, so objections are stored unencrypted and whoever reads {} reads "
      "them: "
      "make one with gongshi-desk keygen --data {} --key FILE",
      data.string(), data.string());
}

int failed(const Error& error) {
  fmt::print(stderr, "gongshi-intake: {}\n", error.message);
  return kIntakeFailed;
}

int run_intake(int argc, const char* const* argv) {
  CLI::App app{"Takes objections during a publicity period, and serves the site", "gongshi-intake"};
  app.require_subcommand(1);
  app.set_version_flag("--version", "gongshi-intake " GONGSHI_VERSION);
  IntakeCommand chosen;
  add_init_command(app, chosen);
  add_serve_command(app, chosen);
  add_check_command(app, chosen);
  add_backup_command(app, chosen);
  add_restore_command(app, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    fmt::print(stderr, "gongshi-intake: {}; see gongshi-intake --help\n", error.what());
    return kIntakeUsage;
  }
  return chosen();
}

}  // namespace gongshi
