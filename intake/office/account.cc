#include "intake/office/account.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/notice/identifier.h"
#include "generator/notice/utf8.h"
#include "intake/office/limits.h"
#include "intake/seal/password.h"

namespace gongshi {

std::string_view to_text(Role role) {
  switch (role) {
    case Role::Handler:
      return "handler";
    case Role::Reviewer:
      return "reviewer";
    case Role::Auditor:
      break;
  }
  return "auditor";
}

std::optional<Role> parse_role(std::string_view text) {
  const auto found = std::ranges::find(kAllRoles, text, [](Role role) { return to_text(role); });
  return found == kAllRoles.end() ? std::nullopt : std::optional(*found);
}

std::string_view chinese(Role role) {
  switch (role) {
    case Role::Handler:
      return "经办";
    case Role::Reviewer:
      return "审批";
    case Role::Auditor:
      break;
  }
  return "只读";
}

bool may(Role role, DeskAction action) {
  switch (action) {
    case DeskAction::ReadCase:
      return true;
    case DeskAction::HandleCase:
    case DeskAction::ProposeClosing:
      return role == Role::Handler;
    case DeskAction::RecuseOneself:
      return role == Role::Handler || role == Role::Reviewer;
    case DeskAction::DecideRecusal:
    case DeskAction::ApproveClosing:
      return role == Role::Reviewer;
    case DeskAction::ReadAccessRecord:
      return role == Role::Auditor;
  }
  return false;
}

Result<void> require_account_name(std::string_view name) {
  if (is_identifier(name) && name.size() <= kAccountNameLengthMax) return {};
  return failure(
      ErrorKind::Invalid,
      fmt::format("“{}”不能作登录名：只用小写字母 a-z、数字和短横，最多 {} 个",
                  first_code_points(name, kAccountNameLengthMax), kAccountNameLengthMax));
}

Result<void> require_password(std::string_view password) {
  if (first_invalid_utf8(password)) {
    return failure(ErrorKind::Invalid, "口令不是 UTF-8 文字，请换一个");
  }
  const std::size_t length = count_code_points(password);
  if (length < kPasswordLengthMin) {
    return failure(ErrorKind::Invalid,
                   fmt::format("口令至少 {} 个字，四个不相干的词就够；这一个只有 {} 个字",
                               kPasswordLengthMin, length));
  }
  if (length > kPasswordLengthMax) {
    return failure(ErrorKind::Invalid, fmt::format("口令最多 {} 个字", kPasswordLengthMax));
  }
  return {};
}

Result<Credentials> make_credentials(std::string_view password) {
  if (const auto fine = require_password(password); !fine) return tl::unexpected(fine.error());
  Result<std::string> hash = hash_password(password);
  if (!hash) return tl::unexpected(hash.error());
  return Credentials{.password_hash = *std::move(hash),
                     .totp = TotpSecret::random(),
                     .browser_key = random_browser_mark_key()};
}

}  // namespace gongshi
