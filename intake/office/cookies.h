// The two cookies of the desk. Behind TLS they are Secure and carry the prefix __Host-, so that no
// other host and no unprotected page can set one. On this machine's own address there is no TLS,
// and a browser would refuse them; there they go without both, which costs nothing: what reaches
// that address has not left the machine.
#ifndef INTAKE_OFFICE_COOKIES_H_
#define INTAKE_OFFICE_COOKIES_H_

#include <string>
#include <string_view>

namespace gongshi {

// The value of the cookie of that name in a header Cookie; "" when there is none. Of two with one
// name neither is believed.
std::string_view cookie_value(std::string_view header, std::string_view name);

// Immutable.
class DeskCookies {
 public:
  explicit DeskCookies(bool behind_tls);

  // What the session's is called, and the known browser's (seal/browser_mark.h).
  const std::string& session() const { return session_; }
  const std::string& browser() const { return browser_; }

  // Values of the header Set-Cookie: for no script, for no other site's page (SameSite=Strict). The
  // session's goes when the browser closes.
  std::string set_session(std::string_view token) const;
  std::string end_session() const;
  std::string set_browser(std::string_view mark) const;

 private:
  std::string session_;
  std::string browser_;
  std::string attributes_;
};

}  // namespace gongshi

#endif  // INTAKE_OFFICE_COOKIES_H_
