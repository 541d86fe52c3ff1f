// The lines that problems stand in, out of the files that were read.
#ifndef GENERATOR_COMMAND_SOURCE_LINES_H_
#define GENERATOR_COMMAND_SOURCE_LINES_H_

#include <optional>
#include <string>
#include <string_view>

#include "generator/load/source_tree.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// Asked in the order of places, it walks through each file once, however many problems there are.
class SourceLines {
 public:
  // `tree` must outlive the object.
  explicit SourceLines(const SourceTree& tree);

  // The line without its end and without a byte order mark, as the loader read it: a CSV in
  // GB18030 comes as UTF-8; other bytes come as they are. Nothing for a file that is not in the
  // tree, and for a line that it does not have. Valid until the next call.
  std::optional<std::string_view> line_of(const Place& place);

 private:
  void open(const std::string& file);

  const SourceTree& tree_;
  std::string file_;       // the one that is open
  std::string decoded_;    // its text, when the tree has it in another encoding
  std::string_view rest_;  // from the beginning of line `line_` on
  int line_ = 0;           // 0: no such file
};

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_SOURCE_LINES_H_
