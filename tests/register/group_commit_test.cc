#include "intake/register/group_commit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <latch>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Lt;
using testing::UnorderedElementsAre;

// A store that a test can hold up while callers gather. Its rows stand under heads of 1, 2, 3…
// leaves.
class SlowStore {
 public:
  Result<std::vector<RegisteredObjection>> operator()(std::span<const NewObjection> batch) {
    if (sizes_.empty()) first_batch_.wait();
    sizes_.push_back(batch.size());
    std::vector<RegisteredObjection> rows;
    for (const NewObjection& objection : batch) {
      if (objection.record == damaged_) return failure(ErrorKind::Corrupt, "damaged");
      if (!disk_.empty()) return failure(ErrorKind::Unavailable, disk_);
      rows.push_back({.number = objection.record, .filed = objection, .tree_size = ++leaves_});
    }
    return rows;
  }

  // Appends `names` at once: the first is in the store alone, the others wait for it.
  std::vector<Result<RegisteredObjection>> append_together(const std::vector<std::string>& names) {
    GroupCommit commits([this](std::span<const NewObjection> batch) { return (*this)(batch); },
                        [this](std::uint64_t leaves) { return confirm(leaves); });
    std::vector<Result<RegisteredObjection>> outcomes(names.size());
    {
      std::vector<std::jthread> callers;
      for (std::size_t i = 0; i < names.size(); ++i) {
        callers.emplace_back([&, i] {
          NewObjection objection = sample_objection(names[i]);
          objection.record = names[i];
          outcomes[i] = commits.append(std::move(objection));
        });
        // The first has left the queue for the store; each of the others stands in it.
        while (!commits.is_writing() || commits.waiting() != i) std::this_thread::yield();
      }
      first_batch_.count_down();
    }
    EXPECT_EQ(commits.waiting(), 0U);
    return outcomes;
  }

  Result<void> confirm(std::uint64_t leaves) {
    const std::scoped_lock lock(confirming_);
    confirmed_.push_back(leaves);
    if (!mark_.empty()) return failure(ErrorKind::Unavailable, mark_);
    return {};
  }

  std::vector<std::size_t> sizes_;
  std::vector<std::uint64_t> confirmed_;
  std::string damaged_;
  std::string disk_;
  std::string mark_;

 private:
  std::uint64_t leaves_ = 0;
  std::mutex confirming_;
  std::latch first_batch_{1};
};

std::vector<std::string> names(std::size_t count) {
  std::vector<std::string> made;
  for (std::size_t i = 0; i < count; ++i) made.push_back("objection " + std::to_string(i));
  return made;
}

TEST(GroupCommitTest, ThoseWhoWaitAreWrittenTogetherAndEachGetsTheirOwn) {
  SlowStore store;
  const auto sent = names(20);
  const auto outcomes = store.append_together(sent);
  EXPECT_THAT(store.sizes_, ElementsAre(1, 19));
  for (std::size_t i = 0; i < sent.size(); ++i) EXPECT_EQ(outcomes[i]->number, sent[i]);
}

TEST(GroupCommitTest, ABatchHasABound) {
  SlowStore store;
  const auto outcomes = store.append_together(names(kCommitBatchMax + 4));
  EXPECT_THAT(store.sizes_, ElementsAre(1, kCommitBatchMax, 3));
  for (const auto& outcome : outcomes) EXPECT_TRUE(outcome);
}

TEST(GroupCommitTest, ADiskThatFailsFailsForAll) {
  SlowStore store;
  store.disk_ = "the disk is full";
  for (const auto& outcome : store.append_together(names(5))) {
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().kind, ErrorKind::Unavailable);
  }
  EXPECT_THAT(store.sizes_, ElementsAre(1, 4));  // and is not asked once for each
}

TEST(GroupCommitTest, ABatchIsConfirmedOnceAndNobodyHearsOfItWithout) {
  SlowStore store;
  store.append_together(names(5));
  EXPECT_THAT(store.confirmed_, UnorderedElementsAre(1, 5));

  SlowStore failing;
  failing.mark_ = "the mark cannot be written";
  for (const auto& outcome : failing.append_together(names(5))) {
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().message, failing.mark_);
  }
}

TEST(GroupCommitTest, WhatIsNotStoredIsNotConfirmed) {
  SlowStore store;
  store.disk_ = "the disk is full";
  store.append_together(names(3));
  EXPECT_THAT(store.confirmed_, IsEmpty());
}

TEST(GroupCommitTest, TheNextBatchIsStoredWhileTheFirstIsConfirmed) {
  std::latch first_is_confirming{1};
  std::latch second_is_stored{1};
  std::uint64_t stored = 0;
  GroupCommit commits(
      [&](std::span<const NewObjection> batch) -> Result<std::vector<RegisteredObjection>> {
        if (++stored == 2) second_is_stored.count_down();
        return std::vector(batch.size(),
                           RegisteredObjection{.number = {}, .filed = {}, .tree_size = stored});
      },
      [&](std::uint64_t leaves) -> Result<void> {
        if (leaves != 1) return {};
        first_is_confirming.count_down();
        second_is_stored.wait();  // for ever, if it could not be
        return {};
      });
  std::jthread first([&] { EXPECT_TRUE(commits.append(sample_objection("first"))); });
  first_is_confirming.wait();
  EXPECT_TRUE(commits.append(sample_objection("second")));
}

TEST(GroupCommitTest, ADamagedRowStopsOnlyWhoMetIt) {
  SlowStore store;
  store.damaged_ = "objection 3";
  const auto outcomes = store.append_together(names(6));
  for (std::size_t i = 0; i < outcomes.size(); ++i) EXPECT_EQ(outcomes[i].has_value(), i != 3) << i;
  EXPECT_EQ(outcomes[3].error().kind, ErrorKind::Corrupt);
}

TEST(GroupCommitTest, TheRegisterSharesItsHeads) {
  const SampleFolder folder;
  Register reg = sample_register(folder / "data");
  constexpr int kThreads = 8;
  constexpr int kEach = 30;
  std::vector<std::jthread> callers;
  for (int t = 0; t < kThreads; ++t) {
    callers.emplace_back([&, t] {
      for (int i = 0; i < kEach; ++i) {
        const auto name = std::to_string(t) + "-" + std::to_string(i);
        const auto row = reg.append(sample_objection(name));
        ASSERT_TRUE(row);
        EXPECT_EQ(row->filed.form_digest, sample_objection(name).form_digest);
        EXPECT_THAT(row->leaf_index, Lt(row->tree_size));
      }
    });
  }
  callers.clear();
  EXPECT_EQ(reg.list(std::nullopt)->size(), std::size_t{kThreads} * kEach);
  expect_whole(folder / "data");
}

}  // namespace
}  // namespace gongshi
