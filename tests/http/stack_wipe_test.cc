#include "intake/http/stack_wipe.h"

#include <gtest/gtest.h>
#include <string.h>

#include <array>
#include <cstddef>
#include <string_view>
#include <thread>

namespace gongshi {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kIsPlainStack = false;  // locals lie elsewhere
#else
constexpr bool kIsPlainStack = true;
#endif

constexpr std::string_view kMark = "what nobody else may read";
constexpr std::size_t kDepthBytes = std::size_t{200} * 1024;

// Fills its frame, far down, and leaves.
[[gnu::noinline]] void leave_marks() {
  std::array<char, kDepthBytes> text;
  for (std::size_t i = 0; i + kMark.size() <= text.size(); i += kMark.size()) {
    ::memcpy(text.data() + i, kMark.data(), kMark.size());
  }
  asm volatile("" : : "r"(text.data()) : "memory");
}

// Looks at the same frame without writing to it first.
[[gnu::noinline]] bool finds_marks() {
  std::array<char, kDepthBytes> text;
  const char* bytes = text.data();
  asm volatile("" : "+r"(bytes) : : "memory");
  return std::string_view(bytes, text.size()).find(kMark) != std::string_view::npos;
}

void expect_wiped() {
  leave_marks();
  EXPECT_TRUE(finds_marks());
  wipe_stack_below();
  EXPECT_FALSE(finds_marks());
  leave_marks();
  EXPECT_TRUE(finds_marks()) << "what was given back can be used again";
  wipe_stack_below();
  EXPECT_FALSE(finds_marks());
}

TEST(StackWipeTest, NothingIsLeftBelow) {
  if (!kIsPlainStack) GTEST_SKIP() << "the sanitizer keeps locals elsewhere";
  std::jthread(expect_wiped).join();
}

TEST(StackWipeTest, NorOnTheFirstThread) {
  if (!kIsPlainStack) GTEST_SKIP() << "the sanitizer keeps locals elsewhere";
  expect_wiped();
}

// Where a head is read and written.
[[gnu::noinline]] bool finds_near_marks() {
  std::array<char, std::size_t{12} * 1024> text;
  const char* bytes = text.data();
  asm volatile("" : "+r"(bytes) : : "memory");
  return std::string_view(bytes, text.size()).find(kMark) != std::string_view::npos;
}

TEST(StackWipeTest, OrNothingNearby) {
  if (!kIsPlainStack) GTEST_SKIP() << "the sanitizer keeps locals elsewhere";
  leave_marks();
  EXPECT_TRUE(finds_near_marks());
  wipe_nearest_stack();
  EXPECT_FALSE(finds_near_marks());
}

}  // namespace
}  // namespace gongshi
