// Paths and values in any script, as addresses spell them.
#ifndef GENERATOR_NOTICE_PERCENT_ENCODING_H_
#define GENERATOR_NOTICE_PERCENT_ENCODING_H_

#include <string>
#include <string_view>

namespace gongshi {

// Every byte but '/' and those that never need it (RFC 3986, unreserved) becomes "%E5". The result
// is ASCII, and safe inside a quoted attribute and a header.
std::string percent_encode_path(std::string_view path);

// The same for one value of a query, in which '/' is encoded as well.
std::string percent_encode_value(std::string_view value);

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_PERCENT_ENCODING_H_
