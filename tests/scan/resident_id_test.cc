#include "generator/scan/resident_id.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(ResidentIdTest, PlaceDateAndCheckCharacterMustAgree) {
  for (const char* id : {"110101190001010006", "110101190001010014", "11010119000101009X",
                         "510101190001010000", "310101190001010003", "911560190001010008"}) {
    EXPECT_TRUE(is_resident_id(id)) << id;
  }
  for (const char* id :
       {"", "110101190001010007", "110101190001010016", "11010119000101009x", "110101190002300006",
        "110101170001010006", "990101190001010006", "11010119000101000", "1101011900010100066",
        "1101011900010100A6", "X10101190001010006"}) {
    EXPECT_FALSE(is_resident_id(id)) << id;
  }
}

// Any two neighbours changed places, any digit mistyped: MOD 11-2 notices.
TEST(ResidentIdTest, OneSlipIsNoticed) {
  constexpr std::string_view kId = "110101190001010006";
  for (std::size_t i = 0; i + 1 < kId.size(); ++i) {
    std::string slip(kId);
    slip[i] = slip[i] == '9' ? '0' : static_cast<char>(slip[i] + 1);
    EXPECT_FALSE(is_resident_id(slip)) << slip;
  }
}

TEST(ResidentIdTest, FindsTheNumberAmongItsNeighbours) {
  const NumberLine line("2021 110101 19000101 0006 030002");
  EXPECT_FALSE(resident_id_at(line, 0));
  const auto match = resident_id_at(line, 1);
  ASSERT_TRUE(match);
  EXPECT_EQ(match->runs, 3U);
}

}  // namespace
}  // namespace gongshi
