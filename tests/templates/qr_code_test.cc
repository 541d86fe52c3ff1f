#include "site-templates/qr_code.h"

#include <gmock/gmock.h>

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* kAddress = "https://gongshi.example/notices/shanxi-2017/";

// The three corner marks are where a reader looks first: 7 wide, after the quiet zone.
TEST(QrCodeTest, DrawsTheCornerMarksInsideAQuietZone) {
  const QrCode code = qr_code(kAddress).value();
  ASSERT_EQ(code.size, 33 + 8);  // version 4 holds 62 bytes at level M
  EXPECT_THAT(code.path, StartsWith("M4 4h7v1h-7z"));
  EXPECT_THAT(code.path, HasSubstr("M30 4h7v1h-7z"));
  EXPECT_THAT(code.path, HasSubstr("M4 36h7v1h-7z"));
}

TEST(QrCodeTest, TheSameTextIsTheSamePicture) {
  EXPECT_EQ(qr_code(kAddress)->path, qr_code(kAddress)->path);
  EXPECT_NE(qr_code(kAddress)->path, qr_code(std::string(kAddress) + "?")->path);
}

TEST(QrCodeTest, GrowsWithTheTextAndRefusesWhatNoCodeHolds) {
  EXPECT_EQ(qr_code("a")->size, 21 + 8);
  EXPECT_EQ(qr_code(std::string(2331, 'a'))->size, 177 + 8);
  for (const std::size_t length : {std::size_t{0}, std::size_t{2332}, std::size_t{100'000}}) {
    const auto code = qr_code(std::string(length, 'a'));
    ASSERT_FALSE(code) << length;
    EXPECT_EQ(code.error().kind, ErrorKind::Invalid);
    EXPECT_THAT(code.error().message, HasSubstr("base_url"));
  }
}

// Two rows to a line; the upper left corner mark, light drawn and dark left out.
TEST(QrCodeTest, ATerminalShowsTheSameSquares) {
  const std::string text = qr_text(kAddress).value();
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  ASSERT_EQ(lines.size(), (33U + 8U + 1U) / 2U);
  EXPECT_THAT(lines[0], Not(HasSubstr(" ")));
  EXPECT_THAT(lines[2], StartsWith("████ ▄▄▄▄▄ █"));
  EXPECT_THAT(lines[3], StartsWith("████ █   █ █"));
  EXPECT_THAT(lines[4], StartsWith("████ █▄▄▄█ █"));
  EXPECT_THAT(lines[5], StartsWith("████▄▄▄▄▄▄▄█"));
}

}  // namespace
}  // namespace gongshi
