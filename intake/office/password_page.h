// /password: a person gives themselves a new password.
#ifndef INTAKE_OFFICE_PASSWORD_PAGE_H_
#define INTAKE_OFFICE_PASSWORD_PAGE_H_

#include <string>
#include <string_view>

#include "generator/notice/error.h"
#include "intake/office/accounts_file.h"
#include "intake/office/desk_page.h"

namespace gongshi {

// What the form sends, beside a code of the authenticator.
namespace password_field {
inline constexpr std::string_view kOld = "password";
inline constexpr std::string_view kCode = "code";
inline constexpr std::string_view kNew = "new_password";
inline constexpr std::string_view kAgain = "new_password_again";
}  // namespace password_field

// The form. Nothing that was typed stands in it: `error` says why it comes again, or is empty. With
// ?done=yes it says that the password was changed.
Answer make_password_page(const Desk& desk, const Request& request, int status,
                          std::string_view error);

// Whether the new password may be one: Invalid, in a sentence, when the two differ, when it is the
// old one, or when account.h refuses it. Looks at nothing else.
Result<void> require_new_password(const Desk& desk, const SentForm& form);

// Stores it. The authenticator stays; every session and every known browser of the account is none
// any more. NotFound when the account is gone, else what accounts_file.h says. Returns the account
// with its new credentials.
Result<Account> change_password(const AccountsFile& file, std::string_view name,
                                std::string_view password, Instant at);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_PASSWORD_PAGE_H_
