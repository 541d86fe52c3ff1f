#include "generator/scan/joined_digits.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {
namespace {

TEST(JoinedDigitsTest, ATelephoneAHotlineAndWhatIsLonger) {
  for (const char* line : {"5550100", "12380", "电话12345。", "0351 55501 0", "138-0013-8000",
                           "138 - 0013 - 8000", "1·3·8·0·0·1·3·8·0·0·0", "（010）6 5550 10",
                           "abcdefg 12380 abcdefg", "M4 4h7v1h-7z1234567", "2017-06-21 2017"}) {
    EXPECT_TRUE(holds_joined_digits(line)) << line;
  }
}

TEST(JoinedDigitsTest, ADateAndADrawingAreNone) {
  for (const char* line : {"", "1234", "54321", "2017-06-21", "2017年6月21日至2017年6月27日",
                           "M4 4h7v1h-7zM14 4h2v1h-2zM17 4h1v1h-1z", "1,2,3,4,5,6,7,8,9,0",
                           "1234    5678    90", "p00001q00002", "123 80", "112345"}) {
    EXPECT_FALSE(holds_joined_digits(line)) << line;
  }
}

// Every separator as one blank.
std::string with_blanks(std::string line) {
  for (const std::string_view separator : kDigitSeparators) {
    for (auto at = line.find(separator); at != std::string::npos; at = line.find(separator)) {
      line.replace(at, separator.size(), " ");
    }
  }
  for (char& c : line) {
    if (std::string_view("-._()+").find(c) != std::string_view::npos) c = ' ';
  }
  return line;
}

bool is_digit(char c) { return '0' <= c && c <= '9'; }

// How many digits follow each other from `at` on, at most `blanks` blanks between two.
std::size_t digits_from(std::string_view text, std::size_t at, std::size_t blanks) {
  std::size_t digits = 0;
  std::size_t gap = 0;
  for (; at < text.size() && gap <= blanks && (is_digit(text[at]) || text[at] == ' '); ++at) {
    gap = is_digit(text[at]) ? 0 : gap + 1;
    digits += is_digit(text[at]) ? 1 : 0;
  }
  return digits;
}

// The definition, without haste.
bool holds_by_definition(const std::string& line) {
  const std::string text = with_blanks(line);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    const bool is_first = at == 0 || !is_digit(text[at - 1]);
    const std::size_t together = digits_from(text, at, 0);
    if (digits_from(text, at, 3) >= 10 || together >= 7) return true;
    if (is_first && together >= 5 && text.substr(at).starts_with("123")) return true;
  }
  return false;
}

TEST(JoinedDigitsTest, TheHasteChangesNothing) {
  const std::vector<std::string> pieces = {
      "1", "2", "3", "45", "678", "12380", "2017", "a",  "Z",  "h1v",      " ",    "-", ".",
      "(", "+", "·", "—",  "　",  "－",    "，",   "年", "。", "\xE3\x80", "\xC2", "/", "abcdefgh"};
  std::mt19937 chance(20170622);
  int held = 0;
  for (int turn = 0; turn < 50'000; ++turn) {
    std::string line;
    for (auto left = chance() % 16; left > 0; --left) line += pieces[chance() % pieces.size()];
    ASSERT_EQ(holds_joined_digits(line), holds_by_definition(line)) << line;
    held += holds_joined_digits(line) ? 1 : 0;
  }
  EXPECT_GT(held, 5'000);
  EXPECT_LT(held, 45'000);
}

}  // namespace
}  // namespace gongshi
