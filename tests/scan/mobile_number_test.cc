#include "generator/scan/mobile_number.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(MobileNumberTest, ElevenDigitsWithAKnownBeginning) {
  for (const char* number : {"13000000000", "13800138000", "19999999999"}) {
    EXPECT_TRUE(is_mobile_number(number)) << number;
  }
  for (const char* number : {"", "12800138000", "1380013800", "138001380000", "23800138000",
                             "1380013800a", "+13800138000"}) {
    EXPECT_FALSE(is_mobile_number(number)) << number;
  }
}

TEST(MobileNumberTest, AContactBlockAsksAndAPageRefuses) {
  const NumberLine line("13800138000");
  EXPECT_EQ(mobile_number_at(line, 0, Zone::Page)->detection->severity, Severity::Block);
  EXPECT_EQ(mobile_number_at(line, 0, Zone::ContactBlock)->detection->severity, Severity::Warn);
}

TEST(MobileNumberTest, APrefixIsNotPartOfTheValue) {
  for (const char* text : {"8613800138000", "008613800138000", "013800138000"}) {
    EXPECT_EQ(mobile_number_at(NumberLine(text), 0, Zone::Page)->detection->value, "13800138000");
  }
}

}  // namespace
}  // namespace gongshi
