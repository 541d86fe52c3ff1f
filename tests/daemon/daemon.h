// The real program `gongshi-intake serve`, running as a process of its own.
#ifndef TESTS_DAEMON_DAEMON_H_
#define TESTS_DAEMON_DAEMON_H_

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

class Daemon {
 public:
  // Starts it with these words after "serve" and waits until it says where it listens. Fails the
  // test when it ends instead.
  explicit Daemon(const std::vector<std::string>& arguments);
  Daemon(const Daemon&) = delete;
  Daemon& operator=(const Daemon&) = delete;
  // Kills what still runs.
  ~Daemon();

  int port() const { return port_; }
  // A file of /proc about it: "status", "limits".
  std::filesystem::path proc(std::string_view name) const;

  // Sends the signal and waits for the end: the exit code, or minus the signal that ended it.
  int end_with(int signal);

 private:
  pid_t process_ = 0;  // 0 once it has been waited for
  int port_ = 0;
};

}  // namespace gongshi

#endif  // TESTS_DAEMON_DAEMON_H_
