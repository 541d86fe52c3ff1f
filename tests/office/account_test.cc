#include "intake/office/account.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/office/limits.h"
#include "intake/seal/password.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

TEST(AccountTest, EachRoleMayWhatTheTableSaysAndNothingElse) {
  const struct {
    DeskAction action;
    bool handler;
    bool reviewer;
    bool auditor;
  } table[] = {
      {DeskAction::ReadCase, true, true, true},
      {DeskAction::HandleCase, true, false, false},
      {DeskAction::RecuseOneself, true, true, false},
      {DeskAction::DecideRecusal, false, true, false},
      {DeskAction::ProposeClosing, true, false, false},
      {DeskAction::ApproveClosing, false, true, false},
      {DeskAction::ReadAccessRecord, false, false, true},
  };
  ASSERT_EQ(std::size(table), kAllDeskActions.size());
  for (const auto& [action, handler, reviewer, auditor] : table) {
    EXPECT_EQ(may(Role::Handler, action), handler) << static_cast<int>(action);
    EXPECT_EQ(may(Role::Reviewer, action), reviewer) << static_cast<int>(action);
    EXPECT_EQ(may(Role::Auditor, action), auditor) << static_cast<int>(action);
  }
}

TEST(AccountTest, NobodyProposesAndApproves) {
  for (const Role role : kAllRoles) {
    EXPECT_FALSE(may(role, DeskAction::ProposeClosing) && may(role, DeskAction::ApproveClosing))
        << to_text(role);
  }
}

TEST(AccountTest, RolesAreReadAsTheyAreWritten) {
  for (const Role role : kAllRoles) EXPECT_EQ(parse_role(to_text(role)), role);
  for (const std::string_view other : {"", "Handler", "经办", "admin"}) {
    EXPECT_FALSE(parse_role(other)) << other;
  }
}

TEST(AccountTest, NamesAreShortIdentifiers) {
  for (const std::string& name : {std::string("li"), std::string("li-3"), std::string(32, 'a')}) {
    EXPECT_TRUE(require_account_name(name)) << name;
  }
  for (const std::string& name :
       {std::string(), std::string("Li"), std::string("李"), std::string("a b"),
        std::string(kAccountNameLengthMax + 1, 'a')}) {
    EXPECT_FALSE(require_account_name(name)) << name;
  }
}

TEST(AccountTest, PasswordsHaveALength) {
  const auto repeated = [](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "山";
    return text;
  };
  EXPECT_FALSE(require_password(repeated(kPasswordLengthMin - 1)));
  EXPECT_TRUE(require_password(repeated(kPasswordLengthMin)));
  EXPECT_TRUE(require_password(repeated(kPasswordLengthMax)));
  EXPECT_FALSE(require_password(repeated(kPasswordLengthMax + 1)));
  EXPECT_THAT(require_password("abc").error().message, HasSubstr("只有 3 个字"));
  EXPECT_FALSE(require_password("\xFF\xFE and ten more"));
}

TEST(AccountTest, CredentialsAreFreshEachTime) {
  const Credentials one = make_credentials("山高水长 月明风清 四季平安").value();
  const Credentials two = make_credentials("山高水长 月明风清 四季平安").value();
  EXPECT_TRUE(password_fits(one.password_hash, "山高水长 月明风清 四季平安"));
  EXPECT_NE(one.password_hash, two.password_hash);
  EXPECT_NE(one.totp.bytes(), two.totp.bytes());
  EXPECT_NE(one.browser_key, two.browser_key);
  EXPECT_FALSE(make_credentials("short"));
}

}  // namespace
}  // namespace gongshi
