#include "generator/toml/nesting.h"

#include <gtest/gtest.h>

#include "generator/toml/toml_document.h"

namespace gongshi {
namespace {

std::string dots(int count) {
  std::string text = "a";
  for (int i = 0; i < count; ++i) text += ".a";
  return text;
}

TEST(NestingTest, KeysOfReasonableLengthPass) {
  const std::string longest = dots(kKeyPartsMax - 1);
  const std::string many = dots(99);
  const std::string passes[] = {
      "",
      longest + " = 1",
      "[" + longest + "]\n" + longest + " = 1",
      "a = {" + longest + " = 1, " + longest + " = 2}",
      "a = [1.5, 2.5, 3.5,\n4.5]",
      "a = \"" + many + "\"",
      "a = '" + many + "'",
      "a = \"\\\"" + many + "\"",
      "a = \"\"\"\n" + many + "\n\\\"\"\"" + many + "\"\"\"",
      "a = '''" + many + "\n'" + many + "'''''",
      "# " + many + "\na = 1 # " + many,
      "\"" + many + "\".'" + many + "' = 1",
  };
  for (const std::string& text : passes) EXPECT_EQ(first_overlong_key(text), std::nullopt) << text;
}

TEST(NestingTest, KeysThatNestTooDeepAreFound) {
  const std::string overlong = dots(kKeyPartsMax);
  const std::string rejects[] = {
      overlong + " = 1",
      "[" + overlong + "]",
      "[[ " + overlong + "]]",
      "a = '\n" + overlong,
      "a = {b = 1, " + overlong + " = 1}",
      "a = \"\"\"\"\"\"\n" + overlong + " = 1",
      "# '''\n" + overlong + " = 1",
  };
  for (const std::string& text : rejects) EXPECT_NE(first_overlong_key(text), std::nullopt) << text;
  std::string quoted = "\"中\"";
  for (int i = 0; i < kKeyPartsMax; ++i) quoted += " . '中'";
  EXPECT_NE(first_overlong_key(quoted), std::nullopt);
}

TEST(NestingTest, TheDocumentSaysWhere) {
  Diagnostics problems;
  EXPECT_FALSE(parse_toml("x = 1\n中." + dots(40) + " = 1", "x.toml", 2, problems));
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(to_text(problems[0]),
            "x.toml:4:32: error[toml-syntax]: 一个键最多分 16 节；请检查多余的点");
}

}  // namespace
}  // namespace gongshi
