#include "generator/scan/landline.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(LandlineTest, AContactBlockIsItsHome) {
  const NumberLine line("0351-5550100");
  EXPECT_TRUE(landline_at(line, 0, Zone::Page)->detection);
  EXPECT_FALSE(landline_at(line, 0, Zone::ContactBlock)->detection);
  EXPECT_EQ(landline_at(line, 0, Zone::ContactBlock)->runs, 2U);
}

TEST(LandlineTest, GluedNumbersAndOtherCodesAreNone) {
  for (const char* text : {"0351-55501005550200", "0151-5550100", "0351-555010", "0351/5550100",
                           "5550100", "12380", "A03515550100", "0351-555010****"}) {
    EXPECT_FALSE(landline_at(NumberLine(text), 0, Zone::Page)) << text;
  }
}

}  // namespace
}  // namespace gongshi
