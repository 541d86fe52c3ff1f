// Many clients at once who want nothing, or want it slowly, and one who files.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "intake/command/open_files.h"
#include "intake/http/limits.h"
#include "tests/daemon/daemon.h"
#include "tests/http/sample_portal.h"
#include "tests/http/wire.h"

namespace gongshi {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using testing::StartsWith;

constexpr std::size_t kCrowd = 1'000;
static_assert(kCrowd > kConnectionsMax + kConnectionsWaitingMax);

// Connections of which one half says nothing and one half a byte now and then, each until it is
// ended, and then again.
class Crowd {
 public:
  explicit Crowd(int port) : port_(port), wires_(kCrowd) { come_again(); }

  // Every slow sender sends its next byte, and who was ended comes again.
  void come_again() {
    for (std::size_t i = 0; i < wires_.size(); ++i) {
      const bool silent = i % 2 == 0;
      if (wires_[i] && !wires_[i]->is_readable(0) && (silent || wires_[i]->send("x"))) continue;
      wires_[i] = std::make_unique<Wire>(port_);
      if (!silent) wires_[i]->send(kBegun);
    }
  }

 private:
  static constexpr std::string_view kBegun =
      "POST /objections HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n"
      "Content-Type: multipart/form-data; boundary=gongshi\r\n\r\n";

  int port_;
  std::vector<std::unique_ptr<Wire>> wires_;
};

class CrowdTest : public testing::Test {
 protected:
  // This process holds the far end of each.
  void SetUp() override { ASSERT_GE(allow_open_files(kCrowd + 200), kCrowd + 200); }

  static std::string form(std::string_view field, const std::string& value) {
    const SentForm form = sample_form_with(field, value);
    return post_text("/objections", multipart({form.fields.begin(), form.fields.end()}),
                     "Connection: close\r\n");
  }

  static std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  SamplePortal sample_;
  Daemon daemon_{{"--data", sample_.data().string(), "--site", sample_.site().string(), "--listen",
                  "127.0.0.1:0", "--clock", std::string(kWhileOpen)}};
};

TEST_F(CrowdTest, AThousandSlowConnectionsDoNotStopAFiling) {
  Crowd crowd(daemon_.port());
  milliseconds fastest = milliseconds::max();
  for (int round = 0; round < 3; ++round) {
    crowd.come_again();
    const auto begin = steady_clock::now();
    const Wire wire(daemon_.port());
    wire.send(form("form_id", fmt::format("through-the-crowd-{}", round)));
    EXPECT_THAT(wire.receive_all(), StartsWith("HTTP/1.1 201"));
    const auto spent = steady_clock::now() - begin;
    fastest = std::min(fastest, std::chrono::duration_cast<milliseconds>(spent));
  }
  // The fastest of three: a test machine may be busy for a second. Who waits for a place that
  // nobody leaves waits for five seconds at least.
  EXPECT_LT(fastest, milliseconds(1'000));
  EXPECT_EQ(sample_.count_objections(), 3U);
}

// The numbers of limits.h fit together: all connections, the register, the site and the log within
// the files that `serve` asks for.
TEST_F(CrowdTest, ACrowdFitsIntoTheOpenFilesOfTheProcess) {
  const std::string limits = text_of(daemon_.proc("limits"));
  const auto line = limits.find("Max open files");
  ASSERT_NE(line, std::string::npos);
  EXPECT_GE(std::stoul(limits.substr(line + 14)), kOpenFilesMin);
  Crowd crowd(daemon_.port());
  const Wire wire(daemon_.port());
  wire.send(form("form_id", "through-the-crowd-9"));
  EXPECT_THAT(wire.receive_all(), StartsWith("HTTP/1.1 201"));
  crowd.come_again();
  const std::filesystem::directory_iterator open(daemon_.proc("fd"));
  const auto count = static_cast<std::size_t>(std::distance(begin(open), end(open)));
  EXPECT_GT(count, kConnectionsMax);
  EXPECT_LE(count, kOpenFilesMin);
}

// What a machine for a small office has to spare. A sanitizer holds memory of its own.
TEST_F(CrowdTest, ACrowdTakesLittleMemory) {
  Crowd crowd(daemon_.port());
  const Wire wire(daemon_.port());
  wire.send(form("form_id", "through-the-crowd-8"));
  EXPECT_THAT(wire.receive_all(), StartsWith("HTTP/1.1 201"));
  const std::string status = text_of(daemon_.proc("status"));
  const auto line = status.find("VmHWM:");
  ASSERT_NE(line, std::string::npos);
  const std::size_t kilobytes = std::stoul(status.substr(line + 6));
  RecordProperty("VmHWM_kB", static_cast<int>(kilobytes));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  EXPECT_LT(kilobytes, 64U * 1024);
#endif
}

TEST_F(CrowdTest, ASlowButHonestUploadGoesThrough) {
  Crowd crowd(daemon_.port());
  const Wire wire(daemon_.port());
  const std::string request = form("statement", std::string(4'000, 'x'));
  constexpr std::size_t kPiece = 500;
  for (std::size_t begin = 0; begin < request.size(); begin += kPiece) {
    ASSERT_TRUE(wire.send(request.substr(begin, kPiece)));
    crowd.come_again();
    ASSERT_FALSE(begin + kPiece < request.size() && wire.is_readable(100)) << begin;
  }
  EXPECT_THAT(wire.receive_all(), StartsWith("HTTP/1.1 201"));
}

}  // namespace
}  // namespace gongshi
