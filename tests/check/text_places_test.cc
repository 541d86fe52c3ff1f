#include "generator/check/text_places.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(TextPlacesTest, AgreesWithThePlaceOfEachCharacter) {
  const std::string text = "甲a\n\n乙𬱖b\nc";
  TextPlaces places(text, {.file = "x", .line = 1, .column = 1});
  for (std::size_t offset = 0; offset <= text.size(); ++offset) {
    const bool is_inside = offset < text.size() && (text[offset] & 0xC0) == 0x80;
    if (is_inside) continue;
    EXPECT_EQ(places.at(offset), place_at("x", text, offset)) << offset;
  }
}

TEST(TextPlacesTest, CountsFromWhereTheTextBegins) {
  TextPlaces places("甲乙\n丙", {.file = "x", .line = 18, .column = 1});
  EXPECT_EQ(places.at(3), (Place{.file = "x", .line = 18, .column = 2}));
  EXPECT_EQ(places.at(3), (Place{.file = "x", .line = 18, .column = 2})) << "asked twice";
  EXPECT_EQ(places.at(7), (Place{.file = "x", .line = 19, .column = 1}));
}

}  // namespace
}  // namespace gongshi
