#include "intake/command/no_dumps.h"

#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <cerrno>
#include <system_error>

namespace gongshi {

Result<void> keep_out_of_dumps() {
  const rlimit none{.rlim_cur = 0, .rlim_max = 0};
  if (::setrlimit(RLIMIT_CORE, &none) == 0 && ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0) return {};
  return failure(ErrorKind::Unavailable,
                 fmt::format("不能禁止系统在崩溃时保存内存（{}），没有打开钥匙",
                             std::generic_category().message(errno)));
}

}  // namespace gongshi
