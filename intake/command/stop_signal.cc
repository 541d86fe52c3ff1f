#include "intake/command/stop_signal.h"

#include <pthread.h>
#include <signal.h>

#include <utility>

namespace gongshi {
namespace {

constexpr int kNoMoreWaiting = SIGUSR1;  // from the destructor to its own thread

sigset_t held_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, kNoMoreWaiting);
  return signals;
}

}  // namespace

void hold_stop_signals() {
  const sigset_t signals = held_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

StopSignal::StopSignal(std::function<void()> stop)
    : waiting_([stop = std::move(stop)] {
        const sigset_t signals = held_signals();
        int which = 0;
        sigwait(&signals, &which);
        if (which != kNoMoreWaiting) stop();
      }) {}

StopSignal::~StopSignal() {
  pthread_kill(waiting_.native_handle(), kNoMoreWaiting);
  waiting_.join();
}

}  // namespace gongshi
