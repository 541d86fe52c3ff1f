// Bytes of unknown encoding become UTF-8. The only door to iconv.
#ifndef GENERATOR_NOTICE_TEXT_ENCODING_H_
#define GENERATOR_NOTICE_TEXT_ENCODING_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gongshi {

// UTF-8 with or without byte order mark, UTF-16 with one, or GB18030 (which GBK and GB2312 are part
// of), as Excel in China saves CSV. Nothing for bytes that are none of these, or that hold control
// characters other than white space: they are not text.
std::optional<std::string> as_utf8(std::string_view bytes);

// What became UTF-8, up to the first character that could not.
struct DecodedText {
  std::string text;
  std::size_t bytes_read = 0;  // less than all: the byte there begins no character
};

// GB18030 with its characters of four bytes. Any bytes may come.
DecodedText from_gb18030(std::string_view bytes);

// Whether bytes are meant as GB18030: not UTF-8, and not UTF-8 with a slip in it either, which
// would often convert, into characters that nobody wrote. They may still be broken.
bool is_gb18030(std::string_view bytes);

// UTF-16 without byte order mark, low byte first, up to the first NUL; what is broken is dropped.
std::string from_utf16le(std::string_view bytes);

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_TEXT_ENCODING_H_
