// The bytes of one file of content, whatever stands at its name by the time it is opened.
#ifndef GENERATOR_LOAD_BOUNDED_FILE_H_
#define GENERATOR_LOAD_BOUNDED_FILE_H_

#include <cstdint>
#include <filesystem>
#include <string>

namespace gongshi {

enum class ReadOutcome {
  Read,
  TooLarge,    // has more than `limit` bytes, also when it has grown since somebody looked
  NotAFile,    // a pipe, socket, device or folder: never waited for
  Unreadable,  // not there, a symbolic link, no permission, or the disk failed
};

struct BoundedFile {
  ReadOutcome outcome = ReadOutcome::Unreadable;
  std::string bytes;  // all of them when Read, else empty
};

// Never holds more than `limit` bytes and one in memory.
BoundedFile read_bounded_file(const std::filesystem::path& path, std::uintmax_t limit);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_BOUNDED_FILE_H_
