#include "generator/preview/preview_server.h"

#include <fmt/format.h>
#include <httplib.h>

#include <chrono>
#include <string>
#include <thread>
#include <utility>

namespace gongshi {
namespace {

constexpr std::size_t kThreads = 24;            // a browser keeps six connections, in four windows
constexpr std::chrono::seconds kStateWait{20};  // then the page asks again
constexpr time_t kKeepAliveSeconds = 1;         // stopping waits for it
constexpr std::size_t kBodyBytesMax = 0;

const httplib::Headers& headers_of_all() {
  static const httplib::Headers kHeaders = {
      {"Content-Security-Policy",
       "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
       "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Cache-Control", "no-store"},
  };
  return kHeaders;
}

bool is_this_machine(const std::string& host, int port) {
  for (const char* name : {"127.0.0.1", "localhost"}) {
    if (host == fmt::format("{}:{}", name, port) || (port == 80 && host == name)) return true;
  }
  return false;
}

}  // namespace

struct PreviewServer::State {
  explicit State(PreviewSite& shown) : site(shown) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    site.close();
    server.stop();
    if (thread.joinable()) thread.join();
  }

  void set_up();
  void answer(const httplib::Request& request, httplib::Response& response) const;

  PreviewSite& site;
  httplib::Server server;
  int port = 0;
  std::thread thread;
};

void PreviewServer::State::set_up() {
  server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
  server.set_payload_max_length(kBodyBytesMax);
  // Not the library's own, which let two programs share a port.
  server.set_socket_options([](socket_t listening) {
    const int yes = 1;
    setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  server.set_keep_alive_timeout(kKeepAliveSeconds);
  server.set_tcp_nodelay(true);  // or an answer in two parts waits 40 ms for the other side
  server.set_default_headers(headers_of_all());
  // Not Get(".*"): the library's own routes are regular expressions, whose stack grows with a path.
  server.set_pre_routing_handler(
      [this](const httplib::Request& request, httplib::Response& response) {
        answer(request, response);
        return httplib::Server::HandlerResponse::Handled;
      });
}

void PreviewServer::State::answer(const httplib::Request& request,
                                  httplib::Response& response) const {
  if (!is_this_machine(request.get_header_value("Host"), port)) {
    response.status = 403;
    return;
  }
  if (request.method != "GET" && request.method != "HEAD") {
    response.status = 405;
    return;
  }
  if (request.path == kPreviewStatePath) {
    response.set_content(site.state_after(request.get_param_value("after"), kStateWait),
                         "application/json");
    return;
  }
  const PreviewAnswer answer = site.answer(request.path);
  response.status = answer.status;
  if (!answer.location.empty()) response.set_header("Location", answer.location);
  response.set_content(answer.body, answer.content_type);
}

PreviewServer::PreviewServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
PreviewServer::PreviewServer(PreviewServer&&) noexcept = default;
PreviewServer& PreviewServer::operator=(PreviewServer&&) noexcept = default;
PreviewServer::~PreviewServer() = default;

int PreviewServer::port() const { return state_->port; }

Result<PreviewServer> PreviewServer::start(PreviewSite& site, int port) {
  auto state = std::make_unique<State>(site);
  state->set_up();
  const bool is_bound = port == 0 || state->server.bind_to_port("127.0.0.1", port);
  state->port = port == 0 ? state->server.bind_to_any_port("127.0.0.1") : port;
  if (!is_bound || state->port <= 0) {
    return failure(ErrorKind::Unavailable,
                   fmt::format("端口 {} 用不了，可能被别的程序占着；请用 --port 换一个", port));
  }
  state->thread = std::thread([&server = state->server] { server.listen_after_bind(); });
  // stop() is not heard by a server that is not running yet.
  while (!state->server.is_running()) std::this_thread::yield();
  return PreviewServer(std::move(state));
}

}  // namespace gongshi
