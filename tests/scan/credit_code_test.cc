#include "generator/scan/credit_code.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(CreditCodeTest, TheCheckCharacterDecides) {
  for (const char* code : {"91110000MA0000000H", "121100004000000001", "521126151858889095"}) {
    EXPECT_TRUE(is_credit_code(code)) << code;
  }
  for (const char* code : {"", "91110000MA0000000J", "91110000MA000000H", "91110000ma0000000h",
                           "91110000IA0000000H", "121100004000000002", "1211000040000000011"}) {
    EXPECT_FALSE(is_credit_code(code)) << code;
  }
}

TEST(CreditCodeTest, AccountsForAllRunsOfItsWord) {
  const NumberLine line("91110000MA0000000H");
  const auto match = credit_code_at(line, 0);
  ASSERT_TRUE(match);
  EXPECT_EQ(match->runs, 2U);
  EXPECT_FALSE(match->detection);
}

}  // namespace
}  // namespace gongshi
