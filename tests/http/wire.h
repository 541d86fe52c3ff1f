// A client that sends exactly the bytes it is told, for what no proper client would send.
#ifndef TESTS_HTTP_WIRE_H_
#define TESTS_HTTP_WIRE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongshi {

class Wire {
 public:
  // Connects to 127.0.0.1; fails the test when nobody listens.
  explicit Wire(int port);
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;
  ~Wire();

  // False when the other side has closed.
  bool send(std::string_view bytes) const;
  // Says that nothing more is sent.
  void finish_sending() const;
  // Everything until the other side closes. Fails the test when it has not within 20 seconds.
  std::string receive_all() const;
  // One answer with a Content-Length, on a connection that stays open.
  std::string receive_one() const;
  // True when the other side has said something, or closed, within the time.
  bool is_readable(int milliseconds) const;

 private:
  int socket_;
};

using Parts = std::vector<std::pair<std::string, std::string>>;

// A multipart body with the boundary "gongshi".
std::string multipart(const Parts& parts);

// "POST path" with that body, and `headers`, each ending in CR LF.
std::string post_text(std::string_view path, std::string_view body, std::string_view headers = {});

}  // namespace gongshi

#endif  // TESTS_HTTP_WIRE_H_
