#include "intake/seal/receipt_number.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "intake/seal/crockford.h"

namespace gongshi {
namespace {

TEST(ReceiptNumberTest, WritesYearSequenceAndCheckCharacter) {
  EXPECT_EQ(to_text(ReceiptNumber{2017, 1}), "2017-000001-B");
  EXPECT_EQ(to_text(ReceiptNumber{2026, 1'234'567}).substr(0, 13), "2026-1234567-");
}

TEST(ReceiptNumberTest, ReadsWhatItWrites) {
  for (const std::int64_t sequence : {std::int64_t{1}, std::int64_t{42}, std::int64_t{999'999},
                                      std::int64_t{1'000'000}, std::int64_t{999'999'999'999}}) {
    const ReceiptNumber number{2026, sequence};
    EXPECT_EQ(ReceiptNumber::parse(to_text(number)).value(), number) << sequence;
  }
}

TEST(ReceiptNumberTest, ForgivesWhatPeopleType) {
  for (const std::string_view typed :
       {"2017000001B", "2017 000001 b", "2017-OOOOOl-B", "２０１７－０００００１－Ｂ",
        "2017—000001—B", "\u30002017-000001-B "}) {
    const auto number = ReceiptNumber::parse(typed);
    ASSERT_TRUE(number) << typed << ": " << number.error().message;
    EXPECT_EQ(*number, (ReceiptNumber{2017, 1}));
  }
}

TEST(ReceiptNumberTest, RejectsEverythingElse) {
  const auto checked = [](const std::string& text) { return text + check_character(text); };
  for (const std::string& typed :
       {std::string(), std::string("B"), std::string("2017-B"), std::string("2017-00001-B"),
        std::string("2017-000001"), std::string("2017-000001-C"), std::string("2017-000010-B"),
        std::string("2071-000001-B"), std::string("2017-000001-BB"), std::string("第2017-000001-B"),
        checked("2017000000"),         // sequences begin with 1
        checked("20170000001"),        // a zero too many
        checked("0999000001"),         // no such year
        checked("2017A00001"),         // a letter among the digits
        checked("20171234567890123"),  // longer than any sequence
        std::string(1'000'000, '7')}) {
    const auto number = ReceiptNumber::parse(typed);
    ASSERT_FALSE(number) << typed;
    EXPECT_EQ(number.error().kind, ErrorKind::Invalid);
    EXPECT_THAT(number.error().message, testing::StartsWith("回执编号"));
  }
}

}  // namespace
}  // namespace gongshi
