// A request and an answer as the routes see them: no socket, no httplib, no client address.
#ifndef INTAKE_HTTP_MESSAGE_H_
#define INTAKE_HTTP_MESSAGE_H_

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/notice/civil_time.h"
#include "intake/filing/objection_form.h"
#include "intake/http/client_network.h"

namespace gongshi {

// A complete request that refuse_head() let pass.
struct Request {
  std::string id;  // random; in the log and on the problem pages, so that the two can be matched
  std::string method;  // GET, HEAD or POST
  std::string path;    // percent-decoded once
  std::multimap<std::string, std::string, std::less<>> query;
  std::string accept;
  std::string accept_encoding;
  std::string if_none_match;
  std::string cookie;   // the header, as sent; only the desk sets and reads cookies
  SentForm form;        // of a POST; the answer takes charge of its stored files
  Instant received_at;  // when the last byte was in: the instant that decides

  // For rates and sessions, which a clock that is set must not disturb.
  std::chrono::steady_clock::time_point arrived_at;
  // Of a POST; nothing for a client of this machine.
  std::optional<ClientNetwork> network;

  bool wants_json() const { return accept.find("application/json") != std::string::npos; }
  // The value of a query parameter, or "".
  std::string_view parameter(std::string_view name) const {
    const auto it = query.find(name);
    return it == query.end() ? std::string_view{} : std::string_view{it->second};
  }
};

inline constexpr std::string_view kHtml = "text/html; charset=utf-8";
inline constexpr std::string_view kPlainText = "text/plain; charset=utf-8";
inline constexpr std::string_view kJson = "application/json; charset=utf-8";

// A body that is not held whole: `next` gives it piece by piece, `size` bytes in all. Nothing when
// it cannot go on; then the connection ends, and the client sees that it has not got everything.
struct AnswerStream {
  std::uint64_t size = 0;
  std::function<std::optional<std::string>()> next;
};

struct Answer {
  int status = 200;
  std::string content_type = std::string(kHtml);
  std::string body = {};
  std::vector<std::pair<std::string, std::string>> headers = {};  // beside those of every answer
  std::string_view route =
      {};  // a name for the log; not the path, which people may put anything into
  std::optional<AnswerStream> stream = {};  // instead of `body`
  std::shared_ptr<const std::string> held =
      {};  // instead of `body`: bytes that others give out too

  // What a client reads that gets this answer, unless it is a stream.
  std::string_view content() const { return held ? std::string_view(*held) : body; }
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_MESSAGE_H_
