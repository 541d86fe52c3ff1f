#include "intake/desk/office_keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/desk/case_file.h"
#include "intake/desk/private_file.h"
#include "tests/desk/sample_register.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr PassphraseCost kCheap{.passes = 1, .memory_bytes = 8192};

class OfficeKeysTest : public testing::Test {
 protected:
  NewOfficeKey wanted(const std::string& name) const {
    return {.data = reg_.folder() / "data",
            .file = desk_.path() / name,
            .passphrase = passphrase_,
            .at = instant(kWhileOpen),
            .cost = kCheap};
  }
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(desk_.path())) {
      names.push_back(entry.path().filename());
    }
    return names;
  }
  void expect_refused(const NewOfficeKey& key, ErrorKind kind, const std::string& part) {
    const auto made = make_office_key(*reg_, key);
    ASSERT_FALSE(made) << part;
    EXPECT_EQ(made.error().kind, kind) << made.error().message;
    EXPECT_THAT(made.error().message, HasSubstr(part));
  }

  TemporaryFolder desk_;
  mutable SampleRegister reg_;
  const std::string passphrase_ = "山高水长 月明风清 四季";
};

TEST_F(OfficeKeysTest, TheKeySealsAndItsFileOpens) {
  const std::string before = reg_.file(Signature::Named);
  const MadeOfficeKey made = make_office_key(*reg_, wanted("office.key")).value();
  EXPECT_EQ(made.unsealed, 1U);
  EXPECT_EQ((*reg_).office_keys().value(), std::vector{made.key});
  EXPECT_EQ(fs::status(desk_.path() / "office.key").permissions(), fs::perms(0600));
  const std::string number = reg_.file(Signature::Named);
  KeyRing ring;
  ring.add(read_office_key(desk_.path() / "office.key", passphrase_).value());
  EXPECT_TRUE(open_case(*reg_, number, ring));
  EXPECT_TRUE(open_case(*reg_, before, {}));
}

TEST_F(OfficeKeysTest, OneKeyAtATimeAndNothingIsOverwritten) {
  NewOfficeKey rotation = wanted("b.key");
  rotation.rotates = true;
  expect_refused(rotation, ErrorKind::Conflict, "--rotate");
  ASSERT_TRUE(make_office_key(*reg_, wanted("a.key")));
  expect_refused(wanted("b.key"), ErrorKind::Conflict, "--rotate");
  NewOfficeKey same_file = rotation;
  same_file.file = desk_.path() / "a.key";
  expect_refused(same_file, ErrorKind::Conflict, "没有覆盖");
  ASSERT_TRUE(make_office_key(*reg_, rotation));
  EXPECT_EQ((*reg_).office_keys().value().size(), 2U);
  EXPECT_TRUE(read_office_key(desk_.path() / "a.key", passphrase_)) << "the old one stays";
}

TEST_F(OfficeKeysTest, AKeyInTheDataFolderOrUnderAShortPassphraseIsNone) {
  NewOfficeKey inside = wanted("");
  for (const char* name :
       {"data/office.key", "data/evidence/office.key", "data/./x/../office.key"}) {
    inside.file = reg_.folder() / name;
    expect_refused(inside, ErrorKind::Invalid, "数据文件夹");
  }
  NewOfficeKey weak = wanted("office.key");
  weak.passphrase = "十一个字符的口令不够长";
  expect_refused(weak, ErrorKind::Invalid, "12 个字符");
  EXPECT_THAT((*reg_).office_keys().value(), IsEmpty());
  EXPECT_THAT(files(), IsEmpty());
  weak.passphrase += "了";
  EXPECT_TRUE(make_office_key(*reg_, weak));
}

// A share that cannot be written leaves no key that seals, and no file.
TEST_F(OfficeKeysTest, AllOrNothing) {
  NewOfficeKey split = wanted("office.key");
  split.split = KeySplit{.needed = 2, .total = 3};
  desk_.write("office.key.share-3", "in the way");
  expect_refused(split, ErrorKind::Conflict, "share-3");
  EXPECT_THAT((*reg_).office_keys().value(), IsEmpty());
  EXPECT_THAT(files(), testing::ElementsAre("office.key.share-3"));
}

TEST_F(OfficeKeysTest, SharesRestoreTheKeyUnderANewPassphrase) {
  NewOfficeKey split = wanted("office.key");
  split.split = KeySplit{.needed = 2, .total = 3};
  const MadeOfficeKey made = make_office_key(*reg_, split).value();
  ASSERT_EQ(made.shares.size(), 3U);
  const std::string number = reg_.file(Signature::Named);
  fs::remove(desk_.path() / "office.key");

  const fs::path back = desk_.path() / "back.key";
  const std::string other = "另外一句 足够长的 口令";
  const auto restored = restore_office_key({made.shares[2], made.shares[0]}, back, other, kCheap);
  ASSERT_TRUE(restored) << restored.error().message;
  EXPECT_EQ(*restored, made.key);
  KeyRing ring;
  ring.add(read_office_key(back, other).value());
  EXPECT_TRUE(open_case(*reg_, number, ring));

  const fs::path third = desk_.path() / "third.key";
  EXPECT_FALSE(restore_office_key({made.shares[0]}, third, other, kCheap));
  EXPECT_FALSE(restore_office_key({made.shares[0], made.shares[1]}, back, other, kCheap));
  EXPECT_FALSE(restore_office_key({made.shares[0], back}, third, other, kCheap));
  EXPECT_FALSE(restore_office_key({made.shares[0], made.shares[1]}, third, "short", kCheap));
  EXPECT_FALSE(fs::exists(third));
}

TEST(OfficeKeySplitTest, IsWrittenKOfN) {
  const auto split = parse_key_split("3/5");
  ASSERT_TRUE(split);
  EXPECT_EQ(split->needed, 3U);
  EXPECT_EQ(split->total, 5U);
  EXPECT_TRUE(parse_key_split("16/16"));
  for (const char* wrong : {"", "3", "3/", "/5", "1/3", "4/3", "2/17", "2/3x", "-2/3", "2 /3"}) {
    EXPECT_FALSE(parse_key_split(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace gongshi
