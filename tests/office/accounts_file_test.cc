#include "intake/office/accounts_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "tests/office/sample_office.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

Result<void> add_samples(Accounts& accounts) {
  accounts = sample_accounts();
  return {};
}

class AccountsFileTest : public testing::Test {
 protected:
  fs::path data() const { return reg_.folder() / "data"; }
  fs::path path() const { return data() / kAccountsFileName; }

  std::string bytes() const {
    std::ifstream file(path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void write(std::string_view bytes) const { std::ofstream(path(), std::ios::binary) << bytes; }

  OfficeKey give_key() {
    OfficeKey key = OfficeKey::random();
    EXPECT_TRUE((*reg_).add_office_key(key.public_key(), instant(kWhileOpen)));
    keys_.push_back(key);
    return key;
  }
  Result<AccountsFile> open() { return AccountsFile::open(*reg_, data(), keys_); }

  SampleRegister reg_;
  std::vector<OfficeKey> keys_;
};

TEST_F(AccountsFileTest, ThereIsNobodyBeforeThereIsAFile) {
  EXPECT_TRUE(open()->read()->all.empty());
  EXPECT_FALSE(open()->is_sealed());
}

TEST_F(AccountsFileTest, WhatIsWrittenIsReadAgain) {
  for (const bool with_key : {false, true}) {
    if (with_key) give_key();
    if (with_key) fs::remove(path());
    ASSERT_TRUE(open()->change(add_samples));
    EXPECT_EQ(open()->is_sealed(), with_key);
    const Accounts accounts = open()->read().value();
    ASSERT_EQ(accounts.all.size(), 3U);
    const Account* li = accounts.find("li");
    ASSERT_NE(li, nullptr);
    EXPECT_EQ(li->shown, "经办甲");
    EXPECT_EQ(li->role, Role::Handler);
    EXPECT_EQ(li->since, instant("2017-06-01T09:00:00+08:00"));
    EXPECT_TRUE(password_fits(li->credentials.password_hash, kSamplePassword));
    EXPECT_EQ(accounts.find("nobody"), nullptr);
  }
}

TEST_F(AccountsFileTest, IsForItsOwnerAlone) {
  ASSERT_TRUE(open()->change(add_samples));
  struct stat found {};
  ASSERT_EQ(::stat(path().c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 07777U, 0600U);
  fs::permissions(path(), fs::perms::group_read, fs::perm_options::add);
  EXPECT_THAT(open()->read().error().message, HasSubstr("chmod 600"));
}

TEST_F(AccountsFileTest, SaysNothingWithoutTheOfficeKey) {
  give_key();
  ASSERT_TRUE(open()->change(add_samples));
  for (const char* word : {"li", "经办甲", "argon2", "handler", "password"}) {
    EXPECT_THAT(bytes(), Not(HasSubstr("\"" + std::string(word)))) << word;
  }
  const auto without = AccountsFile::open(*reg_, data(), {});
  ASSERT_FALSE(without);
  EXPECT_THAT(without.error().message, HasSubstr("--key"));
}

TEST_F(AccountsFileTest, NobodyWithoutTheSecretHalfMakesAnAccount) {
  ASSERT_TRUE(open()->change(add_samples));
  const std::string unsealed = bytes();
  give_key();
  // What anybody could write, and what was written before the office had its key.
  EXPECT_EQ(open()->read().error().kind, ErrorKind::Invalid);
  ASSERT_FALSE(open()->change([](Accounts&) { return Result<void>(); }));
  EXPECT_EQ(bytes(), unsealed);
  // Under another key.
  fs::remove(path());
  ASSERT_TRUE(open()->change(add_samples));
  give_key();
  EXPECT_EQ(open()->read().error().kind, ErrorKind::Invalid);
}

TEST_F(AccountsFileTest, NoChangedByteIsTaken) {
  give_key();
  ASSERT_TRUE(open()->change(add_samples));
  const std::string good = bytes();
  for (std::size_t i = 0; i < good.size(); i += 7) {
    std::string changed = good;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    if (changed == good) continue;
    write(changed);
    EXPECT_FALSE(open()->read()) << i;
  }
  write(good.substr(0, good.size() - 1));
  EXPECT_EQ(open()->read().error().kind, ErrorKind::Corrupt);
}

TEST_F(AccountsFileTest, IsChangedWholeOrNotAtAll) {
  ASSERT_TRUE(open()->change(add_samples));
  const std::string before = bytes();
  const auto refused = open()->change([](Accounts& accounts) {
    accounts.all.clear();
    return Result<void>(failure(ErrorKind::Conflict, "no"));
  });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "no");
  EXPECT_EQ(bytes(), before);
  // Somebody else is at it.
  std::ofstream(data() / "accounts.new") << "";
  EXPECT_EQ(open()->change(add_samples).error().kind, ErrorKind::Conflict);
  EXPECT_TRUE(fs::exists(data() / "accounts.new"));
}

}  // namespace
}  // namespace gongshi
