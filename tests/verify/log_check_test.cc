#include "intake/verify/log_check.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/verify/sample_public_log.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Checkpoint head_of(const SamplePublicLog& log, std::size_t count) {
  return open_checkpoint(log.checkpoint(count), log.key()).value();
}

Patience patience(int days, std::string_view today) {
  return {.days = days, .today = parse_date(today).value()};
}

TEST(LogCheckTest, TellsWhatTheLogHolds) {
  SamplePublicLog log;
  log.file(3);
  log.decide(1);
  log.add(ClosedLeaf{.date = parse_date("2017-06-30").value(), .record_sha256 = sha256("x")});
  log.add(ErasedLeaf{.ref = 0, .date = parse_date("2027-06-30").value(), .basis = "retention"});
  const Verdict verdict = check_log(log.replay(), std::nullopt, std::nullopt);
  EXPECT_TRUE(verdict.holds);
  EXPECT_THAT(text_of(verdict),
              HasSubstr("共 6 条，全部内容与签名的检查点一致：收到异议 3 件，其中 "
                        "1 件尚无结论；办结 1 次"));
}

TEST(LogCheckTest, WhatWasSeenBeforeMustStillBeThere) {
  SamplePublicLog log;
  log.file(10);
  const ReplayedLog replayed = log.replay();
  for (const std::size_t seen : {0U, 1U, 7U, 8U, 10U}) {
    const Verdict verdict = check_log(replayed, head_of(log, seen), std::nullopt);
    EXPECT_TRUE(verdict.holds) << seen;
    EXPECT_THAT(
        text_of(verdict),
        HasSubstr(fmt::format("上次见到的 {} 条原样还在，之后增加了 {} 条", seen, 10 - seen)));
  }
}

// A restored backup, and a leaf that was taken out and another put in its place.
TEST(LogCheckTest, AShorterOrRewrittenLogDoesNotHold) {
  SamplePublicLog log;
  log.file(10);
  const Checkpoint seen = head_of(log, 9);
  SamplePublicLog shorter = log;
  shorter.leaves.resize(8);
  const Verdict rolled_back = check_log(shorter.replay(), seen, std::nullopt);
  EXPECT_FALSE(rolled_back.holds);
  EXPECT_THAT(text_of(rolled_back), HasSubstr("日志变短了：上次见到 9 条，现在只有 8 条"));
  EXPECT_FALSE(continues(shorter.replay(), seen));

  SamplePublicLog rewritten = log;
  rewritten.leaves[4] = rewritten.leaves[5];
  rewritten.file(5);
  const Verdict forked = check_log(rewritten.replay(), seen, std::nullopt);
  EXPECT_FALSE(forked.holds);
  EXPECT_THAT(text_of(forked), HasSubstr("日志被改写了：它的前 9 条已不是上次签名的那 9 条"));
  EXPECT_FALSE(continues(rewritten.replay(), seen));
  EXPECT_TRUE(continues(log.replay(), seen));
}

TEST(LogCheckTest, ListsObjectionsThatWaitTooLong) {
  SamplePublicLog log;
  log.file(1, "2017-06-20");
  log.file(2, "2017-06-22");
  log.decide(0);
  const ReplayedLog replayed = log.replay();
  const Verdict in_time = check_log(replayed, std::nullopt, patience(10, "2017-07-02"));
  EXPECT_TRUE(in_time.holds);
  EXPECT_THAT(text_of(in_time), HasSubstr("没有收到超过 10 天仍无结论的异议"));

  const Verdict late = check_log(replayed, std::nullopt, patience(10, "2017-07-03"));
  EXPECT_FALSE(late.holds);
  EXPECT_THAT(text_of(late), AllOf(HasSubstr("有 2 件异议收到超过 10 天仍无结论"),
                                   HasSubstr("第 1 条，2017-06-22"),
                                   HasSubstr("第 2 条，2017-06-22"), Not(HasSubstr("第 0 条"))));
}

TEST(LogCheckTest, ListsSomeAndCountsTheRest) {
  SamplePublicLog log;
  log.file(kLateListedMax + 7);
  const Verdict verdict = check_log(log.replay(), std::nullopt, patience(0, "2018-01-01"));
  EXPECT_THAT(text_of(verdict),
              AllOf(HasSubstr(fmt::format("有 {} 件", kLateListedMax + 7)), HasSubstr("另有 7 件"),
                    Not(HasSubstr(fmt::format("第 {} 条", kLateListedMax)))));
}

// A decision must be about an objection that was filed before it.
TEST(LogCheckTest, ADecisionOnNothingDoesNotHold) {
  for (const std::uint64_t ref : {1U, 2U, 900U}) {
    SamplePublicLog log;
    log.file(1);
    log.decide(ref);
    log.file(1);
    const Verdict verdict = check_log(log.replay(), std::nullopt, std::nullopt);
    EXPECT_FALSE(verdict.holds) << ref;
    EXPECT_THAT(text_of(verdict), HasSubstr("第 1 条所指的并不是在它之前收到的异议"));
  }
}

}  // namespace
}  // namespace gongshi
