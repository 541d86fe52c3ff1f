// Where the public log is read from: an address, or a folder into which somebody has copied it.
// The only place of the verifier that uses the network.
#ifndef INTAKE_VERIFY_LOG_SOURCE_H_
#define INTAKE_VERIFY_LOG_SOURCE_H_

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "generator/notice/error.h"

namespace gongshi {

// No file of a log is larger: 256 leaves, each of the longest, after two bytes of length.
inline constexpr std::size_t kLogFileBytesMax = std::size_t{256} * (65'535 + 2);

// How long a server may keep silent. Ours answers in milliseconds; a bad line takes seconds.
inline constexpr std::chrono::seconds kLogSourceWait{30};

// Gives a file of the log by its path below /log/: "checkpoint", "tile/0/000.p/8". Unavailable
// when it cannot be had, with a Chinese sentence.
using LogSource = std::function<Result<std::string>(std::string_view path)>;

// "https://host/log", "http://…", or a folder. Invalid for an address of another kind.
Result<LogSource> open_log_source(const std::string& where);

}  // namespace gongshi

#endif  // INTAKE_VERIFY_LOG_SOURCE_H_
