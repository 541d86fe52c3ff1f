#include "intake/office/cookies.h"

#include <fmt/format.h>

#include <chrono>

#include "generator/notice/utf8.h"
#include "intake/office/limits.h"

namespace gongshi {

std::string_view cookie_value(std::string_view header, std::string_view name) {
  std::string_view found;
  int count = 0;
  while (!header.empty()) {
    const std::size_t end = header.find(';');
    const std::string_view pair = trim_blanks(header.substr(0, end));
    header.remove_prefix(end == std::string_view::npos ? header.size() : end + 1);
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
    found = pair.substr(equals + 1);
    ++count;
  }
  return count == 1 ? found : std::string_view();
}

DeskCookies::DeskCookies(bool behind_tls)
    : session_(behind_tls ? "__Host-gongshi_desk" : "gongshi_desk"),
      browser_(session_ + "_browser"),
      attributes_(
          fmt::format("; Path=/; HttpOnly; SameSite=Strict{}", behind_tls ? "; Secure" : "")) {}

std::string DeskCookies::set_session(std::string_view token) const {
  return fmt::format("{}={}{}", session_, token, attributes_);
}

std::string DeskCookies::end_session() const {
  return fmt::format("{}=; Max-Age=0{}", session_, attributes_);
}

std::string DeskCookies::set_browser(std::string_view mark) const {
  return fmt::format("{}={}; Max-Age={}{}", browser_, mark,
                     std::chrono::seconds(kBrowserKnownFor).count(), attributes_);
}

}  // namespace gongshi
