#include "intake/log/strict_lines.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "intake/seal/base64.h"

namespace gongshi {
namespace {

TEST(StrictLinesTest, LinesEndInLf) {
  StrictLines lines("a\n\nindex 7\nlast");
  EXPECT_EQ(lines.next(), "a");
  EXPECT_EQ(lines.next(), "");
  EXPECT_FALSE(lines.next_after("extra "));
  EXPECT_EQ(lines.next_after("index "), "7");
  EXPECT_FALSE(lines.next());  // no LF: not a line
  EXPECT_FALSE(lines.done());
  EXPECT_EQ(lines.rest(), "last");
}

TEST(StrictLinesTest, APrefixThatSpansLinesIsNoPrefix) {
  StrictLines lines("ab\ncd\n");
  EXPECT_FALSE(lines.next_after("ab\ncd"));
  EXPECT_EQ(lines.next(), "ab");
}

TEST(StrictLinesTest, ReadsDecimalNumbers) {
  EXPECT_EQ(parse_decimal("0"), 0U);
  EXPECT_EQ(parse_decimal("10"), 10U);
  EXPECT_EQ(parse_decimal("9223372036854775807"), 0x7FFFFFFFFFFFFFFFU);
}

TEST(StrictLinesTest, RejectsOtherSpellingsOfNumbers) {
  constexpr std::string_view kRejected[] = {"",
                                            "00",
                                            "01",
                                            "+1",
                                            "-1",
                                            " 1",
                                            "1 ",
                                            "1.0",
                                            "1e3",
                                            "0x1",
                                            "１",
                                            "1\n",
                                            "a",
                                            "9223372036854775808",
                                            "18446744073709551615",
                                            "18446744073709551616",
                                            "99999999999999999999999"};
  for (const std::string_view text : kRejected) EXPECT_FALSE(parse_decimal(text)) << text;
}

TEST(StrictLinesTest, HashesHave32Bytes) {
  for (std::size_t size = 0; size < 70; ++size) {
    EXPECT_EQ(parse_hash(to_base64(std::string(size, 'x'))).has_value(), size == 32) << size;
  }
}

}  // namespace
}  // namespace gongshi
