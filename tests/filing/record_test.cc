#include "intake/filing/record.h"

#include <gtest/gtest.h>

#include "intake/filing/limits.h"
#include "tests/filing/sample_filing.h"

namespace gongshi {
namespace {

Record sample_record() {
  return {.objection = sample_parsed().objection,
          .medium = Medium::Online,
          .received_at = at("2017-06-22T09:00:00+08:00")};
}

// The bytes are a contract with every receipt that was ever handed out: this literal never changes.
constexpr std::string_view kText =
    "gongshi/objection/v1\n"
    "notice: shanxi-2017\n"
    "candidate: zhang-san\n"
    "medium: online\n"
    "received: 2017-06-22T09:00:00+08:00\n"
    "grounds: facts\n"
    "identity: named\n"
    "name: 李·示例\n"
    "contact: 0351-0000000\n"
    "\n"
    "公示材料所列数据与实际不符。\n请予核查。𬱖\n";

std::string replaced(std::string_view from, std::string_view to) {
  std::string text(kText);
  return text.replace(text.find(from), from.size(), to);
}

TEST(RecordTest, WritesTheFrozenFormat) { EXPECT_EQ(write_record(sample_record()), kText); }

TEST(RecordTest, AnAnonymousOneAboutTheNoticeHasEmptyLines) {
  Record record = sample_record();
  record.objection.candidate = {};
  record.objection.identity = Identity::Anonymous;
  record.objection.name.clear();
  record.objection.contact.clear();
  const std::string text = write_record(record);
  EXPECT_NE(text.find("\ncandidate:\nmedium:"), std::string::npos) << text;
  EXPECT_NE(text.find("\nname:\ncontact:\n\n"), std::string::npos) << text;
  EXPECT_EQ(read_record(text).value(), record);
}

TEST(RecordTest, ALateOneSaysSo) {
  Record record = sample_record();
  record.late = true;
  EXPECT_EQ(write_record(record), replaced("+08:00\n", "+08:00\nlate: yes\n"));
  EXPECT_EQ(read_record(write_record(record)).value(), record);
  for (const char* line : {"late: no\n", "late:\n", "late: yes\nlate: yes\n"}) {
    EXPECT_FALSE(read_record(replaced("+08:00\n", std::string("+08:00\n") + line))) << line;
  }
}

TEST(RecordTest, ReadsBackWhatItWrote) {
  EXPECT_EQ(read_record(kText).value(), sample_record());
  // A statement may look like anything, headers and empty lines included.
  for (const char* statement : {"x", "\n", "\n\nname: 别人\n", "gongshi/objection/v1\n", "x\n\n"}) {
    Record record = sample_record();
    record.objection.statement = statement;
    EXPECT_EQ(read_record(write_record(record)).value(), record) << statement;
  }
}

constexpr std::string_view kDigest =
    "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

std::string with_file(std::string_view line) {
  return replaced("0000000\n\n", "0000000\n" + std::string(line) + "\n\n");
}

// Frozen as well. Without files there is no line, and the bytes are what they were before.
TEST(RecordTest, EachFileIsALineOfItsDigestSizeTypeAndName) {
  Record record = sample_record();
  record.evidence = {
      {.sha256 = sha256("one"), .size = 24576, .type = EvidenceType::Pdf, .name = "会议 记录.pdf"},
      {.sha256 = sha256("two"),
       .size = kEvidenceBytesMax,
       .type = EvidenceType::Jpeg,
       .name = "𬱖.jpg"}};
  const std::string text = write_record(record);
  EXPECT_EQ(text, with_file("evidence: " + hex(sha256("one")) + " 24576 pdf 会议 记录.pdf\n" +
                            "evidence: " + hex(sha256("two")) + " 10485760 jpg 𬱖.jpg"));
  EXPECT_EQ(read_record(text).value(), record);
}

TEST(RecordTest, RefusesFilesThatNobodyAttached) {
  const std::string digest(kDigest);
  ASSERT_TRUE(read_record(with_file("evidence: " + digest + " 1 txt a.txt")));
  const std::string table[] = {
      "evidence:",
      "evidence: " + digest,
      "evidence: " + digest + " 1 txt",
      "evidence: " + digest + " 1 txt ",
      "evidence: " + digest + " 0 txt a.txt",
      "evidence: " + digest + " 01 txt a.txt",
      "evidence: " + digest + " +1 txt a.txt",
      "evidence: " + digest + " 10485761 txt a.txt",
      "evidence: " + digest + " 1 exe a.exe",
      "evidence: " + digest + " 1 txt a.exe",
      "evidence: " + digest + " 1 txt ../a.txt",
      "evidence: " + digest + "  1 txt a.txt",
      "evidence: " + digest.substr(1) + " 1 txt a.txt",
      "evidence: " + digest.substr(1) + "A 1 txt a.txt",
      "evidence:  " + digest + " 1 txt a.txt",
      "Evidence: " + digest + " 1 txt a.txt",
  };
  for (const std::string& line : table) {
    const auto record = read_record(with_file(line));
    ASSERT_FALSE(record) << line;
    EXPECT_EQ(record.error().kind, ErrorKind::Corrupt);
  }
  std::string six = "evidence: " + digest + " 1 txt a.txt";
  for (int i = 0; i < 5; ++i) six += "\nevidence: " + digest + " 1 txt a.txt";
  EXPECT_FALSE(read_record(with_file(six)));
}

TEST(RecordTest, RefusesEveryOtherSpelling) {
  const std::string table[] = {
      "",
      "gongshi/objection/v2\n",
      replaced("v1\n", "v1\r\n"),
      replaced("notice: shanxi-2017\n", ""),
      replaced("notice: shanxi-2017", "notice: Shanxi"),
      replaced("notice: ", "notice:"),
      replaced("candidate: zhang-san", "candidate: "),
      replaced("medium: online", "medium: pigeon"),
      replaced("+08:00", "Z"),
      replaced("09:00:00+08:00", "01:00:00Z"),  // the same instant
      replaced("grounds: facts", "grounds: fact"),
      replaced("identity: named", "identity: Named"),
      replaced("name: 李·示例\ncontact: 0351-0000000", "contact: 0351-0000000\nname: 李·示例"),
      replaced("0000000\n\n", "0000000\n"),
      replaced("0000000\n\n", "0000000\nextra: 1\n\n"),
      replaced("𬱖\n", "𬱖"),
      std::string(kText.substr(0, kText.find("\n\n"))),
      std::string(kText.substr(0, kText.find("\n\n") + 2)),
  };
  for (const std::string& text : table) {
    const auto record = read_record(text);
    ASSERT_FALSE(record) << text;
    EXPECT_EQ(record.error().kind, ErrorKind::Corrupt);
  }
}

}  // namespace
}  // namespace gongshi
