#include "intake/office/desk_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "intake/office/limits.h"

namespace gongshi {

DeskHosts local_hosts(int port) {
  DeskHosts hosts;
  for (const char* name : {"127.0.0.1", "[::1]", "localhost"}) {
    hosts.names.push_back(fmt::format("{}:{}", name, port));
  }
  return hosts;
}

DeskHosts proxied_host(std::string name) {
  return {.behind_tls = true, .names = {std::move(name)}};
}

bool is_loopback(const ListenAddress& address) {
  return address.host == "localhost" || address.host == "::1" || address.host.starts_with("127.");
}

PathRules desk_rules_of(std::string_view path) {
  const PathRules form{
      .methods = "GET, HEAD, POST", .form_bytes_max = kDeskFormBytesMax, .wants_origin = true};
  for (const std::string_view both :
       {desk_path::kLogin, desk_path::kCase, desk_path::kRedaction, desk_path::kClosing,
        desk_path::kRegister, desk_path::kPassword}) {
    if (path == both) return form;
  }
  if (path != desk_path::kLogout) return {};
  PathRules only_form = form;
  only_form.methods = "POST";
  return only_form;
}

std::optional<Problem> refuse_desk_head(const RequestHead& head, const DeskHosts& hosts) {
  if (std::ranges::find(hosts.names, head.host) == hosts.names.end()) return Problem::BadRequest;
  return refuse_head(head, desk_rules_of(head.path));
}

}  // namespace gongshi
