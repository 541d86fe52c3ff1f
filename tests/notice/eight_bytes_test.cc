#include "generator/notice/eight_bytes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>

namespace gongshi {
namespace {

// Any bytes, and often those at the edges of what is looked for.
std::string some_bytes(std::mt19937& chance, std::size_t size) {
  constexpr std::string_view kEdges = "/09:@AZ[`az{\x7F\x80\xC0\xE4\xFF\n\t\r";
  std::string bytes;
  while (bytes.size() < size) {
    const auto number = chance();
    bytes +=
        number % 2 == 0 ? static_cast<char>(number >> 8U) : kEdges[(number >> 8U) % kEdges.size()];
  }
  return bytes;
}

template <class Meant>
std::string places_of(std::string_view bytes, Meant meant) {
  std::string places;
  for (const char c : bytes) places += meant(c) ? 'x' : '.';
  return places;
}

// What the marks say of themselves must be what a look at each byte says.
void expect_marks(ByteMarks marks, const std::string& places) {
  EXPECT_EQ(marks.any(), places.find('x') != std::string::npos) << places;
  EXPECT_EQ(marks.first(), std::min(places.find('x'), places.size())) << places;
  EXPECT_EQ(marks.end(), places.find_last_of('x') + 1) << places;
  EXPECT_EQ(marks.count(), static_cast<std::size_t>(std::ranges::count(places, 'x'))) << places;
}

TEST(EightBytesTest, SaysOfEachByteWhatALookAtItSays) {
  std::mt19937 chance(20170621);
  for (int turn = 0; turn < 20'000; ++turn) {
    const std::string bytes = some_bytes(chance, EightBytes::kSize);
    const EightBytes eight(bytes.data());
    const auto is_digit = [](char c) { return '0' <= c && c <= '9'; };
    const auto is_capital = [](char c) { return 'A' <= c && c <= 'Z'; };
    expect_marks(eight.equal('\n'), places_of(bytes, [](char c) { return c == '\n'; }));
    expect_marks(eight.equal('\x7F'), places_of(bytes, [](char c) { return c == '\x7F'; }));
    expect_marks(eight.within('0', '9'), places_of(bytes, is_digit));
    expect_marks(eight.within('\0', '\x7F'),
                 places_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
    expect_marks(eight.beyond_ascii(),
                 places_of(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
    expect_marks(eight.within('0', '9') | eight.within('A', 'Z'),
                 places_of(bytes, [&](char c) { return is_digit(c) || is_capital(c); }));
  }
}

TEST(EightBytesTest, TellsWhatStandsBeforeAndAfterOthers) {
  std::mt19937 chance(20170627);
  for (int turn = 0; turn < 20'000; ++turn) {
    const std::string bytes = some_bytes(chance, EightBytes::kSize);
    const EightBytes eight(bytes.data());
    const ByteMarks others = eight.within('A', 'Z');
    std::string before = places_of(bytes, [](char c) { return '0' <= c && c <= '9'; });
    std::string after = before;
    for (std::size_t i = others.first(); i < before.size(); ++i) before[i] = '.';
    for (std::size_t i = 0; i < others.end(); ++i) after[i] = '.';
    expect_marks(eight.within('0', '9').before(others), before);
    expect_marks(eight.within('0', '9').after(others), after);
  }
}

TEST(EightBytesTest, KnowsCharactersOfThreeBytes) {
  const EightBytes two("公示ab");
  EXPECT_TRUE(two.holds_character());
  EXPECT_TRUE(two.holds_two_characters());
  EXPECT_EQ(two.first_character(), U'公');
  EXPECT_EQ(two.second_character(), U'示');
  EXPECT_FALSE(EightBytes("公abcde").holds_two_characters());
  EXPECT_TRUE(EightBytes("公abcde").holds_character());
  for (const char* none : {"a公示b",
                           "\xE5\x85"
                           "abcdef",
                           "\xF0\x9F\x98\x80"
                           "abcd",
                           "\u00B7abcdef"}) {
    EXPECT_FALSE(EightBytes(none).holds_character()) << none;
  }
}

TEST(EightBytesTest, CountsInTextsOfAnyLength) {
  std::mt19937 chance(20170630);
  for (std::size_t size = 0; size < 70; ++size) {
    const std::string text = some_bytes(chance, size);
    EXPECT_EQ(count_bytes(text, '\n'), static_cast<std::size_t>(std::ranges::count(text, '\n')));
    std::string ascii(size, 'a');
    EXPECT_TRUE(is_ascii(ascii));
    for (char& c : ascii) {
      c = '\x80';
      EXPECT_FALSE(is_ascii(ascii));
      c = 'a';
    }
  }
}

}  // namespace
}  // namespace gongshi
