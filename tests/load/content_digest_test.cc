#include "generator/load/content_digest.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(ContentDigestTest, IsThatOfTheLinesThatSha256sumPrints) {
  ContentDigest digest;
  digest.add("pages/about.md", sha256("# 关于本站\n"));
  digest.add("site.toml", sha256("name = \"示例\"\n"));
  EXPECT_EQ(digest.text(), hex(sha256(hex(sha256("# 关于本站\n")) + "  pages/about.md\n" +
                                      hex(sha256("name = \"示例\"\n")) + "  site.toml\n")));
}

TEST(ContentDigestTest, TellsPathsApart) {
  ContentDigest one;
  one.add("a", sha256("1"));
  ContentDigest other;
  other.add("b", sha256("1"));
  EXPECT_NE(one.text(), other.text());
}

}  // namespace
}  // namespace gongshi
