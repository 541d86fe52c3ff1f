// The paths of the desk, and what is refused on sight of a request to it. Pure: the tables of
// tests/office/desk_rules_test.cc prove it.
#ifndef INTAKE_OFFICE_DESK_RULES_H_
#define INTAKE_OFFICE_DESK_RULES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/error.h"
#include "intake/http/problem.h"
#include "intake/http/request_rules.h"
#include "intake/http/server.h"

namespace gongshi {

namespace desk_path {
inline constexpr std::string_view kInbox = "/";
inline constexpr std::string_view kLogin = "/login";
inline constexpr std::string_view kLogout = "/logout";
inline constexpr std::string_view kCase = "/case";                           // ?number=
inline constexpr std::string_view kEvidence = "/evidence";                   // ?number=&file=
inline constexpr std::string_view kStatementRequest = "/statement-request";  // ?number=
inline constexpr std::string_view kRedaction = "/redaction";                 // ?number=
inline constexpr std::string_view kRedactedCopy = "/redacted-copy";          // ?number=&format=
inline constexpr std::string_view kClosing = "/closing";                     // ?notice=
inline constexpr std::string_view kPapers = "/papers";                       // ?notice=
inline constexpr std::string_view kRegister = "/register";                   // ?notice=
inline constexpr std::string_view kPassword = "/password";
inline constexpr std::string_view kAccesses = "/accesses";
inline constexpr std::string_view kAssets = "/assets/";
inline constexpr std::string_view kHealth = "/healthz";
}  // namespace desk_path

// By which names browsers reach the desk, as the header Host says them. Another name is another
// site, even if it leads here: a page of anybody's whose name was bent to this machine's address
// ("DNS rebinding") gets nothing.
struct DeskHosts {
  bool behind_tls = false;
  std::vector<std::string> names;  // with the port where it is not the usual one
};

// On this machine: 127.0.0.1, [::1] and localhost, each with `port`; or the one name that the proxy
// with TLS in front has.
DeskHosts local_hosts(int port);
DeskHosts proxied_host(std::string name);

// Whether only this machine reaches the address.
bool is_loopback(const ListenAddress& address);

// Every POST is multipart, comes from a browser that says from where, and is small.
PathRules desk_rules_of(std::string_view path);

// Nothing for a request that may be read and answered. BadRequest for a host that is none of ours.
std::optional<Problem> refuse_desk_head(const RequestHead& head, const DeskHosts& hosts);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_DESK_RULES_H_
