// The door to the network: everything between a socket and Responder::answer(), by cpp-httplib
// 0.11.
//
// What this door holds against, with the test of tests/http/ that proves it:
//
//   1. Requests whose end nobody can tell: two Content-Lengths, a Transfer-Encoding, a length that
//      is no number, a GET with a body, a header name with a blank, a folded line, a CR alone, two
//      Hosts. Refused, and the connection ends after every refusal, so that no byte of a body is
//      ever read as a request.             ServerTest.NoByteOfABodyIsReadAsARequest
//   2. Bodies that are too long, compressed, of another type or for another route: refused on
//      sight of the head, before the body is read.   RequestRulesTest.*, ServerTest.RefusesOnSight
//   3. Heads without end, headers without number: kHeadBytesMax, kHeaderCountMax.
//                                          ServerTest.AHeadHasAnEnd
//   4. Slow senders and idlers: a whole request has a deadline, however its bytes are spaced, and
//      only the bytes of a body move it, by a rate; when all kConnectionsMax threads are taken, the
//      slowest goes.  ConnectionRosterTest.*, CrowdTest.AThousandSlowConnectionsDoNotStopAFiling,
//      ServerTest.WhatDoesNotArriveInTimeIsToldSo,
//      ServerTest.ALongBodyHasTheTimeThatItsBytesEarn
//   5. Forms sent by other sites' pages: Sec-Fetch-Site and Origin.
//                                          RequestRulesTest.PagesOfOtherSitesMayNotFile
//   6. Paths that leave the site's folder, hidden files, control characters, NUL, backslashes.
//                                          ServerTest.NoPathLeavesTheSite
//   7. Broken multipart: 400 in words, nothing stored.  ServerTest.BrokenMultipartStoresNothing
//   8. Files: sealed to disk while they come in; never whole in memory, never plain on disk, never
//      left behind by a request that fails. ServerTest.FilesAreSealedWhileTheyComeIn
//   9. Pages that run, frame or load anything foreign: kSecurityHeaders on every answer, also on
//      those that httplib makes by itself. ServerTest.EveryAnswerCarriesTheSecurityHeaders
//  10. Ranges, of which many small ones multiply an answer: not done. ServerTest.RangesAreIgnored
//      Compression, which tells secrets by length: only of the site's files, which everybody gets
//      alike.                             ServerTest.NoPageWithASecretIsCompressed
//  11. Addresses and user agents: never in the log; of an address only a keyed hash of its network
//      is handed on (client_network.h).   ServerTest.TheLogNamesNobody
//  12. Too many filings and wrong codes from one network: rate_limits.h.
//                                          RateLimitsTest.*, ServerTest.ANetworkHasABar
//
// Not here: TLS, which a proxy in front has.
#ifndef INTAKE_HTTP_SERVER_H_
#define INTAKE_HTTP_SERVER_H_

#include <memory>
#include <string>
#include <vector>

#include "generator/notice/error.h"
#include "intake/http/client_network.h"
#include "intake/http/limits.h"
#include "intake/http/responder.h"

namespace gongshi {

struct ListenAddress {
  std::string host;  // without the brackets of an IPv6 address
  int port = 0;      // 0: any free one

  // "127.0.0.1:8080", "localhost:0", "[::1]:8080". Invalid for anything else.
  static Result<ListenAddress> parse(const std::string& text);
};

enum class Audience {
  Public,    // all that the responder answers
  Operator,  // GET /metrics and nothing else
};

struct ServerOptions {
  ConnectionTimes times = {};
  // Whoever connects is our own reverse proxy, and the last X-Forwarded-For says who the client is.
  // Never without such a proxy: anybody could write that header.
  bool trust_proxy = false;
  std::vector<NetworkRange> shared_networks = {};  // a higher bar for these (rate_limits.h)
  Audience audience = Audience::Public;
};

class Server {
 public:
  // Binds and listens: connections are accepted by the kernel from now on. Conflict when another
  // program listens there, Unavailable when the address cannot be listened on.
  static Result<Server> listen(const ListenAddress& address, std::shared_ptr<Responder> responder,
                               const ServerOptions& options = {});

  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;
  ~Server();

  // "http://127.0.0.1:41873": with the port that was really bound.
  std::string url() const;
  int port() const;

  // Serves until stop(), then finishes the requests that have begun and returns.
  void run();

  // From any thread, at any time, also before run(). Idle connections end at once.
  void stop();

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_SERVER_H_
