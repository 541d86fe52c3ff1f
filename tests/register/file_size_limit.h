// A full disk, without one.
#ifndef TESTS_REGISTER_FILE_SIZE_LIMIT_H_
#define TESTS_REGISTER_FILE_SIZE_LIMIT_H_

#include <signal.h>
#include <sys/resource.h>

#include <cstdint>

namespace gongshi {

// No file may grow beyond `bytes` while this lives: what a full disk does, for this process.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(std::uintmax_t bytes) {
    ::signal(SIGXFSZ, SIG_IGN);  // otherwise the kernel ends the process
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit limited = before_;
    limited.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &limited);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

}  // namespace gongshi

#endif  // TESTS_REGISTER_FILE_SIZE_LIMIT_H_
