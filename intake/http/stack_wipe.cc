#include "intake/http/stack_wipe.h"

#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace gongshi {
namespace {

// What the frames of drop_pages() and of the call in it may take.
constexpr std::uintptr_t kOwnFrames = 512;
// More than the part of a page, and the frames, that drop_pages() leaves.
constexpr std::size_t kNearestBytes = 16384;

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

// Gives whole pages back to the system, which puts zeros in their place.
[[gnu::noinline]] void drop_pages() {
  thread_local void* const kLowest = lowest_of_stack();
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  const volatile char here = 0;
  const std::uintptr_t end = (reinterpret_cast<std::uintptr_t>(&here) - kOwnFrames) / page * page;
  const auto begin = reinterpret_cast<std::uintptr_t>(kLowest);
  if (kLowest != nullptr && begin < end) ::madvise(kLowest, end - begin, MADV_DONTNEED);
}

// Calls nothing: the first call of a library's function saves registers further down.
[[gnu::noinline]] void clear_nearest() {
  std::array<volatile std::uint64_t, kNearestBytes / sizeof(std::uint64_t)> nearest;
  for (volatile std::uint64_t& word : nearest) word = 0;
}

}  // namespace

void wipe_nearest_stack() { clear_nearest(); }

void wipe_stack_below() {
  drop_pages();
  clear_nearest();
}

}  // namespace gongshi
