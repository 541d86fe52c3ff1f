#include <fmt/format.h>

#include <memory>
#include <string>

#include "intake/command/intake_commands.h"
#include "intake/register/register.h"

namespace gongshi {
namespace {

struct InitOptions {
  std::filesystem::path data;
  std::string origin;
};

int run_init(const InitOptions& options) {
  const auto made = Register::create(options.data, {.origin = options.origin});
  if (!made) return failed(made.error());
  const auto opened = Register::open(options.data);
  if (!opened) return failed(opened.error());
  fmt::print("register made in {}\npublish this key, it verifies every receipt: {}\n",
             options.data.string(), opened->verifier_key());
  fmt::print(stderr, "gongshi-intake: {}\n", unsealed_warning(options.data));
  return kIntakeDone;
}

}  // namespace

void add_init_command(CLI::App& app, IntakeCommand& chosen) {
  const auto options = std::make_shared<InitOptions>();
  CLI::App& command = *app.add_subcommand("init", "make an empty register and its log key");
  add_register_option(command, options->data);
  command.add_option("--origin", options->origin, "name of the log, for good: HOST/objections")
      ->required()
      ->type_name("NAME");
  command.callback([options, &chosen] { chosen = [options] { return run_init(*options); }; });
}

}  // namespace gongshi
