#include "intake/command/daily_task.h"

#include <chrono>
#include <utility>

namespace gongshi {

DailyTask::DailyTask(std::function<void()> task) {
  task();
  thread_ = std::jthread([this, task = std::move(task)](const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
      const bool ended = stopping_.wait_for(lock, stop, std::chrono::hours(24),
                                            [&] { return stop.stop_requested(); });
      if (!ended && !stop.stop_requested()) task();
    }
  });
}

DailyTask::~DailyTask() = default;

}  // namespace gongshi
