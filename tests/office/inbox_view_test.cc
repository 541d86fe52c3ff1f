#include "intake/office/inbox_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <unordered_set>
#include <vector>

#include "intake/desk/handling.h"
#include "intake/office/limits.h"
#include "tests/desk/sample_register.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Instant kMonday = instant("2017-06-26T10:00:00+08:00");

OfficeStep step() { return {.text = "写下的话", .by = "经办甲", .at = kMonday}; }

std::vector<std::string> numbers(const InboxView& view) {
  std::vector<std::string> found;
  for (const InboxLine& line : view.lines) found.push_back(line.entry.number);
  return found;
}

// Filed on 2017-06-22: one untouched, one accepted, one asked for more until the 28th.
class InboxViewTest : public testing::Test {
 protected:
  InboxViewTest() {
    EXPECT_TRUE(accept(*reg_, accepted_, step()));
    EXPECT_TRUE(ask(*reg_, asked_, step(), parse_date("2017-06-28").value()));
  }
  InboxView view(const InboxQuery& query, Instant now = kMonday, std::size_t page = 1) {
    return read_inbox_view(*reg_, site_, "经办甲", opened_, query, page, now).value();
  }

  SampleRegister reg_;
  Manifest site_ = sample_manifest();  // without the office's own terms
  const std::string fresh_ = reg_.file(Signature::Named);
  const std::string accepted_ = reg_.file(Signature::Anonymous, "person");
  const std::string asked_ = reg_.file(Signature::Anonymous);
  std::unordered_set<std::string> opened_ = {accepted_};
};

TEST_F(InboxViewTest, ShowsWhatTheQueryLetsThrough) {
  const NoticeId other = NoticeId::parse("another").value();
  EXPECT_THAT(numbers(view({})), ElementsAre(fresh_, accepted_, asked_));
  EXPECT_THAT(numbers(view({.notice = sample_notice().id})),
              ElementsAre(fresh_, accepted_, asked_));
  EXPECT_THAT(numbers(view({.notice = other})), IsEmpty());
  EXPECT_THAT(numbers(view({.state = ObjectionState::Accepted})), ElementsAre(accepted_));
  EXPECT_THAT(numbers(view({.urgency = Urgency::DueSoon})), ElementsAre(asked_));
  EXPECT_THAT(numbers(view({.unread = true})), ElementsAre(fresh_, asked_));
  EXPECT_THAT(numbers(view({.state = ObjectionState::Accepted, .unread = true})), IsEmpty());
}

TEST_F(InboxViewTest, CountsWhatEachFilterWouldShow) {
  const InboxView one = view({.state = ObjectionState::Accepted});
  EXPECT_EQ(one.all, 3U);
  EXPECT_EQ(one.unread, 2U);
  EXPECT_THAT(one.by_alarm, ElementsAre(0, 0, 1));
  EXPECT_THAT(one.by_state, ElementsAre(1, 1, 1, 0, 0, 0, 0, 0));
  const InboxView none = view({.notice = NoticeId::parse("another").value()});
  EXPECT_EQ(none.all, 0U);
  EXPECT_THAT(none.by_state, ElementsAre(0, 0, 0, 0, 0, 0, 0, 0));
  ASSERT_EQ(none.notices.size(), 1U) << "the others' progress stands there all the same";
  EXPECT_EQ(none.notices[0].all, 3U);
}

TEST_F(InboxViewTest, CountsWhatFallsDueOnEachDay) {
  EXPECT_THAT(view({}).due_on_day, ElementsAre(0, 0, 1, 0, 0, 0, 0));
  EXPECT_EQ(view({}).overdue, 0U);
  const InboxView later = view({}, instant("2017-07-07T23:59:59+08:00"));
  EXPECT_EQ(later.overdue, 1U);
  EXPECT_THAT(later.due_on_day, ElementsAre(1, 0, 0, 0, 0, 0, 0));
  EXPECT_EQ(later.alarm, 0U);
  EXPECT_EQ(view({}, instant("2017-07-08T00:00:00+08:00")).overdue, 2U);
  EXPECT_EQ(view({}, instant("2017-07-08T00:00:00+08:00")).alarm, 1U) << "and overdue as well";
}

// DOMAIN R20.
TEST_F(InboxViewTest, CountsTheOfficesOwnDays) {
  site_ = sample_manifest_with_terms();
  EXPECT_THAT(view({}).due_on_day, ElementsAre(1, 0, 1, 0, 0, 0, 0));
  const InboxView tuesday = view({}, instant("2017-06-27T10:00:00+08:00"));
  EXPECT_THAT(tuesday.by_alarm, ElementsAre(0, 1, 1));
  EXPECT_EQ(tuesday.overdue, 1U);
  EXPECT_EQ(tuesday.alarm, 0U);
  const Instant past = instant("2017-07-08T10:00:00+08:00");
  EXPECT_THAT(numbers(view({.urgency = Urgency::Alarm}, past)), ElementsAre(fresh_));
  EXPECT_THAT(numbers(view({.urgency = Urgency::Overdue}, past)), ElementsAre(fresh_, asked_));
}

TEST_F(InboxViewTest, ALongListComesInPages) {
  while (reg_.file(Signature::Anonymous).find("000201") == std::string::npos) continue;
  const InboxView first = view({});
  EXPECT_EQ(first.lines.size(), kLinesOfPageMax);
  EXPECT_EQ(first.lines.front().entry.number, fresh_);
  EXPECT_TRUE(first.has_more);
  EXPECT_TRUE(view({}, kMonday, 2).has_more);
  const InboxView last = view({}, kMonday, 3);
  EXPECT_EQ(last.lines.size(), 1U);
  EXPECT_FALSE(last.has_more);
  EXPECT_EQ(last.all, 201U) << "whatever the page";
  EXPECT_THAT(view({}, kMonday, 100'000).lines, IsEmpty());
}

TEST_F(InboxViewTest, ALineSaysWhetherItIsUnread) {
  const InboxView all = view({});
  EXPECT_TRUE(all.lines[0].is_unread);
  EXPECT_FALSE(all.lines[1].is_unread);
  EXPECT_EQ(all.lines[1].entry.candidate.text(), "person");
}

// DOMAIN R21.
TEST_F(InboxViewTest, OfWhatTheReaderIsRecusedFromItTellsTheNumber) {
  ASSERT_TRUE(recuse(*reg_, accepted_, {.text = "亲属", .by = "审批乙", .at = kMonday}, "经办 甲"));
  const InboxView seen = view({});
  EXPECT_THAT(seen.recused, ElementsAre(accepted_));
  EXPECT_EQ(seen.all, 2U);
  EXPECT_THAT(numbers(seen), testing::Not(testing::Contains(accepted_)));
  EXPECT_THAT(numbers(view({.state = ObjectionState::Accepted})), IsEmpty());
  ASSERT_EQ(seen.notices.size(), 1U);
  EXPECT_EQ(seen.notices.front().all, 3U) << "the notice has it all the same";
  EXPECT_THAT(read_inbox_view(*reg_, site_, "审批乙", opened_, {}, 1, kMonday)->recused, IsEmpty());
}

}  // namespace
}  // namespace gongshi
