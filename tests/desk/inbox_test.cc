#include "intake/desk/inbox.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "intake/desk/grouping.h"
#include "intake/desk/handling.h"
#include "tests/desk/sample_register.h"

namespace gongshi {
namespace {

using testing::ElementsAre;

const Instant kMonday = instant("2017-06-26T10:00:00+08:00");

OfficeStep step(std::string text = "写下的话") {
  return {.text = std::move(text), .by = "经办甲", .at = kMonday};
}

// Filed on 2017-06-22: one untouched, one accepted, one asked for more until the 30th, one decided
// and to be answered, one concluded.
class InboxTest : public testing::Test {
 protected:
  InboxTest() {
    EXPECT_TRUE(accept(*reg_, accepted_, step()));
    EXPECT_TRUE(ask(*reg_, asked_, step(), parse_date("2017-06-30").value()));
    const Decision upheld{
        .outcome = Outcome::Upheld, .reason = "属实。", .by = "经办甲", .at = kMonday};
    EXPECT_TRUE(decide(*reg_, decided_, upheld));
    EXPECT_TRUE(decide(*reg_, concluded_, upheld));
  }

  std::vector<std::string> numbers(InboxFilter filter, Instant now) {
    std::vector<std::string> found;
    const Inbox inbox = read_inbox(*reg_, site_, std::nullopt, filter, now).value();
    for (const InboxEntry& entry : inbox.entries) found.push_back(entry.number);
    return found;
  }

  SampleRegister reg_;
  Manifest site_ = sample_manifest();  // without the office's own terms
  const std::string fresh_ = reg_.file(Signature::Named);
  const std::string accepted_ = reg_.file(Signature::Anonymous, "person");
  const std::string asked_ = reg_.file(Signature::Anonymous);
  const std::string decided_ = reg_.file(Signature::Named);
  const std::string concluded_ = reg_.file(Signature::Anonymous);
};

TEST_F(InboxTest, EachFilterLetsThroughItsOwn) {
  EXPECT_THAT(numbers(InboxFilter::All, kMonday),
              ElementsAre(fresh_, accepted_, asked_, decided_, concluded_));
  EXPECT_THAT(numbers(InboxFilter::New, kMonday), ElementsAre(fresh_));
  EXPECT_THAT(numbers(InboxFilter::Blocking, kMonday),
              ElementsAre(fresh_, accepted_, asked_, decided_));
  EXPECT_THAT(numbers(InboxFilter::Due, kMonday), ElementsAre());
  EXPECT_THAT(numbers(InboxFilter::Due, instant("2017-06-29T10:00:00+08:00")), ElementsAre(asked_));
  EXPECT_THAT(numbers(InboxFilter::Overdue, instant("2017-07-08T10:00:00+08:00")),
              ElementsAre(fresh_, asked_));
  EXPECT_THAT(numbers(InboxFilter::Alarm, instant("2017-07-08T10:00:00+08:00")),
              ElementsAre(fresh_))
      << "what was told to the objector is no ceiling";
  EXPECT_THAT(numbers(InboxFilter::Overdue, instant("2017-12-01T10:00:00+08:00")),
              ElementsAre(fresh_, accepted_, asked_, decided_));
}

// DOMAIN R20: due by the office's own days, an alarm by the law's.
TEST_F(InboxTest, TheOfficesOwnDaysComeFirst) {
  site_ = sample_manifest_with_terms();
  EXPECT_THAT(numbers(InboxFilter::Due, kMonday), ElementsAre(fresh_));
  EXPECT_THAT(numbers(InboxFilter::Overdue, instant("2017-06-27T00:00:00+08:00")),
              ElementsAre(fresh_));
  EXPECT_THAT(numbers(InboxFilter::Overdue, instant("2017-07-07T10:00:00+08:00")),
              ElementsAre(fresh_, asked_, decided_))
      << "ten working days after its receipt a reply is owed";
  EXPECT_THAT(numbers(InboxFilter::Overdue, instant("2017-07-11T10:00:00+08:00")),
              ElementsAre(fresh_, accepted_, asked_, decided_));
  EXPECT_THAT(numbers(InboxFilter::Alarm, instant("2017-07-07T10:00:00+08:00")), ElementsAre());
  EXPECT_THAT(numbers(InboxFilter::Alarm, instant("2017-07-08T10:00:00+08:00")),
              ElementsAre(fresh_));
}

TEST_F(InboxTest, TheOneThatLeadsIsAsUrgentAsItsGroup) {
  site_ = sample_manifest_with_terms();
  const std::string leader = reg_.file(Signature::Named);
  OfficeStep on_friday = step();
  on_friday.at = instant("2017-06-23T10:00:00+08:00");
  ASSERT_TRUE(accept(*reg_, fresh_, on_friday));
  ASSERT_TRUE(accept(*reg_, leader, step()));
  ASSERT_TRUE(join(*reg_, fresh_, leader, step()));
  const Instant later = instant("2017-07-10T10:00:00+08:00");
  const Instant past = instant("2017-08-23T10:00:00+08:00");
  EXPECT_THAT(numbers(InboxFilter::Overdue, later), ElementsAre(fresh_, asked_, decided_, leader));
  EXPECT_THAT(numbers(InboxFilter::Alarm, past), ElementsAre(fresh_, asked_, decided_, leader));
  ASSERT_TRUE(separate(*reg_, fresh_, step()));
  EXPECT_THAT(numbers(InboxFilter::Overdue, later), ElementsAre(fresh_, asked_, decided_));
  EXPECT_THAT(numbers(InboxFilter::Alarm, past), ElementsAre(fresh_, asked_, decided_));
}

TEST_F(InboxTest, CountsEveryNoticeWhateverTheFilter) {
  const Inbox inbox =
      read_inbox(*reg_, site_, std::nullopt, InboxFilter::New, instant("2017-07-08T10:00:00+08:00"))
          .value();
  EXPECT_THAT(inbox.counts, ElementsAre(InboxCounts{.notice = sample_notice().id,
                                                    .all = 5,
                                                    .fresh = 1,
                                                    .due = 0,
                                                    .overdue = 2,
                                                    .alarm = 1,
                                                    .blocking = 4}));
  const auto nobody = NoticeId::parse("another").value();
  EXPECT_TRUE(read_inbox(*reg_, site_, nobody, InboxFilter::All, kMonday)->counts.empty());
  EXPECT_EQ(read_inbox(*reg_, site_, sample_notice().id, InboxFilter::All, kMonday)->entries.size(),
            5U);
}

TEST_F(InboxTest, AnEntrySaysHowItStands) {
  const Inbox inbox = read_inbox(*reg_, site_, std::nullopt, InboxFilter::All, kMonday).value();
  const InboxEntry& accepted = inbox.entries[1];
  EXPECT_EQ(accepted.candidate.text(), "person");
  EXPECT_EQ(accepted.standing, open_case(*reg_, accepted_)->standing) << "as the case itself says";
  EXPECT_EQ(accepted.received_at, instant(kWhileOpen));
  EXPECT_EQ(accepted.deadline->duty, Duty::Conclude);
  EXPECT_EQ(inbox.entries[4].standing.outcome, Outcome::Upheld);
}

TEST_F(InboxTest, AHistoryThatContradictsItselfIsNamed) {
  ASSERT_TRUE((*reg_).append_event(fresh_, 0,
                                   {.kind = EventKind::Replied,
                                    .at = kMonday,
                                    .actor = "甲",
                                    .outcome = std::nullopt,
                                    .text = "答复"}));
  const auto inbox = read_inbox(*reg_, site_, std::nullopt, InboxFilter::All, kMonday);
  ASSERT_FALSE(inbox);
  EXPECT_EQ(inbox.error().kind, ErrorKind::Corrupt);
  EXPECT_THAT(inbox.error().message, testing::HasSubstr(fresh_));
}

TEST(InboxTotalsTest, CountsEachNoticeHoweverTheyMix) {
  const NoticeId first = NoticeId::parse("z-filed-first").value();
  const NoticeId second = NoticeId::parse("a-filed-second").value();
  const InboxStanding open{.standing = {}, .deadline = std::nullopt, .urgency = Urgency::Overdue};
  InboxStanding concluded = open;
  concluded.standing.state = ObjectionState::Concluded;
  concluded.urgency = Urgency::Calm;
  InboxTotals totals;
  totals.add(first, open);
  totals.add(second, concluded);
  totals.add(first, concluded);
  totals.add(second, concluded);
  EXPECT_THAT(std::move(totals).take(), ElementsAre(InboxCounts{.notice = first,
                                                                .all = 2,
                                                                .fresh = 1,
                                                                .due = 0,
                                                                .overdue = 1,
                                                                .alarm = 0,
                                                                .blocking = 1},
                                                    InboxCounts{.notice = second, .all = 2}));
}

TEST(InboxFilterTest, ReadsItsWords) {
  for (const char* word : {"all", "new", "due", "overdue", "alarm", "blocking"}) {
    EXPECT_EQ(to_text(parse_inbox_filter(word).value()), word);
  }
  EXPECT_FALSE(parse_inbox_filter("urgent"));
}

}  // namespace
}  // namespace gongshi
