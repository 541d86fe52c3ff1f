#include "intake/filing/record.h"

#include <gtest/gtest.h>

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
