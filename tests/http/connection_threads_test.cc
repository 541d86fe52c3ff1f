#include "intake/http/connection_threads.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <thread>

namespace gongshi {
namespace {

TEST(ConnectionThreadsTest, AsksForRoomOnlyWhenAllAreBusy) {
  std::atomic<int> asked = 0;
  std::atomic<int> served = 0;
  std::promise<void> done;
  const std::shared_future<void> until_done = done.get_future().share();
  ConnectionThreads threads(2, 8, [&] { ++asked; });
  const auto serve = [&] {
    until_done.wait();
    ++served;
  };
  threads.enqueue(serve);
  threads.enqueue(serve);
  EXPECT_EQ(asked, 0);
  threads.enqueue(serve);
  EXPECT_EQ(asked, 1);
  done.set_value();
  threads.shutdown();
  EXPECT_EQ(served, 3);
}

TEST(ConnectionThreadsTest, HoldsBackWhoComesWhenTooManyWait) {
  std::promise<void> done;
  const std::shared_future<void> until_done = done.get_future().share();
  std::atomic<int> enqueued = 0;
  ConnectionThreads threads(1, 1, [] {});
  std::promise<void> begun;
  threads.enqueue([&] {
    begun.set_value();
    until_done.wait();
  });
  begun.get_future().wait();
  std::jthread door([&] {
    for (int i = 0; i < 2; ++i) {
      threads.enqueue([] {});
      ++enqueued;
    }
  });
  while (enqueued == 0) std::this_thread::yield();
  EXPECT_EQ(enqueued, 1);
  done.set_value();
  door.join();
  threads.shutdown();
  EXPECT_EQ(enqueued, 2);
}

}  // namespace
}  // namespace gongshi
