// Reading a file whole, and writing one whole or not at all.
#ifndef INTAKE_DESK_REPLACE_FILE_H_
#define INTAKE_DESK_REPLACE_FILE_H_

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "generator/notice/error.h"

namespace gongshi {

// After it returns the file holds exactly `bytes`, on disk, and whoever reads meanwhile sees the
// old file or the new one, never a part. Made readable for all, as content is. Unavailable, with
// the file's name, when the folder is missing, full or read-only: then the old file stands.
Result<void> replace_file(const std::filesystem::path& file, std::string_view bytes);

// NotFound when there is none, Invalid over `bytes_max`, Unavailable when it cannot be read.
Result<std::string> read_file(const std::filesystem::path& file, std::size_t bytes_max);

}  // namespace gongshi

#endif  // INTAKE_DESK_REPLACE_FILE_H_
