// The daemon and the desk are two processes on one file.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "intake/register/register.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

// Runs `work` in a process of its own and gives its id; the exit code says whether it held.
pid_t in_child(const std::function<bool()>& work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work() ? 0 : 1);
  EXPECT_GT(child, 0);
  return child;
}

int exit_code(pid_t child) {
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(RegisterProcessesTest, TwoProcessesAppendToOneTree) {
  constexpr int kEach = 60;
  const SampleFolder folder;
  const std::filesystem::path data = folder / "data";
  ASSERT_TRUE(Register::create(data, {std::string(kSampleOrigin)}));

  const auto append_some = [&](const std::string& name) {
    auto reg = Register::open(data);
    if (!reg) return false;
    for (int i = 0; i < kEach; ++i) {
      const std::array batch = {sample_objection(name + std::to_string(i)),
                                sample_objection("shared " + std::to_string(i))};
      const auto rows = reg->append_all(batch);
      if (!rows || rows->size() != batch.size()) return false;
      const ObjectionEvent decision{.kind = EventKind::Decided,
                                    .at = sample_instant(),
                                    .actor = name,
                                    .outcome = Outcome::Unfounded,
                                    .text = "不属实"};
      if (!reg->append_event(rows->front().number, 0, decision)) return false;
    }
    return true;
  };
  const pid_t daemon = in_child([&] { return append_some("daemon"); });
  const pid_t desk = in_child([&] { return append_some("desk"); });
  EXPECT_EQ(exit_code(daemon), 0);
  EXPECT_EQ(exit_code(desk), 0);

  EXPECT_EQ(Register::open(data)->list(std::nullopt)->size(), 3U * kEach);
  expect_whole(data);
}

// Appends until it is killed, and reports each number when, and only when, it has the row.
void append_and_report(const std::filesystem::path& data, const std::string& name, int pipe) {
  auto reg = Register::open(data);
  for (int i = 0; reg; ++i) {
    const auto row = reg->append(sample_objection(name + std::to_string(i)));
    if (!row) return;
    const std::string line = row->number + "\n";
    if (::write(pipe, line.data(), line.size()) != static_cast<ssize_t>(line.size())) return;
  }
}

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0, to = 0; (to = text.find('\n', from)) != text.npos; from = to + 1) {
    lines.push_back(text.substr(from, to - from));
  }
  return lines;
}

TEST(RegisterProcessesTest, WhatWasAcknowledgedSurvivesAKill) {
  const SampleFolder folder;
  const std::filesystem::path data = folder / "data";
  ASSERT_TRUE(Register::create(data, {std::string(kSampleOrigin)}));
  for (std::size_t round = 0; round < 8; ++round) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    const pid_t child = in_child([&] {
      append_and_report(data, std::to_string(round) + "-", ends[1]);
      return false;
    });
    ::close(ends[1]);
    std::string reported;
    std::array<char, 64> bytes{};
    // Another number of rows each round, so that the kill falls on another step.
    while (split_lines(reported).size() < 5 + 3 * round) {
      const ssize_t size = ::read(ends[0], bytes.data(), bytes.size());
      ASSERT_GT(size, 0);
      reported.append(bytes.data(), static_cast<std::size_t>(size));
    }
    ::kill(child, SIGKILL);
    for (ssize_t size = 0; (size = ::read(ends[0], bytes.data(), bytes.size())) > 0;) {
      reported.append(bytes.data(), static_cast<std::size_t>(size));
    }
    ::close(ends[0]);
    EXPECT_EQ(exit_code(child), -1);

    const auto reg = Register::open(data);
    ASSERT_TRUE(reg) << reg.error().message;
    for (const std::string& number : split_lines(reported)) {
      EXPECT_TRUE(reg->find_by_number(number).value()) << number << " was acknowledged and is gone";
    }
  }
  expect_whole(data);
}

}  // namespace
}  // namespace gongshi
