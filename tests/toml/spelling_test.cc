#include "generator/toml/spelling.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

const std::set<std::string, std::less<>> kKnown = {"title", "closes", "opens", "working_days"};

TEST(SpellingTest, FindsTheMistypedKey) {
  EXPECT_EQ(nearest_spelling("titel", kKnown), "title");
  EXPECT_EQ(nearest_spelling("close", kKnown), "closes");
  EXPECT_EQ(nearest_spelling("workingdays", kKnown), "working_days");
}

TEST(SpellingTest, CountsCharactersAndNotBytes) {
  const std::set<std::string, std::less<>> units = {"大同市", "公安机关", "𬱖城市"};
  EXPECT_EQ(nearest_spelling("大同", units), "大同市");
  EXPECT_EQ(nearest_spelling("公安机构", units), "公安机关");
  EXPECT_EQ(nearest_spelling("𬱖成市", units), "𬱖城市");
  EXPECT_EQ(nearest_spelling("太原市", units), "") << "no slip: another city";
  EXPECT_EQ(nearest_spelling("公证机构", units), "") << "no slip: another organ";
}

TEST(SpellingTest, DoesNotGuessWildly) {
  EXPECT_EQ(nearest_spelling("colour", kKnown), "");
  EXPECT_EQ(nearest_spelling("", kKnown), "");
  EXPECT_EQ(nearest_spelling(std::string(100'000, 'x'), kKnown), "");
}

TEST(SpellingTest, ASuggestionEndsASentenceAndIsNothingWhenNoneIsNear) {
  EXPECT_EQ(did_you_mean("titel", kKnown), "；是不是“title”？");
  EXPECT_EQ(did_you_mean("colour", kKnown), "");
}

}  // namespace
}  // namespace gongshi
