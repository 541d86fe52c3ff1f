#include "intake/seal/form_id.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

namespace gongshi {
namespace {

TEST(FormIdTest, AcceptsWhatProgramsMayChoose) {
  for (const std::string& text :
       {std::string(16, 'a'), std::string(64, 'Z'), std::string("0123456789-abcdefXYZ"),
        std::string(16, '-'), std::string("3f2504e0-4f89-41d3-9a0c-0305e82c3301")}) {
    const auto form = FormId::parse(text);
    ASSERT_TRUE(form) << text;
    EXPECT_EQ(form->text(), text);
  }
}

TEST(FormIdTest, RejectsEverythingElse) {
  const std::string fifteen(15, 'a');
  for (const std::string& text :
       {std::string(), fifteen, std::string(65, 'a'), fifteen + " ", fifteen + "_", fifteen + "é",
        fifteen + "\n", fifteen + '\0', fifteen + "/", fifteen + "+", fifteen + "号", " " + fifteen,
        std::string(100'000, 'a')}) {
    const auto form = FormId::parse(text);
    ASSERT_FALSE(form) << text;
    EXPECT_EQ(form.error().kind, ErrorKind::Invalid);
    EXPECT_THAT(form.error().message, testing::HasSubstr("form_id"));
  }
}

TEST(FormIdTest, RandomOnesAreFormIdsAndNeverTheSame) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const FormId form = FormId::random();
    EXPECT_TRUE(FormId::parse(form.text())) << form.text();
    EXPECT_GE(form.text().size(), 32U);  // 128 bits in hexadecimal
    EXPECT_TRUE(seen.insert(form.text()).second);
  }
}

// Frozen, and computed by another BLAKE2b: a repeated form must find its row after an upgrade.
TEST(FormIdTest, DerivesWhatItAlwaysDerived) {
  const FormId form = FormId::parse("0123456789abcdef0123456789abcdef").value();
  EXPECT_EQ(hex(form.digest()), "2088dd97b1856138cba19bdfec4c5b6aa88f6c5fcb94723788124537b20e7d6b");
  EXPECT_EQ(hex(form.opening()),
            "849bd9a3e8726475a6f39953e47ff5a0833857e7f9bbb7ade20593d015911352");
}

TEST(FormIdTest, NeighboursHaveNothingInCommon) {
  const FormId one = FormId::parse("aaaaaaaaaaaaaaaa").value();
  const FormId other = FormId::parse("aaaaaaaaaaaaaaab").value();
  const std::set<Sha256> all = {one.digest(),   one.opening(),   one.draft_key(),
                                other.digest(), other.opening(), other.draft_key()};
  EXPECT_EQ(all.size(), 6U);
}

}  // namespace
}  // namespace gongshi
