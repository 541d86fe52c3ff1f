// Accounts whose passwords cost little, and what their people would type.
#ifndef TESTS_OFFICE_SAMPLE_OFFICE_H_
#define TESTS_OFFICE_SAMPLE_OFFICE_H_

#include <string>
#include <string_view>

#include "intake/office/accounts_file.h"
#include "intake/seal/password.h"
#include "tests/desk/sample_register.h"

namespace gongshi {

inline constexpr std::string_view kSamplePassword = "山高水长 月明风清 四季平安";

inline Account sample_account(std::string name, std::string shown, Role role) {
  constexpr PasswordCost kCheap{.passes = 1, .memory_bytes = 8192};
  return {.name = std::move(name),
          .shown = std::move(shown),
          .role = role,
          .since = instant("2017-06-01T09:00:00+08:00"),
          .credentials = {.password_hash = hash_password(kSamplePassword, kCheap).value(),
                          .totp = TotpSecret::random(),
                          .browser_key = random_browser_mark_key()}};
}

// "li", 经办甲; "wang", 审批乙; "zhao", 监督丙.
inline Accounts sample_accounts() {
  return {{sample_account("li", "经办甲", Role::Handler),
           sample_account("wang", "审批乙", Role::Reviewer),
           sample_account("zhao", "监督丙", Role::Auditor)}};
}

}  // namespace gongshi

#endif  // TESTS_OFFICE_SAMPLE_OFFICE_H_
