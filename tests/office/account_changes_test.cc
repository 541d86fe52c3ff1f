#include "intake/office/account_changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/office/limits.h"
#include "tests/office/sample_office.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

TEST(AccountChangesTest, EachPersonHasOneAccount) {
  Accounts accounts = sample_accounts();
  EXPECT_TRUE(add_account(accounts, sample_account("sun", " 经办丁 ", Role::Handler)));
  EXPECT_EQ(accounts.find("sun")->shown, "经办丁");
  const Account refused[] = {sample_account("li", "另一人", Role::Reviewer),
                             sample_account("li-2", "经办甲", Role::Reviewer),
                             sample_account("li-2", "经办甲  ", Role::Reviewer),
                             sample_account("li-2", "经\u3000办 甲", Role::Reviewer),
                             sample_account("Li", "另一人", Role::Handler),
                             sample_account("qian", "", Role::Handler),
                             sample_account("qian", "两\n行", Role::Handler)};
  for (const Account& account : refused) {
    EXPECT_FALSE(add_account(accounts, account)) << account.name << " " << account.shown;
  }
  EXPECT_EQ(accounts.all.size(), 4U);
}

TEST(AccountChangesTest, ThereIsAnEnd) {
  Accounts accounts;
  const Account account = sample_account("a", "某", Role::Handler);
  for (std::size_t i = 0; i < kAccountsMax; ++i) {
    Account next = account;
    next.name = "a-" + std::to_string(i);
    next.shown = "某" + std::to_string(i);
    ASSERT_TRUE(add_account(accounts, next));
  }
  EXPECT_THAT(add_account(accounts, account).error().message, HasSubstr("最多 200 个"));
}

TEST(AccountChangesTest, ResetGivesNewCredentialsAndNothingElse) {
  Accounts accounts = sample_accounts();
  const Account before = *accounts.find("li");
  const Account fresh = sample_account("x", "x", Role::Auditor);
  const Instant later = instant("2017-06-09T09:00:00+08:00");
  ASSERT_TRUE(reset_account(accounts, "li", fresh.credentials, later));
  const Account* after = accounts.find("li");
  EXPECT_EQ(after->credentials.totp.bytes(), fresh.credentials.totp.bytes());
  EXPECT_EQ(after->credentials.password_hash, fresh.credentials.password_hash);
  EXPECT_EQ(after->role, before.role);
  EXPECT_EQ(after->shown, before.shown);
  EXPECT_EQ(after->since, later);
  EXPECT_EQ(reset_account(accounts, "nobody", fresh.credentials, later).error().kind,
            ErrorKind::NotFound);
}

TEST(AccountChangesTest, RemovedIsGone) {
  Accounts accounts = sample_accounts();
  ASSERT_TRUE(remove_account(accounts, "li"));
  EXPECT_EQ(accounts.find("li"), nullptr);
  EXPECT_EQ(remove_account(accounts, "li").error().kind, ErrorKind::NotFound);
}

}  // namespace
}  // namespace gongshi
