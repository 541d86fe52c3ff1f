// Which coding of a body a client prefers (Accept-Encoding, RFC 9110 12.5.3). Pure.
#ifndef INTAKE_HTTP_CONTENT_CODING_H_
#define INTAKE_HTTP_CONTENT_CODING_H_

#include <cstddef>
#include <string_view>

namespace gongshi {

enum class ContentCoding { Identity, Gzip, Brotli };

// Those that a body is changed by; a number for each, for tables.
inline constexpr std::size_t kContentCodings = 3;

// As Content-Encoding says it: "gzip", "br"; "" for Identity, which is not said.
std::string_view to_text(ContentCoding coding);

// The coding with the greatest weight; of equal ones the smallest body: br, gzip, identity. What is
// not listed has the weight of "*"; without one, identity may always be sent, and comes last. An
// entry whose weight is malformed is as if it were not there.
//
// Identity too when the client takes none of the three: a public page is never refused for a
// header, and RFC 9110 lets a server answer as if it had not been asked.
ContentCoding choose_coding(std::string_view accept_encoding);

}  // namespace gongshi

#endif  // INTAKE_HTTP_CONTENT_CODING_H_
