// Something that a running program does once a day, such as sweeping.
#ifndef INTAKE_COMMAND_DAILY_TASK_H_
#define INTAKE_COMMAND_DAILY_TASK_H_

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace gongshi {

class DailyTask {
 public:
  // Does `task` at once, before it returns, and then every 24 hours on a thread of its own.
  explicit DailyTask(std::function<void()> task);
  DailyTask(const DailyTask&) = delete;
  DailyTask& operator=(const DailyTask&) = delete;
  // Afterwards `task` is not run any more.
  ~DailyTask();

 private:
  std::mutex mutex_;
  std::condition_variable_any stopping_;
  std::jthread thread_;
};

}  // namespace gongshi

#endif  // INTAKE_COMMAND_DAILY_TASK_H_
