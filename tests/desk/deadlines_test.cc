#include "intake/desk/deadlines.h"

#include <gtest/gtest.h>

#include "tests/desk/sample_desk.h"
#include "tests/desk/sample_working_days.h"

namespace gongshi {
namespace {

// What follows from which history, tests/spec/deadlines.txt shows.

// A day of the office's, and one of the law's behind it.
Deadline deadline(std::string_view last_day, std::string_view ceiling) {
  return {.duty = Duty::Tell,
          .last_day = parse_date(last_day).value(),
          .basis = Basis::Own,
          .ceiling = {.duty = Duty::Tell, .last_day = parse_date(ceiling).value()}};
}

TEST(DeadlinesTest, ALastDayEndsAtMidnightInChina) {
  const auto due = deadline("2017-07-07", "2017-07-10");
  const auto urgency = [&](std::string_view now) { return urgency_of(due, instant(now)); };
  EXPECT_EQ(urgency("2017-07-04T23:59:59+08:00"), Urgency::Calm);
  EXPECT_EQ(urgency("2017-07-05T00:00:00+08:00"), Urgency::DueSoon);
  EXPECT_EQ(urgency("2017-07-07T23:59:59+08:00"), Urgency::DueSoon);
  EXPECT_EQ(urgency("2017-07-07T16:00:00Z"), Urgency::Overdue);
  EXPECT_EQ(urgency("2017-07-10T23:59:59+08:00"), Urgency::Overdue);
  EXPECT_EQ(urgency("2017-07-11T00:00:00+08:00"), Urgency::Alarm);
  EXPECT_EQ(urgency_of(std::nullopt, instant("2037-07-07T16:00:00Z")), Urgency::Calm);
}

struct Soon {
  const char* received;  // to be told of within five working days
  const char* last_day;
  const char* from;
};

// Nobody comes back from a weekend, or from a week of holidays, to what fell due meanwhile unseen.
TEST(DeadlinesTest, DueSoonFromTheSecondWorkingDayBefore) {
  const WorkingDays known(days_of(real_calendar("cn"), "2024-09-01", "2024-11-30"));
  const OwnTerms terms{.periods = {.tell_within = 5}, .days = &known};
  const Soon table[] = {
      {"2024-11-04", "2024-11-11", "2024-11-07"},  // a Monday is seen on Thursday, and on Friday
      {"2024-11-05", "2024-11-12", "2024-11-08"},
      {"2024-11-07", "2024-11-14", "2024-11-12"},
      {"2024-09-25", "2024-10-08", "2024-09-29"},  // the first day after a week, from a Sunday
  };
  for (const auto& [received, last_day, from] : table) {
    const Instant at = start_of_day(day(received));
    const auto found = next_deadline({}, at, terms);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->last_day, day(last_day));
    const Instant first = start_of_day(day(from));
    EXPECT_EQ(urgency_of(found, {first.utc - std::chrono::seconds(1)}), Urgency::Calm) << received;
    EXPECT_EQ(urgency_of(found, first), Urgency::DueSoon) << received;
  }
}

TEST(DeadlinesTest, WithoutACalendarDueSoonFromTwoDaysBefore) {
  const WorkingDays known(days_of(real_calendar("cn"), "2024-09-01", "2024-09-30"));
  const OwnTerms terms{.periods = {.tell_within = 5}, .days = &known};
  const auto found = next_deadline({}, start_of_day(day("2024-09-29")), terms);
  EXPECT_EQ(found->basis, Basis::NotPublished);
  EXPECT_EQ(found->soon_from, std::nullopt);
  EXPECT_EQ(urgency_of(found, start_of_day(day("2024-10-11"))), Urgency::Calm);
  EXPECT_EQ(urgency_of(found, start_of_day(day("2024-10-12"))), Urgency::DueSoon);
}

TEST(DeadlinesTest, WhatIsPastTheLawIsOverdueToo) {
  EXPECT_TRUE(counts_as(Urgency::Alarm, Urgency::Overdue));
  EXPECT_TRUE(counts_as(Urgency::Alarm, Urgency::Alarm));
  EXPECT_FALSE(counts_as(Urgency::Overdue, Urgency::Alarm));
  EXPECT_FALSE(counts_as(Urgency::Alarm, Urgency::DueSoon));
  EXPECT_TRUE(counts_as(Urgency::DueSoon, Urgency::DueSoon));
  EXPECT_FALSE(counts_as(Urgency::Calm, Urgency::DueSoon));
}

TEST(DeadlinesTest, OfTwoTheFirstDayAndTheFirstCeiling) {
  const Deadline early = deadline("2017-06-26", "2017-07-20");
  const Deadline late = deadline("2017-06-30", "2017-07-07");
  const Deadline both = deadline("2017-06-26", "2017-07-07");
  EXPECT_EQ(first_of(early, late), both);
  EXPECT_EQ(first_of(late, early), both);
  EXPECT_EQ(first_of(early, std::nullopt), early);
  EXPECT_EQ(first_of(std::nullopt, early), early);
  EXPECT_EQ(first_of(early, early), early);
  EXPECT_EQ(first_of(std::nullopt, std::nullopt), std::nullopt);
}

}  // namespace
}  // namespace gongshi
