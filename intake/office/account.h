// Who works at the desk, and what each may do. Pure.
#ifndef INTAKE_OFFICE_ACCOUNT_H_
#define INTAKE_OFFICE_ACCOUNT_H_

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "intake/seal/browser_mark.h"
#include "intake/seal/totp.h"

namespace gongshi {

// One for each account. Nobody handles and approves: that is two people.
enum class Role {
  Handler,   // 经办: works on objections, proposes closings
  Reviewer,  // 审批: approves closings, says who is kept out of an objection
  Auditor    // 只读: reads, and sees who opened what
};

inline constexpr std::array kAllRoles = {Role::Handler, Role::Reviewer, Role::Auditor};

std::string_view to_text(Role role);                    // handler | reviewer | auditor
std::optional<Role> parse_role(std::string_view text);  // nothing for any other spelling
std::string_view chinese(Role role);                    // 经办, 审批, 只读

// What somebody wants to do at the desk.
enum class DeskAction {
  ReadCase,
  HandleCase,
  RecuseOneself,
  DecideRecusal,  // keeps anybody out of an objection, and ends it
  ProposeClosing,
  ApproveClosing,
  ReadAccessRecord
};

inline constexpr std::array kAllDeskActions = {
    DeskAction::ReadCase,        DeskAction::HandleCase,     DeskAction::RecuseOneself,
    DeskAction::DecideRecusal,   DeskAction::ProposeClosing, DeskAction::ApproveClosing,
    DeskAction::ReadAccessRecord};

// The table of tests/office/account_test.cc. Everybody reads cases from which they are not recused,
// and each reading is recorded.
bool may(Role role, DeskAction action);

// What proves that somebody is who they say. All of it is secret.
struct Credentials {
  std::string password_hash;  // seal/password.h
  TotpSecret totp;
  BrowserMarkKey browser_key;
};

struct Account {
  std::string name;   // what is typed to log in: an identifier (a-z, 0-9, hyphens)
  std::string shown;  // what stands under what they do, as a person's name does: "经办甲"
  Role role = Role::Handler;
  Instant since;  // of the credentials
  Credentials credentials;
};

// Invalid, with a Chinese sentence, for a name that is no identifier or is too long.
Result<void> require_account_name(std::string_view name);
// Invalid for a password that is too short, too long or no UTF-8.
Result<void> require_password(std::string_view password);

// Fresh ones. Invalid as above, Unavailable when the machine lacks the memory for the hash.
Result<Credentials> make_credentials(std::string_view password);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_ACCOUNT_H_
