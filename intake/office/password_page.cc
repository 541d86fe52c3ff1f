#include "intake/office/password_page.h"

#include <optional>
#include <utility>

#include "intake/office/account_changes.h"
#include "intake/office/limits.h"

namespace gongshi {

Answer make_password_page(const Desk& desk, const Request& request, int status,
                          std::string_view error) {
  const bool done = error.empty() && request.parameter("done") == "yes";
  const std::string title = desk.frame.templates.message(
      error.empty() ? "desk.password.title" : "desk.password.title_with_error");
  return make_desk_page(desk.frame, &desk, status, "password", title,
                        {{"error", error},
                         {"done", done ? desk.frame.templates.message("desk.password.done") : ""},
                         {"least", std::to_string(kPasswordLengthMin)}});
}

Result<void> require_new_password(const Desk& desk, const SentForm& form) {
  const std::string_view wanted = form.value(password_field::kNew);
  const auto refuse = [&](const char* key) {
    return failure(ErrorKind::Invalid, desk.frame.templates.message(key));
  };
  if (wanted != form.value(password_field::kAgain)) return refuse("desk.password.differ");
  if (wanted == form.value(password_field::kOld)) return refuse("desk.password.same");
  return require_password(wanted);
}

Result<Account> change_password(const AccountsFile& file, std::string_view name,
                                std::string_view password, Instant at) {
  Result<Credentials> fresh = make_credentials(password);
  if (!fresh) return tl::unexpected(fresh.error());
  std::optional<Account> changed;
  const Result<void> stored = file.change([&](Accounts& accounts) -> Result<void> {
    if (const Account* const account = accounts.find(name)) {
      fresh->totp = account->credentials.totp;
    }
    Result<void> reset = reset_account(accounts, name, *fresh, at);
    if (reset) changed = *accounts.find(name);
    return reset;
  });
  if (!stored) return tl::unexpected(stored.error());
  return *changed;
}

}  // namespace gongshi
