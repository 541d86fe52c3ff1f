#include "intake/office/account_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "generator/notice/person_name.h"
#include "generator/notice/utf8.h"
#include "intake/desk/office_text.h"
#include "intake/office/limits.h"

namespace gongshi {
namespace {

Result<std::vector<Account>::iterator> require_account(Accounts& accounts, std::string_view name) {
  const auto found = std::ranges::find(accounts.all, name, &Account::name);
  if (found != accounts.all.end()) return found;
  return failure(ErrorKind::NotFound,
                 fmt::format("没有登录名为“{}”的账户；用 gongshi-desk account list 查看", name));
}

}  // namespace

Result<void> add_account(Accounts& accounts, Account account) {
  if (auto fine = require_account_name(account.name); !fine) return fine;
  if (auto fine = require_actor(account.shown, "使用人"); !fine) return fine;
  account.shown = std::string(trim_blanks(account.shown));
  for (const Account& other : accounts.all) {
    if (other.name == account.name) {
      return failure(ErrorKind::Conflict, fmt::format("已经有登录名为“{}”的账户", account.name));
    }
    if (is_same_person(other.shown, account.shown)) {
      return failure(ErrorKind::Conflict,
                     fmt::format("“{}”已经有账户 {}；一人一个账户，重名的请加单位或编号区分",
                                 other.shown, other.name));
    }
  }
  if (accounts.all.size() >= kAccountsMax) {
    return failure(ErrorKind::Invalid, fmt::format("账户最多 {} 个，请先删去不用的", kAccountsMax));
  }
  accounts.all.push_back(std::move(account));
  return {};
}

Result<void> reset_account(Accounts& accounts, std::string_view name, Credentials credentials,
                           Instant at) {
  const auto account = require_account(accounts, name);
  if (!account) return tl::unexpected(account.error());
  (*account)->credentials = std::move(credentials);
  (*account)->since = at;
  return {};
}

Result<void> remove_account(Accounts& accounts, std::string_view name) {
  const auto account = require_account(accounts, name);
  if (!account) return tl::unexpected(account.error());
  accounts.all.erase(*account);
  return {};
}

}  // namespace gongshi
