#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "intake/command/desk_commands.h"
#include "intake/command/key_options.h"
#include "intake/command/passphrase.h"
#include "intake/desk/office_keys.h"

namespace gongshi {
namespace {

struct KeygenOptions {
  NewOfficeKey wanted;
  KeySplit split;
  bool splits = false;
  std::string passphrase_file;
  std::optional<Instant> at;
};

// Before anything is made: afterwards it may be too late.
constexpr const char* kBeforehand =
    "办公室钥匙用来打开今后收到的异议。请先知道：\n"
    "  - 钥匙文件和口令缺一不可。丢了任何一样，收到的异议办公室就再也打不开，谁也恢复不了；\n"
    "    异议人凭登记号和查询码仍能看到自己的那一份。\n"
    "  - 钥匙文件不要留在对外服务的机器上，也不要和口令放在一处；至少另存一份，离线保管。\n"
    "  - 担心丢失的，用 --split 3/5 把钥匙分给五个人保管，任意三个人合起来可以恢复。\n";

void say_made(const KeygenOptions& options, const MadeOfficeKey& made) {
  fmt::print(
      "办公室钥匙 {} 已经生效：从现在起，新收到的异议加密保存，不用重启服务\n"
      "钥匙文件：{}（请移到别处保管）\n",
      made.key.id(), options.wanted.file.string());
  for (const std::filesystem::path& share : made.shares) {
    fmt::print("钥匙的一份：{}\n", share.string());
  }
  if (!made.shares.empty()) {
    fmt::print("请把 {} 份分别交给 {} 个人，然后从这里删去；恢复时用 gongshi-desk restore-key\n",
               made.shares.size(), made.shares.size());
  }
  if (options.wanted.rotates) fmt::print("以前的异议仍用旧钥匙打开，旧钥匙不要丢掉\n");
  if (made.unsealed > 0) {
    fmt::print("此前没有加密的异议有 {} 件，它们仍是明文，后续的办理记录也是\n", made.unsealed);
  }
}

int run_keygen(KeygenOptions& options) {
  fmt::print("{}\n", kBeforehand);
  std::fflush(stdout);
  Result<Register> reg = open_register(options.wanted.data);
  if (!reg) return refused(reg.error());
  Result<std::string> passphrase = new_passphrase(options.passphrase_file);
  if (!passphrase) return refused(passphrase.error());
  options.wanted.passphrase = *std::move(passphrase);
  if (options.splits) options.wanted.split = options.split;
  options.wanted.at = present(options.at);
  const Result<MadeOfficeKey> made = make_office_key(*reg, options.wanted);
  if (!made) return refused(made.error());
  say_made(options, *made);
  return kDeskDone;
}

}  // namespace

void add_keygen_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App* command =
      app.add_subcommand("keygen", "生成办公室钥匙；从此新收到的异议加密保存，只有钥匙能打开");
  const auto options = std::make_shared<KeygenOptions>();
  add_data_option(*command, options->wanted.data);
  command->add_option("--key", options->wanted.file, "新钥匙文件写到哪里；不能在数据文件夹里")
      ->required()
      ->type_name("FILE");
  add_passphrase_option(*command, options->passphrase_file);
  add_word_option(*command, "--split", options->split, &parse_key_split, "K/N",
                  "把钥匙另分成 N 份（最多 16 份），任意 K 份（至少 2 份）能恢复")
      ->each([options](const std::string&) { options->splits = true; });
  command->add_flag("--rotate", options->wanted.rotates, "已有钥匙，换一把新的");
  add_instant_option(*command, "--at", options->at, "生成的时间；不写就是现在");
  command->callback([options, &chosen] { chosen = [options] { return run_keygen(*options); }; });
}

}  // namespace gongshi
