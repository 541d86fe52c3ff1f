// Bytes on a connection, through the real server, httplib's parser and our routes. Properties: the
// server lives; whatever it answers is a whole answer of HTTP/1.1 with our headers, and nothing
// follows that is not another one.
#include <gtest/gtest.h>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>

#include "intake/http/server.h"
#include "tests/http/sample_portal.h"
#include "tests/http/wire.h"

namespace gongshi {
namespace {

void expect(bool holds) {
  if (!holds) std::abort();
}

// Serves as long as the process.
class Target {
 public:
  Target()
      : server_(Server::listen({.host = "127.0.0.1", .port = 0}, sample_.open(),
                               {.times = {.request = std::chrono::milliseconds(2'000),
                                          .write = std::chrono::milliseconds(2'000),
                                          .idle = std::chrono::milliseconds(2'000),
                                          .linger = std::chrono::milliseconds(50)}})
                    .value()),
        thread_([this] { server_.run(); }) {
    const std::string url = server_.url();
    std::from_chars(url.data() + url.rfind(':') + 1, url.data() + url.size(), port_);
  }
  ~Target() { server_.stop(); }

  std::string say(std::string_view bytes) const {
    const Wire wire(port_);
    wire.send(bytes);
    wire.finish_sending();
    return wire.receive_all();
  }

 private:
  SamplePortal sample_;
  Server server_;
  std::jthread thread_;
  int port_ = 0;
};

std::size_t length_of(std::string_view head) {
  constexpr std::string_view kName = "\r\nContent-Length: ";
  const auto begin = head.find(kName);
  std::size_t length = 0;
  if (begin != std::string_view::npos) {
    std::from_chars(head.data() + begin + kName.size(), head.data() + head.size(), length);
  }
  return length;
}

// An answer to HEAD announces a body that does not follow.
void expect_whole_answer(std::string_view& rest) {
  expect(rest.starts_with("HTTP/1.1 "));
  const auto end = rest.find("\r\n\r\n");
  expect(end != std::string_view::npos);
  const std::string_view head = rest.substr(0, end + 4);
  rest.remove_prefix(head.size());
  if (head.starts_with("HTTP/1.1 100 ")) return;
  expect(head.find("\r\nX-Content-Type-Options: nosniff\r\n") != std::string_view::npos);
  const std::size_t length = length_of(head);
  if (rest.empty() || rest.starts_with("HTTP/1.1 ")) return;
  expect(rest.size() >= length);
  rest.remove_prefix(length);
}

}  // namespace
}  // namespace gongshi

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const gongshi::Target target;
  const std::string answers = target.say({reinterpret_cast<const char*>(data), size});
  std::string_view rest = answers;
  while (!rest.empty()) gongshi::expect_whole_answer(rest);
  gongshi::expect(!testing::Test::HasFailure());
  return 0;
}
