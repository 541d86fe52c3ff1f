// A new file that names people or opens what they wrote: readable for its owner alone (0600), and
// never in the place of another.
#ifndef INTAKE_DESK_PRIVATE_FILE_H_
#define INTAKE_DESK_PRIVATE_FILE_H_

#include <filesystem>
#include <string_view>

#include "generator/notice/error.h"

namespace gongshi {

// Taken back unless it is finished. Used by one thread.
class PrivateFile {
 public:
  explicit PrivateFile(std::filesystem::path path);
  PrivateFile(const PrivateFile&) = delete;
  PrivateFile& operator=(const PrivateFile&) = delete;
  ~PrivateFile();

  // 0, or what the system says (errno).
  int problem() const { return problem_; }

  void write(std::string_view bytes);
  // Durable when there is no problem afterwards.
  void finish();

 private:
  const std::filesystem::path path_;
  const int number_;
  int problem_;
  bool finished_ = false;
};

// Whole, or not at all. Conflict, naming it, when it is there already, Unavailable when the disk
// says no.
Result<void> write_private_file(const std::filesystem::path& file, std::string_view text);

}  // namespace gongshi

#endif  // INTAKE_DESK_PRIVATE_FILE_H_
