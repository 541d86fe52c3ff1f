// The real server on a real socket, over the sample portal.
#ifndef TESTS_HTTP_SAMPLE_SERVER_H_
#define TESTS_HTTP_SAMPLE_SERVER_H_

#include <gtest/gtest.h>
#include <httplib.h>

#include <charconv>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "intake/http/server.h"
#include "tests/http/sample_portal.h"
#include "tests/http/wire.h"

namespace gongshi {

inline int port_of(const std::string& url) {
  int port = 0;
  std::from_chars(url.data() + url.rfind(':') + 1, url.data() + url.size(), port);
  return port;
}

// A server that runs as long as the object lives.
class RunningServer {
 public:
  explicit RunningServer(std::shared_ptr<Portal> portal, const ServerOptions& options = {})
      : server_(
            Server::listen({.host = "127.0.0.1", .port = 0}, std::move(portal), options).value()),
        thread_([this] { server_.run(); }) {}
  ~RunningServer() { server_.stop(); }

  int port() const { return port_of(server_.url()); }
  void stop() { server_.stop(); }

 private:
  Server server_;
  std::jthread thread_;
};

inline Parts sample_parts() {
  const SentForm form = sample_form();
  return {form.fields.begin(), form.fields.end()};
}

inline Parts sample_parts(const std::string& form_id) {
  const SentForm form = sample_form_with("form_id", form_id);
  return {form.fields.begin(), form.fields.end()};
}

class ServerTest : public testing::Test {
 protected:
  int port() const { return server_->port(); }

  // One request, everything that comes back until the server closes.
  std::string say(std::string_view bytes) const {
    const Wire wire(port());
    wire.send(bytes);
    wire.finish_sending();
    return wire.receive_all();
  }

  httplib::Client client() const { return httplib::Client("127.0.0.1", port()); }

  SamplePortal sample_;
  std::optional<RunningServer> server_{std::in_place, sample_.open()};
};

}  // namespace gongshi

#endif  // TESTS_HTTP_SAMPLE_SERVER_H_
