// The accounts of the desk, in the file `accounts` beside the register (0600):
//
//   gongshi accounts v1
//   office-key: 0f1e2d3c4b5a6978
//   salt: <base 64 of 16 random bytes>
//   accounts: <base 64>
//
// What the last line holds is JSON, sealed under a key that follows from the secret half of the
// office's key (seal/office_subkey.h): whoever has the file alone learns neither names nor secrets,
// and whoever can write it can make no account. Without an office key the second line says "none",
// and the JSON stands there as it is; such a file is refused once the office has a key, because
// anybody could have written it.
//
// Not covered: who puts an old file back brings back the accounts of then.
#ifndef INTAKE_OFFICE_ACCOUNTS_FILE_H_
#define INTAKE_OFFICE_ACCOUNTS_FILE_H_

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/error.h"
#include "intake/office/account.h"
#include "intake/register/register.h"

namespace gongshi {

inline constexpr std::string_view kAccountsFileName = "accounts";

struct Accounts {
  std::vector<Account> all;  // in the order in which they were made; names and `shown` are unique

  const Account* find(std::string_view name) const;  // null: nobody is called so
};

// Threads: any may read. Two processes that change it do so one after the other.
class AccountsFile {
 public:
  // `data` is the register's folder. Invalid, naming it, when the office has a key and it is not
  // among `keys`.
  static Result<AccountsFile> open(const Register& reg, const std::filesystem::path& data,
                                   std::span<const OfficeKey> keys);

  bool is_sealed() const { return key_.has_value(); }

  // None when there is no file. Invalid when it was written with another key or without one,
  // Corrupt when it is no such file or was changed, Unavailable when it cannot be read or others
  // may read it.
  Result<Accounts> read() const;

  // Reads, lets `edit` change what was read, and writes it whole or not at all. What `edit` refuses
  // is returned and changes nothing. Conflict when another process is at it.
  Result<void> change(const std::function<Result<void>(Accounts&)>& edit) const;

 private:
  AccountsFile(std::filesystem::path file, std::optional<OfficeKey> key);
  Result<Accounts> parse(std::string_view text) const;
  std::string write(const Accounts& accounts) const;

  std::filesystem::path file_;
  std::optional<OfficeKey> key_;
};

}  // namespace gongshi

#endif  // INTAKE_OFFICE_ACCOUNTS_FILE_H_
