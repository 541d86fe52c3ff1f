// Runs the real program `gongshi` in a folder of its own.
#ifndef TESTS_COMMAND_PROGRAM_RUN_H_
#define TESTS_COMMAND_PROGRAM_RUN_H_

#include <filesystem>
#include <string>

#include "generator/load/source_tree.h"

namespace gongshi {

struct ProgramRun {
  int exit_code = -1;
  std::string out;
  std::string err;
};

// A fresh folder, removed with everything in it at the end.
class WorkFolder {
 public:
  WorkFolder();
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

  // Writes the tree's files below its root.
  void write(const SourceTree& tree) const;

  // Runs the program there, with `arguments` as a shell reads them.
  ProgramRun run(const std::string& arguments) const;

  // Runs a command of the shell there.
  ProgramRun shell(const std::string& command) const;

 private:
  std::filesystem::path path_;
};

}  // namespace gongshi

#endif  // TESTS_COMMAND_PROGRAM_RUN_H_
