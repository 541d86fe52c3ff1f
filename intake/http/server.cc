#include "intake/http/server.h"

#include <fmt/format.h>
#include <httplib.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <utility>

#include "generator/notice/digest.h"
#include "intake/http/client_network.h"
#include "intake/http/connection.h"
#include "intake/http/connection_threads.h"
#include "intake/http/form_reader.h"
#include "intake/http/limits.h"
#include "intake/http/request_rules.h"
#include "intake/http/routes.h"
#include "intake/http/security_headers.h"
#include "intake/http/stack_wipe.h"
#include "intake/seal/random_bytes.h"

namespace gongshi {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

// What this thread serves: httplib hands its handlers only what it parsed.
struct Served {
  Connection& connection;
  // Of the request whose head was read last:
  std::optional<Problem> refusal = {};
  std::string content_type = {};
  std::string accept_encoding = {};
  bool was_read = false;  // answered with a file of the site
};
thread_local Served* served = nullptr;

bool is_well_formed(const httplib::Request& from) {
  const bool is_plain = served == nullptr || (served->connection.head().is_in_lines() &&
                                              served->connection.head().is_literal());
  return is_plain && std::ranges::all_of(from.headers, [](const auto& header) {
           return is_header_name(header.first);
         });
}

RequestHead head_of(const httplib::Request& from) {
  RequestHead head{.method = from.method,
                   .path = from.path,
                   .host = from.get_header_value("Host"),
                   .origin = from.get_header_value("Origin"),
                   .sec_fetch_site = from.get_header_value("Sec-Fetch-Site"),
                   .content_type = served != nullptr ? served->content_type : "",
                   .content_encoding = from.get_header_value("Content-Encoding"),
                   .transfer_encoding = from.get_header_value("Transfer-Encoding"),
                   .content_lengths = {},
                   .header_count = from.headers.size(),
                   .host_count = from.get_header_value_count("Host"),
                   .is_well_formed = is_well_formed(from)};
  const auto [first, last] = from.headers.equal_range("Content-Length");
  for (auto it = first; it != last; ++it) head.content_lengths.push_back(it->second);
  return head;
}

// A header that may be sent in several lines, as one list.
std::string joined(const httplib::Request& from, const char* name) {
  std::string list;
  const auto [first, last] = from.headers.equal_range(name);
  for (auto it = first; it != last; ++it) list.append(list.empty() ? "" : ",").append(it->second);
  return list;
}

// Random bytes are asked for many ids at a time: each asking is a call of the system.
std::string random_request_id() {
  constexpr std::size_t kIdBytes = 6;
  thread_local std::array<unsigned char, 64 * kIdBytes> bytes{};
  thread_local std::size_t used = bytes.size();
  if (used == bytes.size()) {
    fill_random(bytes);
    used = 0;
  }
  used += kIdBytes;
  return hex(std::span(bytes).subspan(used - kIdBytes, kIdBytes));
}

Request request_of(const httplib::Request& from) {
  Request request;
  request.id = random_request_id();
  request.method = from.method;
  request.path = from.path;
  request.query.insert(from.params.begin(), from.params.end());
  request.accept = from.get_header_value("Accept");
  if (served != nullptr) request.accept_encoding = served->accept_encoding;
  request.if_none_match = joined(from, "If-None-Match");
  request.cookie = from.get_header_value("Cookie");
  return request;
}

void send_stream(AnswerStream stream, const std::string& content_type, httplib::Response& to) {
  to.set_content_provider(
      stream.size, content_type,
      [next = std::move(stream.next)](std::size_t, std::size_t, httplib::DataSink& sink) {
        const auto piece = next();
        return piece && sink.write(piece->data(), piece->size());
      });
}

void send_held(const std::shared_ptr<const std::string>& held, const std::string& content_type,
               httplib::Response& to) {
  to.set_content_provider(held->size(), content_type,
                          [held](std::size_t offset, std::size_t, httplib::DataSink& sink) {
                            return sink.write(held->data() + offset, held->size() - offset);
                          });
}

void copy(Answer&& answer, httplib::Response& to) {
  to.status = answer.status;
  for (auto& [name, value] : answer.headers) to.set_header(name, value);
  if (answer.stream) return send_stream(*std::move(answer.stream), answer.content_type, to);
  if (answer.held && !answer.held->empty()) return send_held(answer.held, answer.content_type, to);
  to.headers.emplace("Content-Type", std::move(answer.content_type));
  to.body = std::move(answer.body);
}

// A file of the site, given out.
bool is_reading(const Answer& answer) { return answer.route == "static" && answer.status < 400; }

// Why a body or a head could not be read.
Problem blame(Problem client_problem) {
  return served != nullptr && served->connection.is_out_of_time() ? Problem::RequestTimeout
                                                                  : client_problem;
}

// httplib's server, with our connection under it and the responder behind it.
class Door : public httplib::Server {
 public:
  Door(std::shared_ptr<Responder> responder, const ServerOptions& options)
      : responder_(std::move(responder)), options_(options), stop_fd_(::eventfd(0, EFD_CLOEXEC)) {
    new_task_queue = [this] {
      return new ConnectionThreads(kConnectionsMax, kConnectionsWaitingMax,
                                   [this] { roster_.make_room(); });
    };
    set_payload_max_length(kFilingBytesMax);
    set_keep_alive_max_count(kRequestsPerConnectionMax);
    httplib::Headers headers;
    for (const auto& [name, value] : kSecurityHeaders) headers.emplace(name, value);
    set_default_headers(std::move(headers));
    // httplib's default shares the port with any other program of the same user.
    set_socket_options([](socket_t socket) {
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    set_tcp_nodelay(true);
    set_routes();
  }
  ~Door() override { ::close(stop_fd_); }

  // The port, or 0 with errno.
  int bind(const ListenAddress& address) {
    const int port = address.port == 0
                         ? bind_to_any_port(address.host)
                         : (bind_to_port(address.host, address.port) ? address.port : -1);
    if (port <= 0 || ::listen(svr_sock_, kListenBacklog) != 0) return 0;
    listening_socket_ = svr_sock_;
    return port;
  }

  // Works before, during and after listen_after_bind(): accept() fails from now on.
  void stop_accepting() {
    if (stopping_.exchange(true)) return;
    ::eventfd_write(stop_fd_, 1);
    ::shutdown(listening_socket_, SHUT_RDWR);
  }

 private:
  using Outcome = httplib::Server::HandlerResponse;

  void set_routes() {
    set_pre_routing_handler([this](const httplib::Request& from, httplib::Response& to) {
      return answer_without_body(from, to);
    });
    for (const std::string_view path : responder_->form_paths()) {
      Post(std::string(path),
           [this](const httplib::Request& from, httplib::Response& to,
                  const httplib::ContentReader& read) { answer_form(from, to, read); });
    }
    // httplib says 0, which is not the length of what a 304 stands for; any other length, clients
    // wait for. RFC 9110 asks for none.
    set_post_routing_handler([](const httplib::Request&, httplib::Response& to) {
      if (to.status == 304) to.headers.erase("Content-Length");
    });
    set_error_handler([this](const httplib::Request& from, httplib::Response& to) {
      if (to.body.empty()) explain(from, to);
    });
    // httplib's own answer would carry the exception's words.
    set_exception_handler(
        [this](const httplib::Request& from, httplib::Response& to, const std::exception_ptr&) {
          to.status = status_of(Problem::Internal);
          explain(from, to);
        });
    set_expect_100_continue_handler([this](const httplib::Request& from, httplib::Response& to) {
      const auto problem = responder_->refuse_head(head_of(from));
      if (problem) to.status = status_of(*problem);
      return problem ? to.status : 100;
    });
  }

  // Everything but a POST that may be read.
  Outcome answer_without_body(const httplib::Request& from, httplib::Response& to) {
    const auto problem = served->refusal;
    const bool is_public = options_.audience == Audience::Public;
    if (!problem && is_public && from.method == "POST") return Outcome::Unhandled;
    const auto begin = std::chrono::steady_clock::now();
    Request request = request_of(from);
    if (problem) {
      finish(begin, request, refuse(*problem, request), to);
    } else {
      request.received_at = responder_->now();
      request.arrived_at = begin;
      finish(begin, request, is_public ? responder_->answer(request) : answer_operator(request),
             to);
    }
    return Outcome::Handled;
  }

  Answer answer_operator(const Request& request) {
    if (request.method != "POST" && request.path == route::kMetrics)
      return responder_->show_metrics();
    return refuse(Problem::NotFound, request);
  }

  void answer_form(const httplib::Request& from, httplib::Response& to,
                   const httplib::ContentReader& read) {
    const auto begin = std::chrono::steady_clock::now();
    Request request = request_of(from);
    auto form = is_multipart(served->content_type)
                    ? read_form(read, served->content_type, responder_->evidence())
                    : read_urlencoded_form(read);
    if (!form) return finish(begin, request, refuse(blame(form.error()), request), to);
    request.form = std::move(*form);
    complete(from, request);
    finish(begin, request, responder_->answer(request), to);
  }

  // The last byte of a POST is in.
  void complete(const httplib::Request& from, Request& request) {
    request.received_at = responder_->now();
    request.arrived_at = std::chrono::steady_clock::now();
    request.network = network_of_client(from, request.arrived_at);
  }

  std::optional<ClientNetwork> network_of_client(const httplib::Request& from, SteadyTime now) {
    std::optional<Network> network;
    if (options_.trust_proxy) {
      const std::size_t count = from.get_header_value_count("X-Forwarded-For");
      const std::size_t last = count == 0 ? 0 : count - 1;
      network = parse_network(last_forwarded(from.get_header_value("X-Forwarded-For", last)));
    }
    if (!network && served != nullptr) network = network_of_peer(served->connection.socket());
    if (!network) return std::nullopt;
    const bool shared =
        std::ranges::any_of(options_.shared_networks,
                            [&](const NetworkRange& range) { return range.contains(*network); });
    return ClientNetwork{.token = tokens_.token_for(*network, now), .shared = shared};
  }

  // httplib answers by itself: to a head that we refused before it said "100 Continue", or because
  // it could not read a request line, a header or a body.
  void explain(const httplib::Request& from, httplib::Response& to) {
    const Request request = request_of(from);
    Problem problem = responder_->refuse_head(head_of(from)).value_or(blame(Problem::BadRequest));
    if (to.status >= 500) problem = Problem::Internal;
    finish(std::chrono::steady_clock::now(), request, refuse(problem, request), to);
  }

  Answer refuse(Problem problem, const Request& request) {
    return responder_->refuse(problem, request.path, request.wants_json(), request.id);
  }

  void finish(SteadyTime begin, const Request& request, Answer answer, httplib::Response& to) {
    const auto spent = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - begin);
    served->was_read = is_reading(answer);
    // Reading is counted only: a line would say neither what was read nor by whom.
    if (!served->was_read) {
      responder_->log()(Severity::Info, "answered",
                        {{"request", request.id},
                         {"method", request.method},
                         {"route", answer.route},
                         {"status", answer.status},
                         {"us", static_cast<std::int64_t>(spent.count())}});
    }
    responder_->metrics().count_answer(answer.route, answer.status, spent);
    answer.headers.emplace_back("X-Request-Id", request.id);
    // httplib would say that it gives out ranges.
    if (request.method == "HEAD") answer.headers.emplace_back("Accept-Ranges", "none");
    if (answer.status == status_of(Problem::RequestTimeout)) {
      answer.headers.emplace_back("Connection", "close");
    }
    copy(std::move(answer), to);
  }

  // Runs on a thread of its own, from accept to close.
  bool process_and_close_socket(socket_t socket) override {
    responder_->metrics().connection_opened();
    Connection connection(socket, stop_fd_, options_.times, roster_);
    Served serving{.connection = connection};
    served = &serving;
    bool in_step = true;  // nothing is left of a request that we did not read
    for (std::size_t count = 1; connection.wait_for_request(); ++count) {
      const bool last = count == kRequestsPerConnectionMax || stopping_;
      bool closing = false;
      bool refused = false;
      serving.content_type.clear();
      const bool answered = process_request(connection, last, closing, [&](httplib::Request& from) {
        refused = !prepare(from, serving);
      });
      connection.flush();
      std::exchange(serving.was_read, false) ? wipe_nearest_stack() : wipe_used_stack();
      // Somebody else may see the end of a refused request elsewhere than we do.
      in_step = !refused && connection.is_at_request_boundary();
      if (!answered || last || closing || !in_step) break;
    }
    served = nullptr;
    if (!in_step) connection.linger();
    wipe_stack_below();
    responder_->metrics().connection_closed(!connection.is_kept());
    return true;
  }

  // The head has been read. What httplib would do with some headers, we do not want done. False for
  // a head that is refused.
  bool prepare(httplib::Request& from, Served& serving) const {
    serving.content_type = from.get_header_value("Content-Type");
    const RequestHead head = head_of(from);
    serving.refusal = responder_->refuse_head(head);
    serving.accept_encoding = joined(from, "Accept-Encoding");
    serving.connection.begin_body(declared_length(head));
    from.ranges.clear();
    from.headers.erase("Accept-Encoding");  // httplib would compress whatever it is
    from.headers.erase("Content-Type");     // and take a form apart by itself
    if (!serving.refusal) return true;
    from.headers.erase("Connection");
    from.set_header("Connection", "close");  // so that the answer says so
    return false;
  }

  std::shared_ptr<Responder> responder_;
  const ServerOptions options_;
  NetworkTokens tokens_;
  ConnectionRoster roster_;
  const int stop_fd_;
  int listening_socket_ = -1;
  std::atomic<bool> stopping_ = false;
};

tl::unexpected<Error> cannot_listen(const ListenAddress& address, int reason) {
  const std::string what = fmt::format("cannot listen on {}:{}: {}", address.host, address.port,
                                       std::generic_category().message(reason));
  if (reason == EADDRINUSE) {
    return failure(ErrorKind::Conflict,
                   what + "; stop the program that listens there or choose another address");
  }
  return failure(ErrorKind::Unavailable, what + "; choose an address of this machine");
}

}  // namespace

struct Server::State {
  State(std::shared_ptr<Responder> responder, const ServerOptions& options)
      : door(std::move(responder), options) {}
  Door door;
  std::string url;
  int port = 0;
};

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;
Server::~Server() = default;

Result<ListenAddress> ListenAddress::parse(const std::string& text) {
  const auto colon = text.rfind(':');
  ListenAddress address;
  if (colon != std::string::npos) {
    address.host = text.substr(0, colon);
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data() + colon + 1, end, address.port);
    if (parsed.ec != std::errc{} || parsed.ptr != end || address.port > 65535) address.host = "";
  }
  const bool bracketed = address.host.starts_with('[') && address.host.ends_with(']');
  if (bracketed) address.host = address.host.substr(1, address.host.size() - 2);
  const bool ambiguous = !bracketed && address.host.find(':') != std::string::npos;
  if (address.host.empty() || ambiguous || address.port < 0) {
    return failure(ErrorKind::Invalid,
                   fmt::format("\"{}\" is no address to listen on: write HOST:PORT, such as "
                               "127.0.0.1:8080 or [::1]:8080",
                               text));
  }
  return address;
}

Result<Server> Server::listen(const ListenAddress& address, std::shared_ptr<Responder> responder,
                              const ServerOptions& options) {
  auto state = std::make_unique<State>(std::move(responder), options);
  errno = 0;
  const int port = state->door.bind(address);
  if (port == 0) return cannot_listen(address, errno == 0 ? EADDRNOTAVAIL : errno);
  const bool is_v6 = address.host.find(':') != std::string::npos;
  const std::string host = is_v6 ? fmt::format("[{}]", address.host) : address.host;
  state->url = fmt::format("http://{}:{}", host, port);
  state->port = port;
  return Server(std::move(state));
}

std::string Server::url() const { return state_->url; }

int Server::port() const { return state_->port; }

void Server::run() { state_->door.listen_after_bind(); }

void Server::stop() { state_->door.stop_accepting(); }

}  // namespace gongshi
