#include "intake/http/stack_wipe.h"

#include <pthread.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace gongshi {
namespace {

// What the frames of the functions below may take, and of the calls in them.
constexpr std::uintptr_t kOwnFrames = 512;
// More than the part of a page, and the frames, that drop() leaves; and more than the frames that
// clear_from() leaves.
constexpr std::size_t kNearestBytes = std::size_t{16} * 1024;
constexpr std::size_t kTopBytes = std::size_t{4} * 1024;
// A filing goes down 20 KiB.
constexpr std::uintptr_t kUsedBytes = std::uintptr_t{32} * 1024;
constexpr std::size_t kPagesMax = 2048;  // of a stack that is looked at: 8 MiB

// The lowest address of this thread's stack; nothing when nobody knows.
void* lowest_of_stack() {
  pthread_attr_t attributes;
  if (::pthread_getattr_np(::pthread_self(), &attributes) != 0) return nullptr;
  void* lowest = nullptr;
  std::size_t size = 0;
  ::pthread_attr_getstack(&attributes, &lowest, &size);
  ::pthread_attr_destroy(&attributes);
  return lowest;
}

std::uintptr_t page_bytes() {
  static const auto kPage = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  return kPage;
}

// Whole pages of this thread's stack, from the lowest one up.
struct Pages {
  char* begin = nullptr;
  std::size_t bytes = 0;

  char* end() const { return begin + bytes; }
};

// Up to so many bytes below the caller.
[[gnu::noinline]] Pages pages_below(std::uintptr_t distance) {
  thread_local char* const kLowest = static_cast<char*>(lowest_of_stack());
  const volatile char here = 0;
  const auto near = reinterpret_cast<std::uintptr_t>(&here) - distance;
  const auto lowest = reinterpret_cast<std::uintptr_t>(kLowest);
  if (kLowest == nullptr || near < lowest) return {};
  return {.begin = kLowest, .bytes = (near - lowest) / page_bytes() * page_bytes()};
}

// Gives them back to the system, which puts zeros in their place.
void drop(const Pages& pages) {
  if (pages.bytes > 0) ::madvise(pages.begin, pages.bytes, MADV_DONTNEED);
}

// Whether this thread has met a page that was not there since this function was called last.
bool has_faulted() {
  thread_local long seen = -1;
  rusage used{};
  const long faults = ::getrusage(RUSAGE_THREAD, &used) == 0 ? used.ru_minflt + used.ru_majflt : -1;
  return std::exchange(seen, faults) != faults || faults < 0;
}

// Whether one of them has been used since it was given back; true when nobody knows.
bool is_any_in_use(const Pages& pages) {
  thread_local std::array<unsigned char, kPagesMax> in_use;
  const std::size_t count = pages.bytes / page_bytes();
  if (count > in_use.size() || ::mincore(pages.begin, pages.bytes, in_use.data()) != 0) return true;
  return std::ranges::any_of(std::span(in_use).first(count),
                             [](unsigned char page) { return (page & 1U) != 0; });
}

// What lies below this frame, up from `end`. Calls nothing: the first call of a library's function
// saves registers further down.
[[gnu::noinline, gnu::no_sanitize_address]] void clear_from(char* end) {
  const char* const top = static_cast<char*>(__builtin_frame_address(0)) - kOwnFrames;
  for (; end < top; end += sizeof(std::uint64_t)) {
    *reinterpret_cast<volatile std::uint64_t*>(end) = 0;
  }
}

template <std::size_t kBytes>
[[gnu::noinline]] void clear_nearest() {
  std::array<volatile std::uint64_t, kBytes / sizeof(std::uint64_t)> nearest;
  for (volatile std::uint64_t& word : nearest) word = 0;
}

}  // namespace

void wipe_nearest_stack() { clear_nearest<kNearestBytes>(); }

void wipe_used_stack() {
  const Pages deep = pages_below(kUsedBytes);
  if (deep.bytes == 0) return wipe_stack_below();
  if (has_faulted() && is_any_in_use(deep)) drop(deep);
  clear_from(deep.end());
  clear_nearest<kTopBytes>();
}

void wipe_stack_below() {
  drop(pages_below(kOwnFrames));
  clear_nearest<kNearestBytes>();
}

}  // namespace gongshi
