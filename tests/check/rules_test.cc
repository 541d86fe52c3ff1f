#include "generator/check/rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "tests/source_root.h"

namespace gongshi {
namespace {

std::string text_of_files(const std::filesystem::path& folder, std::string_view ending) {
  std::string all;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const bool is_this_file = entry.path().filename() == "rules_test.cc";
    if (is_this_file || !entry.path().string().ends_with(ending)) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  }
  return all;
}

// A rule without an example is a rule that nobody has seen working.
TEST(RulesTest, EachRuleIsExplainedInAHeaderAndProvedByAnExample) {
  const std::filesystem::path root = source_root();
  const std::string headers = text_of_files(root / "generator/check", ".h");
  const std::string examples = text_of_files(root / "tests/check", "_test.cc");
  for (const Rule& rule : rules()) {
    EXPECT_THAT(headers, testing::HasSubstr("//   " + std::string(rule.code) + " ")) << rule.code;
    EXPECT_THAT(examples, testing::HasSubstr(std::string(rule.code) + "\"")) << rule.code;
  }
}

TEST(RulesTest, CodesAreUniqueAndEachRuleHasASource) {
  std::set<std::string_view> codes;
  for (const Rule& rule : rules()) {
    EXPECT_TRUE(codes.insert(rule.code).second) << rule.code;
    EXPECT_THAT(std::string(rule.source), testing::MatchesRegex("R[0-9]+")) << rule.code;
    EXPECT_FALSE(rule.meaning.empty()) << rule.code;
  }
}

TEST(RulesTest, EachRuleHasAHintOfItsOwn) {
  std::set<std::string_view> hints;
  for (const Rule& rule : rules()) {
    EXPECT_FALSE(rule.hint.empty()) << rule.code;
    EXPECT_NE(rule.hint, rule.meaning) << rule.code;
    EXPECT_FALSE(rule.hint.ends_with("。")) << rule.code << ": a bracket follows";
    EXPECT_TRUE(hints.insert(rule.hint).second) << rule.code;
  }
}

TEST(RulesTest, AHintNamesTheRuleAndWhetherItCanBeWaived) {
  const Rule warning{
      .code = "a", .level = Level::Warning, .source = "R9", .meaning = "甲", .hint = "请改乙"};
  EXPECT_EQ(hint_of(warning), "请改乙（规则 R9，确有理由的可以写 [[waiver]]）");
  Rule error = warning;
  error.level = Level::Error;
  EXPECT_EQ(hint_of(error), "请改乙（规则 R9，不能用 [[waiver]] 略过）");
}

TEST(RulesTest, FindsARuleByItsCode) {
  ASSERT_NE(find_rule("review-missing"), nullptr);
  EXPECT_EQ(find_rule("review-missing")->source, "R14");
  EXPECT_EQ(find_rule("missing-key"), nullptr) << "a code of loading is no rule";
}

TEST(RulesTest, TheTableGivesTheLevel) {
  Diagnostics problems;
  report_rule(problems, {.file = "x"}, "author-missing", "甲");
  report_rule(problems, {.file = "x"}, "step-not-closed", "乙");
  EXPECT_EQ(problems.at(0).level, Level::Warning);
  EXPECT_EQ(problems.at(1).level, Level::Error);
}

}  // namespace
}  // namespace gongshi
