// Files of the person who verifies: read whole, and the head last seen written whole or not at all.
#ifndef INTAKE_VERIFY_WHOLE_FILE_H_
#define INTAKE_VERIFY_WHOLE_FILE_H_

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "generator/notice/error.h"

namespace gongshi {

// NotFound when there is none, Unavailable when it cannot be read or has more than `bytes_max`.
Result<std::string> read_whole_file(const std::filesystem::path& file, std::size_t bytes_max);

// Whoever reads meanwhile, and whoever comes after a crash, finds the old bytes or the new ones.
Result<void> write_whole_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace gongshi

#endif  // INTAKE_VERIFY_WHOLE_FILE_H_
