// The headers that every answer carries, whatever it is and whoever made it.
#ifndef INTAKE_HTTP_SECURITY_HEADERS_H_
#define INTAKE_HTTP_SECURITY_HEADERS_H_

#include <array>
#include <string_view>
#include <utility>

namespace gongshi {

inline constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kSecurityHeaders = {{
    // Nothing but our own styles, scripts and pictures, and the file that the search reads; forms
    // go nowhere else; nobody frames us.
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
     "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},  // for browsers older than frame-ancestors
    // Not "no-referrer": with it browsers send "Origin: null" from our own forms.
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
}};

}  // namespace gongshi

#endif  // INTAKE_HTTP_SECURITY_HEADERS_H_
