// SIGTERM and SIGINT as a call on an ordinary thread, where locks may be taken.
#ifndef INTAKE_COMMAND_STOP_SIGNAL_H_
#define INTAKE_COMMAND_STOP_SIGNAL_H_

#include <functional>
#include <thread>

namespace gongshi {

// Holds the two signals back in this thread and in all that it starts from now on: call it before
// any other thread exists.
void hold_stop_signals();

// Waits for the held signals as long as it lives.
class StopSignal {
 public:
  // Calls `stop` once, from another thread, when the first of the two comes in.
  explicit StopSignal(std::function<void()> stop);
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;
  // Afterwards `stop` is not called any more.
  ~StopSignal();

 private:
  std::thread waiting_;
};

}  // namespace gongshi

#endif  // INTAKE_COMMAND_STOP_SIGNAL_H_
