#include "intake/desk/deadlines.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/desk/sample_desk.h"
#include "tests/filing/sample_events.h"

namespace gongshi {
namespace {

using enum HandlingStep;

// Received on 2017-06-22; the sample events are of 2017-06-26, what is asked for is due on the
// 30th.
std::optional<Deadline> after(const std::vector<HandlingStep>& steps,
                              Signature signature = Signature::Named) {
  std::vector<ObjectionEvent> history;
  for (const HandlingStep step : steps) history.push_back(sample_event(step));
  return next_deadline(standing_of(signature, history).value(), instant(kWhileOpen));
}

std::optional<Deadline> deadline(Duty duty, std::string_view last_day) {
  return Deadline{.duty = duty, .last_day = parse_date(last_day).value()};
}

// DOMAIN R20.
TEST(DeadlinesTest, TheCeilingsFollowTheStanding) {
  EXPECT_EQ(after({}), deadline(Duty::Tell, "2017-07-07"));
  EXPECT_EQ(after({Ask}), deadline(Duty::Supplement, "2017-06-30"));
  EXPECT_EQ(after({Ask, Supplement}), deadline(Duty::Conclude, "2017-08-21")) << "from its receipt";
  EXPECT_EQ(after({Accept}), deadline(Duty::Conclude, "2017-08-25")) << "from its acceptance";
  EXPECT_EQ(after({Accept, Extend}), deadline(Duty::Conclude, "2017-09-24"));
  EXPECT_EQ(after({Accept, Ask}), deadline(Duty::Supplement, "2017-06-30"));
  EXPECT_EQ(after({Transfer}), deadline(Duty::Conclude, "2017-08-21"));
  EXPECT_EQ(after({Decide}), deadline(Duty::Conclude, "2017-08-21")) << "a reply is owed";
  EXPECT_EQ(after({Decide, Reply}), std::nullopt);
  EXPECT_EQ(after({Decide}, Signature::Anonymous), std::nullopt);
  EXPECT_EQ(after({Decide, Reply, Review}), deadline(Duty::Review, "2017-07-26"));
  EXPECT_EQ(after({Decide, Reply, Review, Decide}), deadline(Duty::Review, "2017-07-26"));
  EXPECT_EQ(after({Withdraw}), std::nullopt);
}

TEST(DeadlinesTest, ALastDayEndsAtMidnightInChina) {
  const auto due = deadline(Duty::Tell, "2017-07-07");
  EXPECT_EQ(urgency_of(due, instant("2017-07-04T23:59:59+08:00")), Urgency::Calm);
  EXPECT_EQ(urgency_of(due, instant("2017-07-05T00:00:00+08:00")), Urgency::DueSoon);
  EXPECT_EQ(urgency_of(due, instant("2017-07-07T23:59:59+08:00")), Urgency::DueSoon);
  EXPECT_EQ(urgency_of(due, instant("2017-07-07T16:00:00Z")), Urgency::Overdue);
  EXPECT_EQ(urgency_of(std::nullopt, instant("2037-07-07T16:00:00Z")), Urgency::Calm);
}

}  // namespace
}  // namespace gongshi
