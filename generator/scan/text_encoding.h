// Bytes of unknown encoding become UTF-8. The only door to iconv.
#ifndef GENERATOR_SCAN_TEXT_ENCODING_H_
#define GENERATOR_SCAN_TEXT_ENCODING_H_

#include <optional>
#include <string>
#include <string_view>

namespace gongshi {

// UTF-8 with or without byte order mark, UTF-16 with one, or GB18030 (which GBK and GB2312 are part
// of), as Excel in China saves CSV. Nothing for bytes that are none of these, or that hold control
// characters other than white space: they are not text.
std::optional<std::string> as_utf8(std::string_view bytes);

// UTF-16 without byte order mark, low byte first, up to the first NUL; what is broken is dropped.
std::string from_utf16le(std::string_view bytes);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_TEXT_ENCODING_H_
