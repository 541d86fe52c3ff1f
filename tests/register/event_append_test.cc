// Through Register::append_events, which it is made for: all of the steps, or none.
#include "intake/register/event_append.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "intake/log/checkpoint.h"
#include "intake/register/register.h"
#include "intake/register/register_check.h"
#include "tests/register/file_size_limit.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

ObjectionEvent event(EventKind kind, std::string text = "写给异议人的话") {
  return {.kind = kind,
          .at = sample_instant(),
          .actor = "张三",
          .outcome = kind == EventKind::Decided ? std::optional(Outcome::Upheld) : std::nullopt,
          .text = std::move(text)};
}

ObjectionEvent joined(const std::string& leader) {
  ObjectionEvent made = event(EventKind::Joined, "同一事实");
  made.leader = leader;
  return made;
}

class EventAppendTest : public testing::Test {
 protected:
  std::vector<std::string> file_objections(int count) {
    std::vector<NewObjection> offered;
    for (int i = 0; i < count; ++i) offered.push_back(sample_objection(std::to_string(i)));
    std::vector<std::string> numbers;
    const auto rows = reg_.append_all(offered).value();
    for (const RegisteredObjection& row : rows) numbers.push_back(row.number);
    return numbers;
  }
  std::uint64_t log_size() const {
    return open_checkpoint(reg_.checkpoint().value(),
                           NoteVerifier::parse(reg_.verifier_key()).value())
        ->leaves;
  }
  std::size_t events_of(const std::string& number) { return reg_.events(number)->size(); }
  void expect_whole_register() {
    expect_whole(folder_ / "data");
    expect_sound();
  }
  // Also with rows that are sealed or erased.
  void expect_sound() {
    const auto checked = check_database(folder_ / "data");
    ASSERT_TRUE(checked);
    EXPECT_THAT(checked->problems, IsEmpty());
  }

  SampleFolder folder_;
  Register reg_ = sample_register(folder_ / "data");
};

TEST_F(EventAppendTest, StoresEachStepUnderItsObjectionWithALeafForEachDecision) {
  const auto numbers = file_objections(3);
  const std::uint64_t before = log_size();
  std::vector<NewEvent> steps;
  for (const std::string& number : numbers) {
    ObjectionEvent decided = event(EventKind::Decided, "结论 " + number);
    decided.leader = number == numbers[0] ? "" : numbers[0];
    steps.push_back({.number = number, .events_seen = 0, .event = decided});
    steps.push_back({.number = number, .events_seen = 1, .event = event(EventKind::Replied)});
  }
  ASSERT_TRUE(reg_.append_events(steps));
  EXPECT_EQ(log_size(), before + 3);
  for (const std::string& number : numbers) {
    const auto history = reg_.events(number).value();
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[0].text, "结论 " + number);
    EXPECT_EQ(history[0].leader, number == numbers[0] ? "" : numbers[0]);
    EXPECT_EQ(history[1].kind, EventKind::Replied);
  }
  expect_whole_register();
}

TEST_F(EventAppendTest, OfSealedObjectionsEachStepIsSealedUnderItsOwnKey) {
  const OfficeKey office = OfficeKey::random();
  ASSERT_TRUE(reg_.add_office_key(office.public_key(), sample_instant()));
  const auto numbers = file_objections(2);
  std::vector<DataKey> keys;
  std::vector<NewEvent> steps;
  for (const std::string& number : numbers) {
    const auto row = reg_.find_by_number(number).value().value();
    keys.push_back(office.unwrap(row.sealed->for_office).value());
    steps.push_back(
        {.number = number, .event = event(EventKind::Decided, "属实"), .key = keys.back()});
  }
  auto swapped = steps;
  std::swap(swapped[0].key, swapped[1].key);
  EXPECT_EQ(reg_.append_events(swapped).error().kind, ErrorKind::Invalid);
  ASSERT_TRUE(reg_.append_events(steps));
  EXPECT_EQ(reg_.events(numbers[0], keys[0])->front().text, "属实");
  EXPECT_EQ(reg_.events(numbers[1], keys[1])->front().text, "属实");
  EXPECT_FALSE(reg_.events(numbers[1], keys[0])) << "one objector's code opens no other's reply";
  expect_sound();
}

// Whatever is wrong with one of them, at whichever place, nothing of the others is stored.
TEST_F(EventAppendTest, OneThatCannotBeStoredKeepsAllFromBeingStored) {
  const auto numbers = file_objections(4);
  ASSERT_TRUE(reg_.append_event(numbers[3], 0, event(EventKind::Noted)));
  const auto gone = reg_.append(sample_objection("gone")).value();
  ASSERT_TRUE(
      reg_.erase(gone.number, {.at = sample_instant(), .basis = "on-request", .actor = "张三"}));
  struct Row {
    NewEvent wrong;
    ErrorKind kind;
  };
  const Row rows[] = {
      {{.number = numbers[3], .events_seen = 0, .event = event(EventKind::Decided)},
       ErrorKind::Conflict},
      {{.number = numbers[3], .events_seen = 2, .event = event(EventKind::Decided)},
       ErrorKind::Conflict},
      {{.number = numbers[0], .events_seen = 0, .event = event(EventKind::Decided)},
       ErrorKind::Conflict},  // a second first step
      {{.number = gone.number, .events_seen = 0, .event = event(EventKind::Decided)},
       ErrorKind::Conflict},
      {{.number = "2017-000099-9", .events_seen = 0, .event = event(EventKind::Decided)},
       ErrorKind::NotFound},
      {{.number = "no number", .events_seen = 0, .event = event(EventKind::Decided)},
       ErrorKind::NotFound},
  };
  const std::string head = reg_.checkpoint().value();
  for (const Row& row : rows) {
    for (std::size_t place = 0; place <= 3; ++place) {
      std::vector<NewEvent> steps;
      for (std::size_t i = 0; i < 3; ++i) {
        steps.push_back({.number = numbers[i], .event = event(EventKind::Decided)});
      }
      steps.insert(steps.begin() + static_cast<std::ptrdiff_t>(place), row.wrong);
      const auto appended = reg_.append_events(steps);
      ASSERT_FALSE(appended) << row.wrong.number << " at " << place;
      EXPECT_EQ(appended.error().kind, row.kind) << row.wrong.number;
      for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(events_of(numbers[i]), 0U);
      EXPECT_EQ(reg_.checkpoint().value(), head);
    }
  }
  expect_sound();
}

TEST_F(EventAppendTest, AFullDiskInTheMiddleStoresNothing) {
  const auto numbers = file_objections(51);
  std::vector<NewEvent> steps;
  for (const std::string& number : numbers) {
    steps.push_back({.number = number, .event = event(EventKind::Decided)});
  }
  const std::string head = reg_.checkpoint().value();
  {
    // Room for the first of them, not for all.
    const FileSizeLimit nearly_full(std::filesystem::file_size(folder_ / "data/register.db-wal") +
                                    20'000);
    const auto appended = reg_.append_events(steps);
    ASSERT_FALSE(appended);
    EXPECT_EQ(appended.error().kind, ErrorKind::Unavailable);
    EXPECT_THAT(appended.error().message, HasSubstr("nothing was stored"));
  }
  for (const std::string& number : numbers) EXPECT_EQ(events_of(number), 0U);
  EXPECT_EQ(reg_.checkpoint().value(), head);
  ASSERT_TRUE(reg_.append_events(steps));
  for (const std::string& number : numbers) EXPECT_EQ(events_of(number), 1U);
  expect_whole_register();
}

TEST_F(EventAppendTest, KnowsWhoEverJoined) {
  const auto numbers = file_objections(4);
  EXPECT_THAT(reg_.joined_to(numbers[0]).value(), IsEmpty());
  ASSERT_TRUE(reg_.append_event(numbers[2], 0, joined(numbers[0])));
  ASSERT_TRUE(reg_.append_event(numbers[1], 0, joined(numbers[0])));
  ASSERT_TRUE(reg_.append_event(numbers[2], 1, event(EventKind::Separated)));
  ASSERT_TRUE(reg_.append_event(numbers[2], 2, joined(numbers[0])));
  ObjectionEvent shared = event(EventKind::Accepted);
  shared.leader = numbers[0];
  ASSERT_TRUE(reg_.append_event(numbers[1], 1, shared));
  EXPECT_THAT(reg_.joined_to(numbers[0]).value(), ElementsAre(numbers[1], numbers[2], numbers[2]));
  EXPECT_THAT(reg_.joined_to(numbers[1]).value(), IsEmpty());
  EXPECT_EQ(reg_.joined_to("2017-000099-9").error().kind, ErrorKind::NotFound);
}

TEST_F(EventAppendTest, FindsWhatNobodyHasDecidedAboutTheSameCandidate) {
  const auto numbers = file_objections(4);
  const NewObjection filed = sample_objection("0");
  NewObjection other = sample_objection("other candidate");
  other.candidate = CandidateId::parse("somebody-else").value();
  NewObjection elsewhere = sample_objection("other notice");
  elsewhere.notice = NoticeId::parse("another-notice").value();
  ASSERT_TRUE(reg_.append_all(std::vector{other, elsewhere}));
  ASSERT_TRUE(reg_.append_event(numbers[0], 0, event(EventKind::Accepted)));
  ASSERT_TRUE(reg_.append_event(numbers[1], 0, event(EventKind::Decided)));
  EXPECT_THAT(reg_.undecided(filed.notice, filed.candidate, 9).value(),
              ElementsAre(numbers[0], numbers[2], numbers[3]));
  EXPECT_THAT(reg_.undecided(filed.notice, filed.candidate, 2).value(),
              ElementsAre(numbers[0], numbers[2]));
  EXPECT_EQ(reg_.undecided(filed.notice, other.candidate, 9)->size(), 1U);
}

TEST_F(EventAppendTest, WhatWasReadMustStillHold) {
  const auto numbers = file_objections(3);
  const NewEvent step{.number = numbers[1], .event = joined(numbers[0])};
  const SeenObjection before{.number = numbers[0], .events = 0, .joined = 0};
  // Somebody acts on the leader meanwhile.
  ASSERT_TRUE(reg_.append_event(numbers[0], 0, event(EventKind::Accepted)));
  EXPECT_EQ(reg_.append_events(std::span(&step, 1), std::span(&before, 1)).error().kind,
            ErrorKind::Conflict);
  // Somebody joins it meanwhile.
  const SeenObjection accepted{.number = numbers[0], .events = 1, .joined = 0};
  ASSERT_TRUE(reg_.append_event(numbers[2], 0, joined(numbers[0])));
  EXPECT_EQ(reg_.append_events(std::span(&step, 1), std::span(&accepted, 1)).error().kind,
            ErrorKind::Conflict);
  EXPECT_EQ(events_of(numbers[1]), 0U);
  const SeenObjection now{.number = numbers[0], .events = 1, .joined = 1};
  EXPECT_TRUE(reg_.append_events(std::span(&step, 1), std::span(&now, 1)));
  const SeenObjection nobody{.number = "2017-000099-9"};
  EXPECT_EQ(reg_.append_events({}, std::span(&nobody, 1)).error().kind, ErrorKind::NotFound);
}

}  // namespace
}  // namespace gongshi
