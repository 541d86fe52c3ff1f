#include "generator/scan/bank_card.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(BankCardTest, LuhnIsOneInTenAndNoProof) {
  EXPECT_TRUE(passes_luhn("6222000000000009"));
  EXPECT_FALSE(passes_luhn("6222000000000008"));
  EXPECT_TRUE(passes_luhn("201511083020001"));
  EXPECT_FALSE(bank_card_at(NumberLine("201511083020001"), 0)) << "Luhn alone";
  EXPECT_FALSE(bank_card_at(NumberLine("14010502000113"), 0)) << "a filing number";
  EXPECT_FALSE(bank_card_at(NumberLine("62220000000000000000"), 0)) << "twenty digits";
}

TEST(BankCardTest, GroupsAreThoseOfACard) {
  EXPECT_EQ(bank_card_at(NumberLine("6222 0000 0000 0009"), 0)->runs, 4U);
  EXPECT_EQ(bank_card_at(NumberLine("6222 0000 0000 0000 004"), 0)->runs, 5U);
  EXPECT_FALSE(bank_card_at(NumberLine("62 22 00 00 00 00 00 09"), 0));
  EXPECT_FALSE(bank_card_at(NumberLine("6222，0000，0000，0009"), 0));
}

}  // namespace
}  // namespace gongshi
