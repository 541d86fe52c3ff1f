#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>

#include "intake/command/intake_commands.h"
#include "intake/register/backup.h"

namespace gongshi {
namespace {

struct BackupOptions {
  std::filesystem::path data;
  std::filesystem::path other;  // --to or --from
  std::filesystem::path checkpoint;
};

int run_backup(const BackupOptions& options) {
  const auto done = back_up_register(options.data, options.other);
  if (!done) return failed(done.error());
  fmt::print(
      "backup of {} in {}; log.key is not in it: keep one copy of that file in a safe place\n",
      options.data.string(), options.other.string());
  return kIntakeDone;
}

int run_restore(const BackupOptions& options) {
  std::optional<std::string> checkpoint;
  if (!options.checkpoint.empty()) {
    std::ifstream in(options.checkpoint, std::ios::binary);
    checkpoint.emplace(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  const auto done = restore_register(options.other, options.data, checkpoint);
  if (!done) return failed(done.error());
  fmt::print("register restored in {}, with everything that its log has signed\n",
             options.data.string());
  return kIntakeDone;
}

}  // namespace

void add_backup_command(CLI::App& app, IntakeCommand& chosen) {
  const auto options = std::make_shared<BackupOptions>();
  CLI::App& command = *app.add_subcommand("backup", "copy a register, while it is in use or not");
  add_register_option(command, options->data);
  command.add_option("--to", options->other, "new folder for the copy")
      ->required()
      ->type_name("DIR");
  command.callback([options, &chosen] { chosen = [options] { return run_backup(*options); }; });
}

void add_restore_command(CLI::App& app, IntakeCommand& chosen) {
  const auto options = std::make_shared<BackupOptions>();
  CLI::App& command =
      *app.add_subcommand("restore", "make a register from a backup; log.key must be in --data");
  add_register_option(command, options->data);
  command.add_option("--from", options->other, "folder that `backup` made")
      ->required()
      ->type_name("DIR");
  command
      .add_option("--checkpoint", options->checkpoint,
                  "where there is no log.high-water: the newest checkpoint that anybody has")
      ->check(CLI::ExistingFile)
      ->type_name("FILE");
  command.callback([options, &chosen] { chosen = [options] { return run_restore(*options); }; });
}

}  // namespace gongshi
