#include "generator/scan/character_reference.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(CharacterReferenceTest, ReadsAsBrowsersDo) {
  struct Case {
    const char* text;
    std::size_t taken;
    const char* meaning;
  };
  const Case cases[] = {
      {"&#49;38", 5, "1"},
      {"&#49 38", 4, "1"},
      {"&#x31;", 6, "1"},
      {"&#X4f60;", 8, "你"},
      {"&#x2C6C6;", 9, "𬛆"},
      {"&commat;", 8, "@"},
      {"&amp;#49;", 5, "&"},
      {"&nbsp13", 5, " "},
      {"&#0;", 4, "\uFFFD"},
      {"&#xD800;", 8, "\uFFFD"},
      {"&#99999999999;", 14, "\uFFFD"},
      {"&", 0, ""},
      {"&#", 0, ""},
      {"&#x", 0, ""},
      {"&#;", 0, ""},
      {"& 甲乙", 0, ""},
      {"&unknown;", 0, ""},
  };
  for (const Case& c : cases) {
    std::string out;
    EXPECT_EQ(resolve_reference(c.text, out), c.taken) << c.text;
    EXPECT_EQ(out, c.meaning) << c.text;
  }
}

}  // namespace
}  // namespace gongshi
