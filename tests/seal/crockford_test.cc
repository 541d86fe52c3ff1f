#include "intake/seal/crockford.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>

namespace gongshi {
namespace {

TEST(CrockfordTest, ForgivesWhatPeopleType) {
  const std::pair<std::string_view, std::string_view> kForgiven[] = {{"7Q4M", "7Q4M"},
                                                                     {"7q4m", "7Q4M"},
                                                                     {" 7Q 4M\t", "7Q4M"},
                                                                     {"7Q-4M", "7Q4M"},
                                                                     {"7Q\u20134M", "7Q4M"},
                                                                     {"7Q\u20144M", "7Q4M"},
                                                                     {"oO0", "000"},
                                                                     {"iIlL1", "11111"},
                                                                     {"７Ｑ４ｍ", "7Q4M"},
                                                                     {"７Ｑ－４Ｍ", "7Q4M"},
                                                                     {"7Q\u30004M", "7Q4M"},
                                                                     {"7Q\u00A04M\r\n", "7Q4M"},
                                                                     {"", ""},
                                                                     {"Ｏｏ", "00"},
                                                                     {"7Q\u22124M", "7Q4M"}};
  for (const auto& [typed, read] : kForgiven) EXPECT_EQ(read_crockford(typed).value(), read);
}

TEST(CrockfordTest, NamesTheCharacterThatCannotBe) {
  const std::pair<std::string_view, std::string_view> kRefused[] = {
      {"7QU4", "“U”"}, {"7Q*4", "“*”"},    {"7Q号4", "“号”"}, {"7Q𠮷4", "“𠮷”"},
      {"7Q_4", "“_”"}, {"７Ｑ，", "“，”"}, {"7Q.4", "“.”"},   {"Ü", "“Ü”"}};
  for (const auto& [typed, shown] : kRefused) {
    const auto read = read_crockford(typed);
    ASSERT_FALSE(read) << typed;
    EXPECT_EQ(read.error().kind, ErrorKind::Invalid);
    EXPECT_THAT(read.error().message, testing::HasSubstr(shown));
  }
  EXPECT_FALSE(read_crockford("7Q\xFF"));
}

// The promise itself, tried in full: every wrong character at every place, and every pair that
// changes places, of texts of every length that the check protects.
class CheckCharacterTest : public testing::TestWithParam<std::size_t> {
 protected:
  static bool fits(const std::string& text) {
    return check_character(std::string_view(text).substr(0, text.size() - 1)) == text.back();
  }

  std::string random_checked_text() {
    std::string text;
    for (std::size_t i = 0; i < GetParam(); ++i) text += kCrockfordAlphabet[generator_() % 32];
    return text + check_character(text);
  }

  std::mt19937 generator_{20170622};
};

TEST_P(CheckCharacterTest, CatchesEveryWrongCharacter) {
  for (int round = 0; round < 20; ++round) {
    const std::string right = random_checked_text();
    ASSERT_TRUE(fits(right));
    for (std::size_t place = 0; place < right.size(); ++place) {
      for (const char c : kCrockfordAlphabet) {
        std::string wrong = right;
        wrong[place] = c;
        EXPECT_EQ(fits(wrong), wrong == right) << wrong << " for " << right;
      }
    }
  }
}

TEST_P(CheckCharacterTest, CatchesEveryTransposition) {
  for (int round = 0; round < 20; ++round) {
    const std::string right = random_checked_text();
    for (std::size_t a = 0; a < right.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        std::string wrong = right;
        std::swap(wrong[a], wrong[b]);
        EXPECT_EQ(fits(wrong), wrong == right) << wrong << " for " << right;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(EveryLength, CheckCharacterTest,
                         testing::Range(std::size_t{1}, kCheckedLengthMax + 1));

// Frozen: a different rule would refuse every code that was ever handed out.
TEST(CheckCharacterTest, StaysAsItIs) {
  EXPECT_EQ(check_character("2017000001"), 'B');
  EXPECT_EQ(check_character("00000000000000000000"), '0');
  EXPECT_EQ(check_character("0123456789ABCDEFGHJK"), 'J');
}

}  // namespace
}  // namespace gongshi
