// The tables leaks.txt and harmless.txt are the specification; the rest is about places, digests
// and bytes that are not text.
#include "generator/scan/scanner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "generator/notice/digest.h"
#include "tests/scan/example_table.h"

namespace gongshi {
namespace {

std::string describe(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& f : findings) {
    text += std::string(to_text(f.kind)) + (f.severity == Severity::Block ? " block " : " warn ") +
            f.masked + "; ";
  }
  return text;
}

TEST(ScannerTest, FindsEveryLeakOfTheTable) {
  for (const ExampleRow& row : read_examples("leaks.txt", 5)) {
    const auto& f = row.fields;
    const auto found = scan_text(f[4], f[2] == "contact" ? Zone::ContactBlock : Zone::Page);
    EXPECT_EQ(describe(found), f[0] + " " + f[1] + " " + f[3] + "; ")
        << "leaks.txt:" << row.line << ": " << f[4];
  }
}

TEST(ScannerTest, PassesEverythingHarmless) {
  for (const ExampleRow& row : read_examples("harmless.txt", 1)) {
    const Zone zone = row.heading == "# contact" ? Zone::ContactBlock : Zone::Page;
    EXPECT_EQ(describe(scan_text(row.fields[0], zone)), "")
        << "harmless.txt:" << row.line << ": " << row.fields[0];
  }
}

TEST(ScannerTest, TheRejectsOutnumberTheAccepts) {
  EXPECT_GT(read_examples("harmless.txt", 1).size(), read_examples("leaks.txt", 5).size());
}

TEST(ScannerTest, SaysWhereInTheSourceItStands) {
  const auto found = scan_text(
      "第一行\n𬱖，电话：１３８ ００１３ ８０００。\n110101190001010006",
      Zone::Page);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].line, 2);
  EXPECT_EQ(found[0].column, 6);
  EXPECT_EQ(found[0].offset, std::string_view("第一行\n𬱖，电话：").size());
  EXPECT_EQ(found[1].line, 3);
  EXPECT_EQ(found[1].column, 1);
}

TEST(ScannerTest, TwoOnOneLineHaveTheirOwnColumns) {
  const auto found = scan_text("甲13800138000乙13900139000", Zone::Page);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].column, 2);
  EXPECT_EQ(found[1].column, 14);
}

// Joined whole, these would be one number and none; so both ways are read.
TEST(ScannerTest, NeighboursDoNotHideEachOther) {
  for (const char* text : {"13800138000 0351-5550100", "0351-5550100 13800138000",
                           "0351-5550100    13800138000", "13800138000-0351-5550100"}) {
    EXPECT_EQ(describe(scan_text(text, Zone::ContactBlock)), "mobile-number warn 138****8000; ")
        << text;
  }
}

TEST(ScannerTest, OneValueHasOneDigestHoweverItIsWritten) {
  const std::string digest = hex(sha256("13800138000"));
  for (const char* text :
       {"13800138000", "138-0013-8000", "１３８００１３８０００", "+86 138 0013 8000"}) {
    const auto found = scan_text(text, Zone::Page);
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_EQ(found[0].digest, digest) << text;
  }
}

TEST(ScannerTest, AFindingNeverHoldsTheValue) {
  for (const ExampleRow& row : read_examples("leaks.txt", 5)) {
    for (const Finding& finding : scan_text(row.fields[4], Zone::Page)) {
      for (const char* value : {"110101190001010006", "13800138000", "6222000000000009",
                                "E12345678", "zhangsan", "15号", "1900"}) {
        EXPECT_THAT(sentence(finding), testing::Not(testing::HasSubstr(value)));
      }
    }
  }
  const auto found = scan_text("身份证号110101190001010006\t手机号13800138000", Zone::Page);
  for (const Finding& finding : found) {
    EXPECT_THAT(finding.masked, testing::Not(testing::HasSubstr("19000101")));
    EXPECT_THAT(finding.masked, testing::Not(testing::HasSubstr("13800138")));
  }
}

// Lines without a finding are remembered. Those that are like them must not profit from it.
TEST(ScannerTest, AnInnocentLineMayComeAgainAndAnswersForNoOther) {
  InnocentLines innocent;
  for (int turn = 0; turn < 2; ++turn) {
    for (int i = 0; i < 3000; ++i) {
      const std::string address = "../notices/c0001-2011-04/" + std::to_string(i) + "/";
      EXPECT_EQ(describe(scan_text(address, Zone::Page, &innocent)), "") << address;
      const std::string number = std::to_string(13800138000 + i);
      const auto found = scan_text(address + "\n" + number + "\n" + address, Zone::Page, &innocent);
      ASSERT_EQ(found.size(), 1U) << number;
      EXPECT_EQ(found[0].line, 2);
      EXPECT_EQ(found[0].offset, address.size() + 1);
      EXPECT_EQ(found[0].digest, hex(sha256(number)));
      EXPECT_FALSE(innocent.hold(number));
    }
  }
  EXPECT_TRUE(innocent.hold("../notices/c0001-2011-04/2999/"));
}

TEST(ScannerTest, BytesThatAreNotTextHideNothingAroundThem) {
  const std::string text =
      std::string("\xFF\xE4\x00\xC0", 4) + "13800138000\xE4\n\xF0\x9F 13900139000";
  EXPECT_EQ(describe(scan_text(text, Zone::Page)),
            "mobile-number block 138****8000; mobile-number block 139****9000; ");
  EXPECT_EQ(describe(scan_text("", Zone::Page)), "");
  EXPECT_EQ(describe(scan_text(std::string(3, '\0'), Zone::Page)), "");
}

// A text made to be slow: long runs, many labels, many rows. Quadratic work would take minutes.
TEST(ScannerTest, TimeGrowsWithTheText) {
  constexpr int kTimes = 100'000;
  for (const char* piece :
       {"1", "1 ", "@", "出生", "户籍1", "身份证号,", "\t证件\n", "身份证\n", "a1", "62-"}) {
    std::string text;
    for (int i = 0; i < kTimes; ++i) text += piece;
    EXPECT_LE(scan_text(text, Zone::Page).size(), static_cast<std::size_t>(kTimes)) << piece;
  }
}

}  // namespace
}  // namespace gongshi
