#include "generator/load/parallel.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <barrier>
#include <set>
#include <thread>
#include <vector>

namespace gongshi {
namespace {

TEST(ParallelTest, EveryPieceIsDoneOnce) {
  for (const std::size_t count : {0U, 1U, 2U, 1000U}) {
    for (const int threads : {1, 2, 7}) {
      std::vector<int> done(count);
      in_parallel(count, threads, [&](std::size_t i) { ++done[i]; });
      EXPECT_THAT(done, testing::Each(1)) << count << " on " << threads;
    }
  }
}

// Each piece waits for the other: one thread would never get past the first.
TEST(ParallelTest, PiecesAreDoneAtTheSameTime) {
  std::barrier both(2);
  in_parallel(2, 2, [&](std::size_t /*piece*/) { both.arrive_and_wait(); });
}

TEST(ParallelTest, OneThreadIsTheCallers) {
  std::set<std::thread::id> threads;
  in_parallel(3, 1, [&](std::size_t /*piece*/) { threads.insert(std::this_thread::get_id()); });
  EXPECT_THAT(threads, testing::ElementsAre(std::this_thread::get_id()));
}

TEST(ParallelTest, ThereIsAProcessor) {
  EXPECT_GE(processors(), 1);
  EXPECT_LE(processors(), kThreadsMax);
}

}  // namespace
}  // namespace gongshi
