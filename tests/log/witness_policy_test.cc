#include "intake/log/witness_policy.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "intake/seal/ed25519.h"
#include "tests/log/worked_example.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using Signers = std::set<std::string>;

// A key of its own for each name.
std::string key_of(const std::string& name) {
  Ed25519Seed seed{};
  std::copy(name.begin(), name.end(), seed.begin());
  return WitnessKey(name + ".example/w", Ed25519Key::from_seed(seed).public_key()).text();
}

std::string witness(const std::string& name, const std::string& url = {}) {
  return fmt::format("witness {} {} {}\n", name, key_of(name), url);
}

TEST(WitnessPolicyTest, ReadsTheWorkedExample) {
  const auto policy = WitnessPolicy::parse(worked_example::kPolicy);
  ASSERT_TRUE(policy) << policy.error().message;
  ASSERT_EQ(policy->witnesses().size(), 1U);
  EXPECT_EQ(policy->witnesses()[0].key.text(), worked_example::kWitnessKey);
  EXPECT_TRUE(policy->is_for(NoteVerifier::parse(worked_example::kLogKey).value()));
  EXPECT_FALSE(policy->is_for(NoteSigner::random("other.example/log").verifier()));
  EXPECT_TRUE(policy->is_met_by({"w1"}));
  EXPECT_FALSE(policy->is_met_by({}));
}

TEST(WitnessPolicyTest, CountsGroupsOfGroups) {
  const auto policy = WitnessPolicy::parse(
      "# Whose signatures count\n\n" + witness("a", "https://a.example/") + witness("b") +
      witness("c", "http://c.example/x/ # by post") +
      "group two 2 a b c\ngroup any-of any a b\ngroup\tboth  all two any-of \r\nquorum both\n");
  ASSERT_TRUE(policy) << policy.error().message;
  EXPECT_EQ(policy->witnesses()[0].url, "https://a.example");
  EXPECT_EQ(policy->witnesses()[1].url, "");
  EXPECT_EQ(policy->witnesses()[2].url, "http://c.example/x");
  EXPECT_TRUE(policy->is_for(NoteSigner::random("any.example/log").verifier()));
  EXPECT_TRUE(policy->is_met_by({"a", "b"}));
  EXPECT_TRUE(policy->is_met_by({"b", "c"}));
  for (const Signers& too_few : {Signers{}, Signers{"a"}, Signers{"c"}, Signers{"a", "unknown"},
                                 Signers{"two", "any-of"}, Signers{"both"}}) {
    EXPECT_FALSE(policy->is_met_by(too_few)) << testing::PrintToString(too_few);
  }
}

TEST(WitnessPolicyTest, NobodyHasToSignWhenItSaysSo) {
  const auto policy = WitnessPolicy::parse(witness("a") + "quorum none");
  ASSERT_TRUE(policy) << policy.error().message;
  EXPECT_TRUE(policy->is_met_by({}));
}

TEST(WitnessPolicyTest, AMistakeIsNamedWithItsLine) {
  const std::string a = witness("a");
  std::string many;
  for (std::size_t i = 0; i <= kWitnessesMax; ++i) many += witness("w" + std::to_string(i));
  const struct {
    std::string text;
    const char* says;
  } table[] = {
      {"", "end it with “quorum NAME”"},
      {a, "end it with “quorum NAME”"},
      {a + "quorum b\n", "line 2: “b” does not stand above"},
      {a + "quorum a\nquorum a\n", "line 3: nothing may follow"},
      {a + "group g 2 a\nquorum g\n", "line 2: “2” is no count: any, all, or 1 to 1"},
      {a + "group g 0 a\nquorum g\n", "line 2: “0” is no count"},
      {a + "group g +1 a\nquorum g\n", "is no count"},
      {a + "group g any a a\nquorum g\n", "stands in the group twice"},
      {a + "group g any h\ngroup h any a\nquorum g\n", "“h” does not stand above"},
      {a + "group a any a\nquorum a\n", "the name “a” is taken"},
      {a + a + "quorum a\n", "line 2: the key of a.example/w stands here twice"},
      {"witness none " + key_of("a") + "\nquorum none\n", "“none” is no name"},
      {"witness a " + std::string(worked_example::kLogKey) + "\nquorum a\n", "type 4"},
      {"log " + key_of("a") + "\nquorum none\n", "line 1: not an Ed25519 verifier key"},
      {witness("a", "ftp://a.example") + "quorum a\n", "begins with http:// or https://"},
      {"witness a\nquorum a\n", "line 1: expected"},
      {"\n# a comment\nsomething else\n", "line 3: expected"},
      {many + "quorum none\n", "line 33: more than 32 witnesses"},
  };
  for (const auto& row : table) {
    const auto policy = WitnessPolicy::parse(row.text);
    ASSERT_FALSE(policy) << row.says;
    EXPECT_THAT(policy.error().message, HasSubstr(row.says));
  }
}

}  // namespace
}  // namespace gongshi
