// Single files that a command reads or makes. Content folders and sites have their own ways.
#ifndef GENERATOR_COMMAND_FILES_H_
#define GENERATOR_COMMAND_FILES_H_

#include <filesystem>
#include <string>
#include <string_view>

#include "generator/notice/error.h"

namespace gongshi {

// NotFound when there is no such file or it cannot be read; the sentence names it.
Result<std::string> read_file(const std::filesystem::path& path);

// Makes a file, and the folders above it. Conflict when something of that name is there already: a
// file that somebody wrote is never overwritten. Unavailable when the disk refuses.
Result<void> write_new_file(const std::filesystem::path& path, std::string_view bytes);

// Puts `bytes` in the place of a file that holds `before`: whoever reads meanwhile, and whoever
// comes after a crash, finds the one or the other whole; its rights stay. Conflict when it holds
// something else by now: somebody is writing in it. Unavailable when the disk refuses.
Result<void> replace_file(const std::filesystem::path& path, std::string_view before,
                          std::string_view bytes);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_FILES_H_
