#include "intake/office/accounts_file.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "generator/notice/json.h"
#include "intake/desk/private_file.h"
#include "intake/desk/replace_file.h"
#include "intake/office/limits.h"
#include "intake/register/descriptor.h"
#include "intake/seal/base64.h"
#include "intake/seal/labelled_lines.h"
#include "intake/seal/office_subkey.h"
#include "intake/seal/random_bytes.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirstLine = "gongshi accounts v1";
constexpr std::string_view kNoKey = "none";
constexpr std::string_view kUse = "gongshi accounts v1";

tl::unexpected<Error> broken(const fs::path& file) {
  return failure(ErrorKind::Corrupt,
                 fmt::format("{} 不是账户文件，或者被改动过；请从备份恢复，或移走后重新建立账户",
                             file.string()));
}

Json to_json(const Account& account) {
  return {{"name", account.name},
          {"shown", account.shown},
          {"role", to_text(account.role)},
          {"since", to_text(account.since)},
          {"password", account.credentials.password_hash},
          {"totp", to_base64(account.credentials.totp.bytes())},
          {"browsers", to_base64(account.credentials.browser_key)}};
}

// Throws Json::exception for a key that is missing or no text.
std::optional<Account> account_of(const Json& json) {
  const auto role = parse_role(json.at("role").get<std::string>());
  const auto since = parse_instant(json.at("since").get<std::string>());
  const auto totp =
      read_bytes<std::tuple_size_v<TotpSecret::Bytes>>(json.at("totp").get<std::string>());
  const auto browsers =
      read_bytes<std::tuple_size_v<BrowserMarkKey>>(json.at("browsers").get<std::string>());
  if (!role || !since || !totp || !browsers) return std::nullopt;
  return Account{.name = json.at("name").get<std::string>(),
                 .shown = json.at("shown").get<std::string>(),
                 .role = *role,
                 .since = *since,
                 .credentials = {.password_hash = json.at("password").get<std::string>(),
                                 .totp = TotpSecret(*totp),
                                 .browser_key = *browsers}};
}

std::optional<Accounts> accounts_of(std::string_view text) {
  Accounts accounts;
  try {
    const Json whole = Json::parse(text);
    for (const Json& json : whole.at("accounts")) {
      std::optional<Account> account = account_of(json);
      if (!account) return std::nullopt;
      accounts.all.push_back(*std::move(account));
    }
  } catch (const Json::exception&) {
    return std::nullopt;
  }
  return accounts;
}

// NotFound when there is none.
Result<void> require_private(const fs::path& file) {
  struct stat found {};
  if (::stat(file.c_str(), &found) != 0) return failure(ErrorKind::NotFound, "");
  if ((found.st_mode & (S_IRWXG | S_IRWXO)) == 0) return {};
  return failure(ErrorKind::Unavailable,
                 fmt::format("{} 别人也能读写；请先运行 chmod 600 {}，再查明原因", file.string(),
                             file.string()));
}

}  // namespace

const Account* Accounts::find(std::string_view name) const {
  const auto found = std::ranges::find(all, name, &Account::name);
  return found == all.end() ? nullptr : &*found;
}

AccountsFile::AccountsFile(fs::path file, std::optional<OfficeKey> key)
    : file_(std::move(file)), key_(std::move(key)) {}

Result<AccountsFile> AccountsFile::open(const Register& reg, const fs::path& data,
                                        std::span<const OfficeKey> keys) {
  const auto halves = reg.office_keys();
  if (!halves) return tl::unexpected(halves.error());
  const fs::path file = data / kAccountsFileName;
  if (halves->empty()) return AccountsFile(file, std::nullopt);
  const auto key = std::ranges::find(keys, halves->back(), &OfficeKey::public_key);
  if (key != keys.end()) return AccountsFile(file, *key);
  return failure(ErrorKind::Invalid,
                 fmt::format("账户是用办公室钥匙 {} 加密保存的；请用 --key 指明这把钥匙",
                             halves->back().id()));
}

Result<Accounts> AccountsFile::read() const {
  if (const auto is_private = require_private(file_); !is_private) {
    if (is_private.error().kind == ErrorKind::NotFound) return Accounts{};
    return tl::unexpected(is_private.error());
  }
  const Result<std::string> text = read_file(file_, kAccountsFileBytesMax);
  if (!text) return tl::unexpected(text.error());
  return parse(*text);
}

Result<Accounts> AccountsFile::parse(std::string_view text) const {
  LabelledLines lines(text);
  const bool begins = lines.take_line(kFirstLine);
  const std::string_view key = lines.take("office-key");
  const auto salt = from_base64(lines.take("salt"));
  const auto stored = from_base64(lines.take("accounts"));
  if (!begins || !salt || !stored || !lines.done()) return broken(file_);
  if (key != (key_ ? key_->public_key().id() : kNoKey)) {
    return failure(ErrorKind::Invalid,
                   fmt::format("{} 不是用现在这把办公室钥匙保存的；请把它移走，用 gongshi-desk "
                               "account add 重新建立账户",
                               file_.string()));
  }
  const Result<std::string> json =
      key_ ? open_text(office_subkey(*key_, kUse, *salt), *stored) : Result<std::string>(*stored);
  std::optional<Accounts> accounts = json ? accounts_of(*json) : std::nullopt;
  if (!accounts) return broken(file_);
  return *std::move(accounts);
}

std::string AccountsFile::write(const Accounts& accounts) const {
  Json list = Json::array();
  for (const Account& account : accounts.all) list.push_back(to_json(account));
  const std::string json = Json{{"accounts", list}}.dump();
  std::array<unsigned char, 16> random{};
  fill_random(random);
  const std::string salt(random.begin(), random.end());
  return fmt::format("{}\noffice-key: {}\nsalt: {}\naccounts: {}\n", kFirstLine,
                     key_ ? key_->public_key().id() : kNoKey, to_base64(salt),
                     to_base64(key_ ? seal_text(office_subkey(*key_, kUse, salt), json) : json));
}

Result<void> AccountsFile::change(const std::function<Result<void>(Accounts&)>& edit) const {
  const fs::path draft = file_.string() + ".new";
  PrivateFile out(draft);  // also keeps a second process out
  if (out.problem() == EEXIST) {
    return failure(
        ErrorKind::Conflict,
        fmt::format("另一个命令正在改动账户；如果没有，请删去 {} 后再试", draft.string()));
  }
  Result<Accounts> accounts = read();
  if (!accounts) return tl::unexpected(accounts.error());
  if (Result<void> edited = edit(*accounts); !edited) return edited;
  out.write(write(*accounts));
  out.finish();
  std::error_code problem(out.problem(), std::generic_category());
  if (!problem) fs::rename(draft, file_, problem);
  if (!problem) {
    sync_folder(file_.parent_path());
    return {};
  }
  return failure(ErrorKind::Unavailable,
                 fmt::format("无法写入 {}：{}", file_.string(), problem.message()));
}

}  // namespace gongshi
