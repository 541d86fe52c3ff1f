#include "intake/register/recent_leaves.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

AppendedLeaves commit_of(std::uint64_t first, std::uint64_t leaves) {
  AppendedLeaves appended;
  appended.first_index = first;
  appended.head.leaves = leaves;
  return appended;
}

TEST(RecentLeavesTest, FindsALeafUnderTheHeadOfItsCommitOnly) {
  RecentLeaves recent;
  EXPECT_EQ(recent.newest(), nullptr);
  recent.add(commit_of(0, 3));
  recent.add(commit_of(3, 7));
  EXPECT_EQ(recent.newest()->head.leaves, 7U);

  ASSERT_NE(recent.find(2, 3), nullptr);
  EXPECT_EQ(recent.find(2, 3)->first_index, 0U);
  EXPECT_EQ(recent.find(3, 7)->first_index, 3U);
  EXPECT_EQ(recent.find(2, 7), nullptr);  // its first head is another
  EXPECT_EQ(recent.find(7, 7), nullptr);
  EXPECT_EQ(recent.find(3, 5), nullptr);  // nobody signed that
}

TEST(RecentLeavesTest, ForgetsTheOldest) {
  RecentLeaves recent;
  for (std::uint64_t i = 0; i <= RecentLeaves::kCommitsMax; ++i) recent.add(commit_of(i, i + 1));
  EXPECT_EQ(recent.find(0, 1), nullptr);
  EXPECT_NE(recent.find(1, 2), nullptr);
}

// A proof is the same bytes for ever, whether it is made from memory or from the database.
TEST(RecentLeavesTest, MemoryAndDatabaseGiveTheSameProof) {
  const SampleFolder folder;
  std::vector<RegisteredObjection> rows;
  std::vector<std::string> from_memory;
  {
    Register reg = sample_register(folder / "data");
    for (const std::size_t batch : {1U, 2U, 5U, 1U, 13U, 64U}) {
      std::vector<NewObjection> objections;
      for (std::size_t i = 0; i < batch; ++i) {
        objections.push_back(sample_objection(std::to_string(rows.size() + i)));
      }
      const auto stored = reg.append_all(objections).value();
      for (const RegisteredObjection& row : stored) {
        from_memory.push_back(reg.proof(row).value());
        rows.push_back(row);
      }
    }
  }
  const Register reopened = Register::open(folder / "data").value();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(reopened.proof(rows[i]).value(), from_memory[i]) << "leaf " << i;
    expect_proven(reopened, rows[i]);
  }
}

// Two processes append in turns: each finds a head that it did not write.
TEST(RecentLeavesTest, AnotherWritersLeavesAreNotPassedOver) {
  const SampleFolder folder;
  Register ours = sample_register(folder / "data");
  Register theirs = Register::open(folder / "data").value();
  for (int turn = 0; turn < 6; ++turn) {
    Register& writer = turn % 2 == 0 ? ours : theirs;
    const auto row = writer.append(sample_objection(std::to_string(turn)));
    ASSERT_TRUE(row);
    EXPECT_EQ(row->leaf_index, static_cast<std::uint64_t>(turn));
    expect_proven(writer, *row);
  }
  expect_whole(folder / "data");
}

}  // namespace
}  // namespace gongshi
