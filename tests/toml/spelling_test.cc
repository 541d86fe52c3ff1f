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

TEST(SpellingTest, DoesNotGuessWildly) {
  EXPECT_EQ(nearest_spelling("colour", kKnown), "");
  EXPECT_EQ(nearest_spelling("", kKnown), "");
  EXPECT_EQ(nearest_spelling(std::string(100'000, 'x'), kKnown), "");
}

}  // namespace
}  // namespace gongshi
