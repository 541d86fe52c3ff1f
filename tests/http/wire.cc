#include "tests/http/wire.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>

namespace gongshi {
namespace {

constexpr int kPatienceMilliseconds = 20'000;

}  // namespace

Wire::Wire(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  EXPECT_EQ(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
}

Wire::~Wire() { ::close(socket_); }

bool Wire::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void Wire::finish_sending() const { ::shutdown(socket_, SHUT_WR); }

bool Wire::is_readable(int milliseconds) const {
  pollfd waiting{.fd = socket_, .events = POLLIN, .revents = 0};
  return ::poll(&waiting, 1, milliseconds) > 0;
}

std::string Wire::receive_all() const {
  std::string all;
  std::array<char, 4096> buffer{};
  while (is_readable(kPatienceMilliseconds)) {
    const ssize_t got = ::recv(socket_, buffer.data(), buffer.size(), 0);
    if (got <= 0) return all;
    all.append(buffer.data(), static_cast<std::size_t>(got));
  }
  ADD_FAILURE() << "the connection is still open after: " << all;
  return all;
}

std::string Wire::receive_one() const {
  std::string text;
  std::size_t size = std::string::npos;
  while (text.size() < size && is_readable(kPatienceMilliseconds)) {
    char c = 0;
    if (::recv(socket_, &c, 1, 0) <= 0) break;
    text += c;
    if (size != std::string::npos || !text.ends_with("\r\n\r\n")) continue;
    const std::string name = "Content-Length: ";
    const auto begin = text.find(name);
    std::size_t length = 0;
    if (begin != std::string::npos) {
      std::from_chars(text.data() + begin + name.size(), text.data() + text.size(), length);
    }
    size = text.size() + length;
  }
  return text;
}

std::string multipart(const Parts& parts) {
  std::string body;
  for (const auto& [name, value] : parts) {
    body += fmt::format("--gongshi\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{}\r\n",
                        name, value);
  }
  return body + "--gongshi--\r\n";
}

std::string post_text(std::string_view path, std::string_view body, std::string_view headers) {
  return fmt::format(
      "POST {} HTTP/1.1\r\nHost: gongshi.example\r\n"
      "Content-Type: multipart/form-data; boundary=gongshi\r\n{}Content-Length: {}\r\n\r\n{}",
      path, headers, body.size(), body);
}

}  // namespace gongshi
