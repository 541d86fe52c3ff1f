#include "intake/http/entity_tag.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(EntityTagTest, NamesTheBytesAndTheirCoding) {
  const Sha256 digest = sha256("page");
  const std::string plain = entity_tag(digest, ContentCoding::Identity);
  EXPECT_EQ(plain, "\"" + hex(digest).substr(0, 32) + "\"");
  EXPECT_EQ(entity_tag(digest, ContentCoding::Gzip), "\"" + hex(digest).substr(0, 32) + "-gzip\"");
  EXPECT_EQ(entity_tag(digest, ContentCoding::Brotli), "\"" + hex(digest).substr(0, 32) + "-br\"");
  EXPECT_NE(entity_tag(sha256("pagf"), ContentCoding::Identity), plain);
}

TEST(EntityTagTest, IfNoneMatchIsAListOfTags) {
  struct Case {
    const char* header;
    bool names;
  };
  for (const Case& c : {
           Case{"\"a-br\"", true},
           Case{"W/\"a-br\"", true},
           Case{"\"x\", \"a-br\"", true},
           Case{"\"x\",W/\"y\" ,\t\"a-br\", \"z\"", true},
           Case{" \"a-br\" ", true},
           Case{"*", true},
           Case{"\"x, y\", \"a-br\"", true},
           Case{"", false},
           Case{"\"a\"", false},
           Case{"\"a-gzip\"", false},
           Case{"a-br", false},
           Case{"\"a-br", false},
           Case{"w/\"a-br\"", false},
           Case{"\"x\" \"a-br\"", false},
           Case{"x, \"a-br\"", false},
           Case{"\"x\", *", false},
           Case{",\"a-br\"", false},
       }) {
    EXPECT_EQ(names_tag(c.header, "\"a-br\""), c.names) << c.header;
  }
}

}  // namespace
}  // namespace gongshi
