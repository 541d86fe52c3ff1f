#include "intake/http/stack_wipe.h"

#include <gtest/gtest.h>
#include <string.h>

#include <array>
#include <cstddef>
#include <span>
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
  for (const auto wipe : {wipe_stack_below, wipe_used_stack}) {
    leave_marks();
    EXPECT_TRUE(finds_marks());
    wipe();
    EXPECT_FALSE(finds_marks());
    leave_marks();
    EXPECT_TRUE(finds_marks()) << "what was given back can be used again";
    wipe();
    EXPECT_FALSE(finds_marks());
  }
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

// What does not reach below the memory that stays is overwritten there.
[[gnu::noinline]] void leave_marks_in(std::span<char> text) {
  for (std::size_t i = 0; i + kMark.size() <= text.size(); i += kMark.size()) {
    ::memcpy(text.data() + i, kMark.data(), kMark.size());
  }
}

template <std::size_t kBytes>
[[gnu::noinline]] void leave_marks_above() {
  std::array<char, kBytes> text;
  leave_marks_in(text);
}

TEST(StackWipeTest, NothingIsLeftOfAShallowRequest) {
  if (!kIsPlainStack) GTEST_SKIP() << "the sanitizer keeps locals elsewhere";
  std::jthread([] {
    wipe_used_stack();
    for (const auto leave : {leave_marks_above<3'000>, leave_marks_above<20'000>,
                             leave_marks_above<31'000>, leave_marks_above<66'000>}) {
      leave();
      EXPECT_TRUE(finds_marks());
      wipe_used_stack();
      EXPECT_FALSE(finds_marks());
    }
  }).join();
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
