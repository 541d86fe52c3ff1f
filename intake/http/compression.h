// A public file, made smaller: the door to zlib and brotli.
//
// Only for bytes that everybody gets alike. A page with a secret in it must never be compressed:
// its length would tell what is in it (BREACH).
#ifndef INTAKE_HTTP_COMPRESSION_H_
#define INTAKE_HTTP_COMPRESSION_H_

#include <optional>
#include <string>
#include <string_view>

#include "intake/http/content_coding.h"

namespace gongshi {

// Nothing when the result would not be smaller, or when a library fails. The same bytes give the
// same bytes. Requires that `coding` is not Identity. Pure; any thread may call.
std::optional<std::string> compress(std::string_view bytes, ContentCoding coding);

}  // namespace gongshi

#endif  // INTAKE_HTTP_COMPRESSION_H_
