// A file of content: its name as diagnostics print it, and its bytes as they stand on disk.
#ifndef GENERATOR_NOTICE_SOURCE_FILE_H_
#define GENERATOR_NOTICE_SOURCE_FILE_H_

#include <string>

namespace gongshi {

struct SourceFile {
  std::string path;
  std::string bytes;
};

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_SOURCE_FILE_H_
