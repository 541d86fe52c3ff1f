#include "generator/load/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>
#include <vector>

namespace gongshi {

int processors() {
  return static_cast<int>(
      std::clamp(std::thread::hardware_concurrency(), 1U, unsigned{kThreadsMax}));
}

void in_parallel(std::size_t count, int threads, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  const auto take_some = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> others;
  for (int i = 1; i < threads && std::cmp_less(i, count); ++i) others.emplace_back(take_some);
  take_some();
}

}  // namespace gongshi
