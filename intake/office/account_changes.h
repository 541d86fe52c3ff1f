// Making, renewing and removing accounts, as edits for AccountsFile::change().
#ifndef INTAKE_OFFICE_ACCOUNT_CHANGES_H_
#define INTAKE_OFFICE_ACCOUNT_CHANGES_H_

#include <string_view>

#include "generator/notice/error.h"
#include "intake/office/accounts_file.h"

namespace gongshi {

// Conflict when somebody has that name already, or is shown under the same (person_name.h): then
// two persons could pass for one, and one for two. Invalid for a name to show that office_text.h
// refuses, and past kAccountsMax.
Result<void> add_account(Accounts& accounts, Account account);

// NotFound when nobody is called so. Sessions and known browsers of the old credentials are none
// any more.
Result<void> reset_account(Accounts& accounts, std::string_view name, Credentials credentials,
                           Instant at);

// NotFound when nobody is called so. What they did stays, under the name that was shown.
Result<void> remove_account(Accounts& accounts, std::string_view name);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_ACCOUNT_CHANGES_H_
