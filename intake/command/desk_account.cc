#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "intake/command/chinese_command_line.h"
#include "intake/command/desk_commands.h"
#include "intake/command/key_options.h"
#include "intake/command/passphrase.h"
#include "intake/office/account_changes.h"
#include "intake/office/accounts_file.h"
#include "site-templates/qr_code.h"

namespace gongshi {
namespace {

struct AccountOptions {
  std::filesystem::path data;
  KeyOptions keys;
  std::string name;
  std::string shown;
  Role role = Role::Handler;
  std::string password_file;
  std::optional<Instant> at;
};

Result<AccountsFile> open_accounts(const AccountOptions& options) {
  const Result<Register> reg = open_register(options.data);
  if (!reg) return tl::unexpected(reg.error());
  const Result<std::vector<OfficeKey>> keys = read_key_files(options.keys);
  if (!keys) return tl::unexpected(keys.error());
  return AccountsFile::open(*reg, options.data, *keys);
}

Result<Credentials> ask_credentials(const AccountOptions& options) {
  const Result<std::string> password =
      new_secret(options.password_file, fmt::format("请输入账户 {} 的新口令", options.name));
  if (!password) return tl::unexpected(password.error());
  return make_credentials(*password);
}

// In groups of four, as people type it.
std::string in_groups(std::string_view text) {
  std::string groups;
  for (std::size_t i = 0; i < text.size(); i += 4) {
    if (i > 0) groups += ' ';
    groups += text.substr(i, 4);
  }
  return groups;
}

void say_second_factor(const AccountOptions& options, const Credentials& credentials) {
  const std::string address = credentials.totp.address("公示异议办理", options.name);
  fmt::print(
      "登录除口令外还要六位验证码。请本人现在就用手机上的身份验证器扫描下图，或者手工输入密钥；\n"
      "这些内容只显示这一次：\n\n{}\n密钥：{}\n网址：{}\n",
      qr_text(address).value_or(""), in_groups(credentials.totp.text()), address);
}

int report(const AccountsFile& file, const AccountOptions& options, std::string_view what) {
  fmt::print("账户 {} {}，正在运行的 gongshi-desk serve 立即采用\n", options.name, what);
  if (!file.is_sealed()) {
    fmt::print(
        "注意：办公室还没有钥匙，账户文件没有加密，拿到它的人可以冒充任何人；请用 gongshi-desk "
        "keygen 生成钥匙，然后重新建立账户\n");
  }
  return kDeskDone;
}

int run_add(const AccountOptions& options) {
  const auto file = open_accounts(options);
  if (!file) return refused(file.error());
  const Result<Credentials> credentials = ask_credentials(options);
  if (!credentials) return refused(credentials.error());
  const Result<void> added = file->change([&](Accounts& accounts) {
    return add_account(accounts, {.name = options.name,
                                  .shown = options.shown,
                                  .role = options.role,
                                  .since = present(options.at),
                                  .credentials = *credentials});
  });
  if (!added) return refused(added.error());
  say_second_factor(options, *credentials);
  return report(*file, options,
                fmt::format("（{}，{}）已建立", options.shown, chinese(options.role)));
}

int run_reset(const AccountOptions& options) {
  const auto file = open_accounts(options);
  if (!file) return refused(file.error());
  const Result<Credentials> credentials = ask_credentials(options);
  if (!credentials) return refused(credentials.error());
  const Result<void> done = file->change([&](Accounts& accounts) {
    return reset_account(accounts, options.name, *credentials, present(options.at));
  });
  if (!done) return refused(done.error());
  say_second_factor(options, *credentials);
  return report(*file, options, "换了新口令和新密钥，旧的作废");
}

int run_remove(const AccountOptions& options) {
  const auto file = open_accounts(options);
  if (!file) return refused(file.error());
  const Result<void> done =
      file->change([&](Accounts& accounts) { return remove_account(accounts, options.name); });
  return done ? report(*file, options, "已删除") : refused(done.error());
}

int run_list(const AccountOptions& options) {
  const auto file = open_accounts(options);
  if (!file) return refused(file.error());
  const Result<Accounts> accounts = file->read();
  if (!accounts) return refused(accounts.error());
  if (accounts->all.empty()) fmt::print("还没有账户；用 gongshi-desk account add 建立\n");
  for (const Account& account : accounts->all) {
    fmt::print("{:<16}{}  {}  {}起\n", account.name, chinese(account.role), account.shown,
               chinese_date(date_of(account.since)));
  }
  return kDeskDone;
}

CLI::App& add_subcommand(CLI::App& command, const std::string& name, const std::string& help,
                         const std::shared_ptr<AccountOptions>& options) {
  CLI::App& subcommand = *command.add_subcommand(name, help);
  add_data_option(subcommand, options->data);
  add_key_options(subcommand, options->keys);
  return subcommand;
}

void add_name(CLI::App& subcommand, AccountOptions& options) {
  subcommand.add_option("NAME", options.name, "登录名：小写字母、数字和短横")
      ->required()
      ->option_text("*");
}

void add_password_file(CLI::App& subcommand, AccountOptions& options) {
  subcommand
      .add_option("--password-file", options.password_file,
                  "账户的新口令所在的文件（第一行），给脚本用；不写就在终端上问")
      ->type_name("FILE");
}

}  // namespace

void add_account_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App& command =
      *app.add_subcommand("account", "网页办理台（serve）的账户：建立、列出、重置、删除");
  command.require_subcommand(1);
  const auto options = std::make_shared<AccountOptions>();
  const auto run = [options, &chosen](CLI::App& subcommand, int (*work)(const AccountOptions&)) {
    subcommand.callback([=, &chosen] { chosen = [=] { return work(*options); }; });
  };

  CLI::App& add = add_subcommand(command, "add", "建立账户", options);
  add_name(add, *options);
  add.add_option("--person", options->shown, "使用人姓名，记在办理记录里；每人一个账户")
      ->required()
      ->type_name("NAME");
  add_word_option(add, "--role", options->role, &parse_role, "handler|reviewer|auditor",
                  "角色：经办、审批、只读（查看谁看过什么）")
      ->required();
  add_password_file(add, *options);
  add_instant_option(add, "--at", options->at, "建立的时间；不写就是现在");
  run(add, &run_add);

  run(add_subcommand(command, "list", "列出账户", options), &run_list);

  CLI::App& reset = add_subcommand(command, "reset", "换新口令和新密钥，旧的作废", options);
  add_name(reset, *options);
  add_password_file(reset, *options);
  add_instant_option(reset, "--at", options->at, "重置的时间；不写就是现在");
  run(reset, &run_reset);

  CLI::App& remove = add_subcommand(command, "remove", "删除账户，本人立即退出登录", options);
  add_name(remove, *options);
  run(remove, &run_remove);
  finish_chinese(command);
}

}  // namespace gongshi
