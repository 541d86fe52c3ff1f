// How many files and connections this process may have open at once.
#ifndef INTAKE_COMMAND_OPEN_FILES_H_
#define INTAKE_COMMAND_OPEN_FILES_H_

#include <cstddef>

namespace gongshi {

// Raises the soft limit (RLIMIT_NOFILE) to `count` where it is lower, as far as the hard one lets
// it. Returns what is allowed now.
std::size_t allow_open_files(std::size_t count);

}  // namespace gongshi

#endif  // INTAKE_COMMAND_OPEN_FILES_H_
