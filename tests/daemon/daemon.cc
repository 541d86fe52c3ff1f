#include "tests/daemon/daemon.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <charconv>

extern char** environ;

namespace gongshi {
namespace {

std::string read_line(int from) {
  std::string line;
  for (char c = 0; ::read(from, &c, 1) == 1 && c != '\n';) line += c;
  return line;
}

}  // namespace

Daemon::Daemon(const std::vector<std::string>& arguments) {
  std::array<int, 2> output{};
  EXPECT_EQ(::pipe2(output.data(), O_CLOEXEC), 0);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
  std::vector<std::string> words = {GONGSHI_PROGRAM, "serve"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  EXPECT_EQ(::posix_spawn(&process_, GONGSHI_PROGRAM, &actions, nullptr, pointers.data(), environ),
            0);
  posix_spawn_file_actions_destroy(&actions);
  ::close(output[1]);
  const std::string line = read_line(output[0]);
  ::close(output[0]);
  EXPECT_EQ(line.substr(0, 30), "listening on http://127.0.0.1:");
  const auto colon = line.rfind(':');
  if (colon != std::string::npos) {
    std::from_chars(line.data() + colon + 1, line.data() + line.size(), port_);
  }
}

Daemon::~Daemon() {
  if (process_ != 0) end_with(SIGKILL);
}

std::filesystem::path Daemon::proc(std::string_view name) const {
  return std::filesystem::path("/proc") / std::to_string(process_) / name;
}

int Daemon::end_with(int signal) {
  ::kill(process_, signal);
  int status = 0;
  EXPECT_EQ(::waitpid(process_, &status, 0), process_);
  process_ = 0;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace gongshi
