#include "generator/scan/suspect_line.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "generator/scan/joined_digits.h"
#include "tests/scan/example_table.h"

namespace gongshi {
namespace {

TEST(SuspectLineTest, InnocentTextIsPassedOver) {
  for (const char* text :
       {"", "\n\n", "现将推荐对象予以公示。", "公示期为5个工作日（2017年6月21日至2017年6月27日）",
        "人社部函〔2017〕57号，“先进集体”——2个", "plain ASCII, 1234 and 5678", "1,2,3,4,5,6,7",
        "2017-06-21", "邮编030002", "p00001,张某", "共54321元"}) {
    EXPECT_TRUE(suspect_lines(text).empty()) << text;
  }
}

TEST(SuspectLineTest, SaysWhichLineAndWhy) {
  const std::string_view text = "甲\n电话 12345\n乙\n姓名\t身份\n证号\n";
  const auto lines = suspect_lines(text);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].number, 2);
  EXPECT_EQ(text.substr(lines[0].begin, lines[0].end - lines[0].begin), "电话 12345");
  EXPECT_TRUE(lines[0].values);
  EXPECT_EQ(lines[1].number, 4);
  EXPECT_FALSE(lines[1].values);
  EXPECT_TRUE(lines[1].headers);
}

TEST(SuspectLineTest, DisguisesAreReadClosely) {
  for (const char* text : {"１", "①", "＠", "²", "𝟏", "⽣", "1\u200B2", "Ⅹ", "é"}) {
    ASSERT_EQ(suspect_lines(text).size(), 1U) << text;
    EXPECT_TRUE(suspect_lines(text)[0].values) << text;
  }
}

// What the detectors find, this pass must not hide from them.
TEST(SuspectLineTest, EveryLeakOfTheTableIsSuspect) {
  for (const ExampleRow& row : read_examples("leaks.txt", 5)) {
    EXPECT_FALSE(suspect_lines(row.fields[4]).empty()) << "leaks.txt:" << row.line;
  }
}

// Whether a pair begins where a character of three bytes does, and what it says.
bool holds_pair(std::string_view text, std::size_t from, std::size_t to,
                const std::vector<std::string>& pairs) {
  for (std::size_t at = from; at < to; ++at) {
    for (const std::string& pair : pairs) {
      if (!text.substr(at).starts_with(pair.substr(0, 3))) continue;
      std::size_t second = at + 3;
      while (second < text.size() && second - at < 15) {
        const std::string_view rest = text.substr(second);
        if (!rest.starts_with("\u3000") && !std::isspace(static_cast<unsigned char>(rest[0])))
          break;
        second += rest.starts_with("\u3000") ? 3 : 1;
      }
      if (text.substr(second).starts_with(pair.substr(3))) return true;
    }
  }
  return false;
}

// Digits, letters and the like in disguise: whatever is neither ASCII nor Han nor punctuation.
bool holds_disguise(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto lead = static_cast<unsigned char>(line[i]);
    if (lead < 0xC0 || (0xE4 <= lead && lead <= 0xE9)) continue;
    const std::vector<std::string_view> known = {"·",  "—",  "–",  "　", "（", "）", "－", "，",
                                                 "。", "、", "《", "“",  "”",  "…",  "："};
    const auto stands = [&](std::string_view each) { return line.substr(i).starts_with(each); };
    if (std::ranges::none_of(known, stands)) return true;
  }
  return false;
}

// What the pass promises, line by line and without haste.
std::string lines_by_definition(std::string_view text) {
  std::string said;
  int number = 1;
  for (std::size_t begin = 0; begin <= text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const bool disguise = holds_disguise(line);
    const bool digit = line.find_first_of("0123456789") != std::string_view::npos;
    const bool context = holds_pair(
        text, begin, end,
        {"户籍", "户口", "住址", "家庭", "家住", "现住", "居住", "出生", "生于", "生日"});
    const bool values = disguise || line.find('@') != std::string_view::npos ||
                        holds_joined_digits(line) || (context && digit);
    const bool headers = disguise || holds_pair(text, begin, end,
                                                {"身份", "证件", "护照", "户籍", "户口", "电话",
                                                 "手机", "银行", "账号", "帐号", "卡号", "住址",
                                                 "家庭", "地址", "处分", "出生", "生日", "公民"});
    if (values || headers)
      said += std::to_string(number) + (values ? "v" : "") + (headers ? "h " : " ");
    begin = end + 1;
  }
  return said;
}

TEST(SuspectLineTest, TheHasteChangesNothing) {
  const std::vector<std::string> pieces = {
      "1",    "2017",     "5550100", "12380", "a",    "class", "campaigns/c",
      "-",    ".",        " ",       "@",     "\n",   "\n",    "\t",
      "，",   "。",       "“",       "（",    "－",   "　",    "·",
      "公",   "示",       "身",      "份",    "电话", "家庭",  "出",
      "生",   "日",       "住址",    "评",    "选",   "１",    "é",
      "\xE4", "\xE4\xB8", "𝟏",       "现",    "户籍", "卡号",  "公示期间如有异议请反映"};
  std::mt19937 chance(20170623);
  for (int turn = 0; turn < 30'000; ++turn) {
    std::string text;
    for (auto left = chance() % 30; left > 0; --left) text += pieces[chance() % pieces.size()];
    std::string said;
    for (const SuspectLine& line : suspect_lines(text)) {
      ASSERT_TRUE(line.begin == 0 || text[line.begin - 1] == '\n') << text;
      ASSERT_TRUE(line.end == text.size() || text[line.end] == '\n') << text;
      said += std::to_string(line.number) + (line.values ? "v" : "") + (line.headers ? "h " : " ");
    }
    ASSERT_EQ(said, lines_by_definition(text)) << text;
  }
}

TEST(SuspectLineTest, ABrokenCharacterDoesNotSwallowTheLineEnd) {
  const auto lines = suspect_lines("\xE4\n\xE4\xB8\n12345");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].number, 3);
}

}  // namespace
}  // namespace gongshi
