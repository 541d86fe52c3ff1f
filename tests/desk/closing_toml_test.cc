#include "intake/desk/closing_toml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/desk/sample_desk.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

ClosingRecord sample_record() {
  ClosingRecord record;
  record.notice = NoticeId::parse("sample-notice").value();
  record.opens = parse_date("2017-06-21").value();
  record.closes = parse_date("2017-06-27").value();
  record.working_days = 5;
  record.calendar = CalendarId::parse("cn").value();
  record.objections = 3;
  record.by_medium = {{.key = Medium::Phone, .number = 1}, {.key = Medium::Online, .number = 2}};
  record.by_outcome = {{.key = Outcome::Unfounded, .number = 2},
                       {.key = Outcome::NotAccepted, .number = 1}};
  record.named = 2;
  record.anonymous = 1;
  record.results = {
      {.candidate = CandidateId::parse("reception").value()},
      {.candidate = CandidateId::parse("person").value(), .disposition = Disposition::Deferred}};
  record.leaf_indices = {0, 4, 7};
  record.page_sha256 = std::string(64, 'a');
  record.checkpoint = "demo.example/objections\n8\nw2Uk=\n\n— demo.example/objections 5xqL=\n";
  record.handler = "𬱖某";
  record.approver = "审批乙";
  record.closed_at = instant("2017-06-28T09:30:00+08:00");
  return record;
}

TEST(ClosingTomlTest, ReadsAsTheFormatIsWritten) {
  EXPECT_EQ(write_closing_toml(sample_record()),
            "notice = \"sample-notice\"\n"
            "opens = 2017-06-21\n"
            "closes = 2017-06-27\n"
            "working_days = 5\n"
            "calendar = \"cn\"\n"
            "objections = 3\n"
            "named = 2\n"
            "anonymous = 1\n"
            "leaf_indices = [0, 4, 7]\n"
            "page_sha256 = \"" +
                std::string(64, 'a') +
                "\"\n"
                "handler = \"𬱖某\"\n"
                "approver = \"审批乙\"\n"
                "closed_at = 2017-06-28T09:30:00+08:00\n"
                "checkpoint = '''\n"
                "demo.example/objections\n8\nw2Uk=\n\n— demo.example/objections 5xqL=\n"
                "'''\n"
                "\n[by_medium]\nphone = 1\nonline = 2\n"
                "\n[by_outcome]\nunfounded = 2\nnot_accepted = 1\n"
                "\n[[result]]\ncandidate = \"reception\"\ndisposition = \"confirmed\"\n"
                "\n[[result]]\ncandidate = \"person\"\ndisposition = \"deferred\"\n");
}

TEST(ClosingTomlTest, AQuietNoticeHasNoCountTables) {
  ClosingRecord record = sample_record();
  record.by_medium.clear();
  record.by_outcome.clear();
  record.leaf_indices.clear();
  const std::string toml = write_closing_toml(record);
  EXPECT_THAT(toml, HasSubstr("leaf_indices = []\n"));
  EXPECT_THAT(toml, testing::Not(HasSubstr("[by_")));
}

TEST(ClosingTomlTest, EscapesWhatTomlDoesNotTakeAsItStands) {
  struct Row {
    std::string name;
    const char* line;
  };
  const Row rows[] = {
      {"a\"b", R"(handler = "a\"b")"},
      {"a\\b", R"(handler = "a\\b")"},
      {"a\nb\tc", R"(handler = "a\nb\tc")"},
      {"\x1B\r\x7F", R"(handler = "\u001B\u000D\u007F")"},
      {std::string(1, '\0'), R"(handler = "\u0000")"},
      {"'''", R"(handler = "'''")"},
      {"𬱖\u3000·", "handler = \"𬱖\u3000·\""},
  };
  for (const Row& row : rows) {
    ClosingRecord record = sample_record();
    record.handler = row.name;
    EXPECT_THAT(write_closing_toml(record), HasSubstr(std::string(row.line) + "\n"));
  }
}

TEST(ClosingTomlTest, ACheckpointThatALiteralCannotHoldIsEscaped) {
  for (const char* checkpoint : {"a'''\n", "a\r\n", "no line end", "a\tb\n"}) {
    ClosingRecord record = sample_record();
    record.checkpoint = checkpoint;
    EXPECT_THAT(write_closing_toml(record), HasSubstr("checkpoint = \"")) << checkpoint;
  }
}

}  // namespace
}  // namespace gongshi
