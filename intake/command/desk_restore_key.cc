#include <fmt/format.h>

#include <memory>
#include <vector>

#include "intake/command/desk_commands.h"
#include "intake/command/key_options.h"
#include "intake/command/passphrase.h"
#include "intake/desk/office_keys.h"

namespace gongshi {
namespace {

struct RestoreOptions {
  std::vector<std::filesystem::path> shares;
  std::filesystem::path file;
  std::string passphrase_file;
};

int run_restore_key(const RestoreOptions& options) {
  const Result<std::string> passphrase = new_passphrase(options.passphrase_file);
  if (!passphrase) return refused(passphrase.error());
  const Result<OfficePublicKey> key = restore_office_key(options.shares, options.file, *passphrase);
  if (!key) return refused(key.error());
  fmt::print("办公室钥匙 {} 已恢复，写入 {}；口令是刚才新定的\n", key->id(), options.file.string());
  return kDeskDone;
}

}  // namespace

void add_restore_key_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App* command =
      app.add_subcommand("restore-key", "用分给各人保管的几份恢复办公室钥匙，另定口令");
  const auto options = std::make_shared<RestoreOptions>();
  command->add_option("SHARE", options->shares, "各人的那一份，文件名")
      ->required()
      ->option_text("* ...");
  command->add_option("--key", options->file, "恢复的钥匙文件写到哪里")
      ->required()
      ->type_name("FILE");
  add_passphrase_option(*command, options->passphrase_file);
  command->callback(
      [options, &chosen] { chosen = [options] { return run_restore_key(*options); }; });
}

}  // namespace gongshi
