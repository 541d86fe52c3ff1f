// The desk writes closing.toml, the generator reads it, and neither sees the other's code: what the
// one wrote is what the other reads, for any text.
#include "intake/desk/closing_toml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "generator/load/closing_file.h"
#include "generator/notice/civil_time.h"

namespace gongshi {
namespace {

constexpr const char* kPath = "campaigns/c/notices/n/closing.toml";

Instant instant(std::string_view text) { return parse_instant(text).value(); }
Date date(std::string_view text) { return parse_date(text).value(); }
CandidateId candidate(std::string_view text) { return CandidateId::parse(text).value(); }

ClosingRecord quiet_record() {
  ClosingRecord record;
  record.notice = NoticeId::parse("n").value();
  record.opens = date("2017-06-21");
  record.closes = date("2017-06-27");
  record.working_days = 5;
  record.calendar = CalendarId::parse("cn").value();
  record.results = {{.candidate = candidate("a")}};
  record.page_sha256 = std::string(64, 'a');
  record.checkpoint = "demo.example/objections\n8\nw2Uk=\n\n— demo.example/objections 5xqL=\n";
  record.handler = "经办甲";
  record.approver = "审批乙";
  record.closed_at = instant("2017-06-28T09:30:00+08:00");
  return record;
}

ClosingRecord busy_record() {
  ClosingRecord record = quiet_record();
  record.objections = 28;
  record.by_medium = {{Medium::Letter, 1}, {Medium::Phone, 2}, {Medium::Fax, 3},
                      {Medium::Email, 4},  {Medium::Visit, 5}, {Medium::Online, 13}};
  record.by_outcome = {{Outcome::Unfounded, 1},    {Outcome::Upheld, 2},
                       {Outcome::PartlyUpheld, 3}, {Outcome::Unverifiable, 4},
                       {Outcome::NotAccepted, 5},  {Outcome::Transferred, 6},
                       {Outcome::Withdrawn, 7}};
  record.named = 20;
  record.anonymous = 8;
  record.results = {{candidate("a"), Disposition::Confirmed},
                    {candidate("b"), Disposition::Corrected},
                    {candidate("c"), Disposition::Cancelled},
                    {candidate("d"), Disposition::Deferred}};
  for (std::uint64_t index = 0; index < 28; ++index) record.leaf_indices.push_back(3 * index);
  return record;
}

ClosingRecord read_back(const ClosingRecord& written) {
  SourceTree tree;
  tree.files[kPath] = write_closing_toml(written);
  Notice notice;
  notice.id = written.notice;
  for (const CandidateResult& result : written.results) {
    notice.candidates.push_back(result.candidate);
  }
  Diagnostics problems;
  load_closing(tree, kPath, notice, problems);
  for (const Diagnostic& problem : problems) {
    ADD_FAILURE() << to_text(problem) << "\n" << tree.files[kPath];
  }
  return notice.closing.value_or(ClosingRecord{});
}

template <class Key>
void expect_same_counts(const std::vector<Count<Key>>& left, const std::vector<Count<Key>>& right) {
  ASSERT_EQ(left.size(), right.size());
  for (std::size_t i = 0; i < left.size(); ++i) {
    EXPECT_EQ(left[i].key, right[i].key);
    EXPECT_EQ(left[i].number, right[i].number);
  }
}

void expect_comes_back(const ClosingRecord& written) {
  const ClosingRecord read = read_back(written);
  EXPECT_EQ(read.notice, written.notice);
  EXPECT_EQ(read.opens, written.opens);
  EXPECT_EQ(read.closes, written.closes);
  EXPECT_EQ(read.working_days, written.working_days);
  EXPECT_EQ(read.calendar, written.calendar);
  EXPECT_EQ(read.objections, written.objections);
  expect_same_counts(read.by_medium, written.by_medium);
  expect_same_counts(read.by_outcome, written.by_outcome);
  EXPECT_EQ(read.named, written.named);
  EXPECT_EQ(read.anonymous, written.anonymous);
  ASSERT_EQ(read.results.size(), written.results.size());
  for (std::size_t i = 0; i < read.results.size(); ++i) {
    EXPECT_EQ(read.results[i].candidate, written.results[i].candidate);
    EXPECT_EQ(read.results[i].disposition, written.results[i].disposition);
  }
  EXPECT_EQ(read.leaf_indices, written.leaf_indices);
  EXPECT_EQ(read.page_sha256, written.page_sha256);
  EXPECT_EQ(read.checkpoint, written.checkpoint);
  EXPECT_EQ(read.handler, written.handler);
  EXPECT_EQ(read.approver, written.approver);
  EXPECT_EQ(read.closed_at, written.closed_at);
}

TEST(ClosingTomlContractTest, AQuietNoticeComesBack) { expect_comes_back(quiet_record()); }

TEST(ClosingTomlContractTest, EveryMediumOutcomeAndDispositionComesBack) {
  expect_comes_back(busy_record());
}

TEST(ClosingTomlContractTest, AnyTextComesBackByteForByte) {
  const std::string texts[] = {
      "𬱖某 \U00030EDE",
      "买买提·阿卜杜\u3000",
      "e\u0301 不合并成 é",
      "引号\"与'和'''与\"\"\"",
      "反斜杠\\n\\",
      "换\n行\n",
      "\n开头换行",
      "回车\r\n换行",
      "制\t表",

      "x\"",
      "''",
      "# 不是注释",
      "[by_medium]\nphone = 1\n",
  };
  for (const std::string& text : texts) {
    ClosingRecord record = quiet_record();
    record.handler = text;
    record.approver = "乙" + text;
    record.checkpoint = text;
    expect_comes_back(record);
  }
}

}  // namespace
}  // namespace gongshi
