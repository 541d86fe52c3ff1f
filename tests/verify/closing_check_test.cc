#include "intake/verify/closing_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "intake/desk/closing_toml.h"
#include "tests/verify/sample_public_log.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// Four objections, of which 0, 1 and 3 are to this notice, all decided; the notice closed.
struct ClosedNotice {
  SamplePublicLog log;
  ClosingRecord record;
  std::string toml;

  explicit ClosedNotice(const std::function<void(ClosingRecord&)>& alter = [](ClosingRecord&) {}) {
    log.file(4);
    log.decide(0, Outcome::Unfounded);
    log.decide(1, Outcome::Upheld);
    log.decide(1, Outcome::Unfounded);  // decided again: the last one counts
    log.decide(2, Outcome::Transferred);
    log.decide(3, Outcome::Withdrawn);
    record.notice = NoticeId::parse("sample-notice").value();
    record.calendar = CalendarId::parse("cn").value();
    record.opens = record.closes = parse_date("2017-06-21").value();
    record.working_days = 1;
    record.objections = 3;
    record.named = 1;
    record.anonymous = 2;
    record.by_medium = {{Medium::Phone, 1}, {Medium::Online, 2}};
    record.by_outcome = {{Outcome::Unfounded, 2}, {Outcome::Withdrawn, 1}};
    record.leaf_indices = {0, 1, 3};
    record.page_sha256 = std::string(64, 'a');
    record.checkpoint = log.checkpoint();
    record.handler = "经办甲";
    record.approver = "审批乙";
    alter(record);
    toml = write_closing_toml(record);
    log.add(ClosedLeaf{.date = parse_date("2017-06-30").value(), .record_sha256 = sha256(toml)});
  }

  Verdict check(std::optional<std::uint64_t> own_index = std::nullopt) const {
    const ReplayedLog replayed = log.replay();
    return check_closing(toml, log.key(), {.own_index = own_index, .log = &replayed});
  }
};

TEST(ClosingCheckTest, ATrueRecordHolds) {
  const ClosedNotice notice;
  const Verdict verdict = notice.check(3);
  EXPECT_TRUE(verdict.holds) << text_of(verdict);
  EXPECT_THAT(text_of(verdict),
              AllOf(HasSubstr("收到异议 3 件，各项合计相符"), HasSubstr("日志第 3 条，记录里列有"),
                    HasSubstr("日志里登记了这份记录")));
}

TEST(ClosingCheckTest, ARecordOfNoObjectionsHolds) {
  const ClosedNotice notice([](ClosingRecord& record) {
    record.objections = record.named = record.anonymous = 0;
    record.by_medium.clear();
    record.by_outcome.clear();
    record.leaf_indices.clear();
  });
  EXPECT_TRUE(notice.check().holds);
}

TEST(ClosingCheckTest, WithoutTheLogItSaysThatItDidNotLook) {
  const ClosedNotice notice;
  const Verdict verdict = check_closing(notice.toml, notice.log.key(), {});
  EXPECT_TRUE(verdict.holds);
  EXPECT_THAT(text_of(verdict), HasSubstr("没有与日志核对"));
}

TEST(ClosingCheckTest, AnObjectionThatIsNotListedIsMissed) {
  const Verdict verdict = ClosedNotice().check(2);
  EXPECT_FALSE(verdict.holds);
  EXPECT_THAT(text_of(verdict), HasSubstr("日志第 2 条，记录里没有列出"));
}

struct Lie {
  std::function<void(ClosingRecord&)> alter;
  const char* says;
};

// Each is a record that the office made so and committed to.
TEST(ClosingCheckTest, NoLieHolds) {
  const Lie kLies[] = {
      {[](ClosingRecord& record) { record.objections = 2; }, "收到异议 2 件，实名与匿名合计却是 3"},
      {[](ClosingRecord& record) { record.named = 0; }, "实名与匿名合计却是 2"},
      {[](ClosingRecord& record) { record.by_medium.pop_back(); }, "各渠道合计却是 1"},
      {[](ClosingRecord& record) { record.by_outcome.pop_back(); }, "各种结论合计却是 2"},
      {[](ClosingRecord& record) { record.leaf_indices.pop_back(); }, "日志序号合计却是 2"},
      {[](ClosingRecord& record) {
         record.leaf_indices = {1, 0, 3};
       },
       "没有从小到大排列"},
      {[](ClosingRecord& record) {
         record.leaf_indices = {0, 1, 1};
       },
       "或者有重复"},
      {[](ClosingRecord& record) {
         record.leaf_indices = {0, 1, 4};
       },
       "第 4 条不是收到异议的登记"},
      {[](ClosingRecord& record) {
         record.leaf_indices = {0, 1, 99};
       },
       "超出了记录里的检查点"},
      {[](ClosingRecord& record) {
         record.leaf_indices = {0, 1, 2};
       },
       "与日志里登记的结论不符"},
      {[](ClosingRecord& record) {
         record.by_outcome = {{Outcome::Unfounded, 3}};
       },
       "与日志里登记的结论不符"},
      {[](ClosingRecord& record) { record.checkpoint[0] = 'E'; }, "不是日志"},
      {[](ClosingRecord& record) {
         SamplePublicLog other;
         other.file(2);
         record.checkpoint = other.checkpoint();
         record.leaf_indices = {0, 1, 3};
       },
       "超出了记录里的检查点，它只有 2 条"},
      {[](ClosingRecord& record) {
         SamplePublicLog fork;
         fork.file(3);
         fork.file(6, "2017-06-23");
         record.checkpoint = fork.checkpoint();
       },
       "不是同一个日志"},
  };
  for (const Lie& lie : kLies) {
    const Verdict verdict = ClosedNotice(lie.alter).check();
    EXPECT_FALSE(verdict.holds) << lie.says;
    EXPECT_THAT(text_of(verdict), AllOf(HasSubstr("不成立："), HasSubstr(lie.says)));
  }
}

// The log commits to the bytes: nobody can mend a record afterwards.
TEST(ClosingCheckTest, ARecordThatWasChangedAfterwardsDoesNotHold) {
  ClosedNotice notice;
  notice.toml += "\n";
  const Verdict verdict = notice.check();
  EXPECT_FALSE(verdict.holds);
  EXPECT_THAT(text_of(verdict), HasSubstr("文件在登记之后被改动过"));
}

TEST(ClosingCheckTest, WhatIsNoRecordIsSaidToBeNone) {
  const ClosedNotice notice;
  for (const std::string& toml :
       {std::string("not toml"), std::string(), "objections = -1\n" + notice.toml,
        "by_outcome = 7\n" + notice.toml, notice.toml + "\n[by_outcome2]\n[by_medium.x]\n"}) {
    const Verdict verdict = check_closing(toml, notice.log.key(), {});
    EXPECT_FALSE(verdict.holds) << toml;
  }
  for (const char* counts : {"pigeon = 1", "phone = -1", "phone = 4294967297", "phone = 'x'"}) {
    std::string toml = notice.toml;
    toml.replace(toml.find("phone = 1"), 9, counts);
    const Verdict verdict = check_closing(toml, notice.log.key(), {});
    EXPECT_FALSE(verdict.holds) << counts;
    EXPECT_THAT(text_of(verdict), HasSubstr("不是办结记录")) << counts;
  }
}

}  // namespace
}  // namespace gongshi
