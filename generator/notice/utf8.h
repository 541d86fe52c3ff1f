// UTF-8 as the product counts it. Text is stored as written, never normalised (DESIGN 5).
#ifndef GENERATOR_NOTICE_UTF8_H_
#define GENERATOR_NOTICE_UTF8_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gongshi {

// The byte offset of the first thing that is not UTF-8 (overlong forms, surrogates and values past
// U+10FFFF included), or nothing when all of `text` is.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// The byte offset of the first control character (U+0000 to U+001F, U+007F) other than tab and line
// ends. No page, feed or form may carry one.
std::optional<std::size_t> first_control_character(std::string_view text);

// Code points in valid UTF-8. A rare character beyond the BMP counts one, like any other.
std::size_t count_code_points(std::string_view text);

// The first `count` code points of valid UTF-8, or all of it. Never cuts a character.
std::string_view first_code_points(std::string_view text, std::size_t count);

// CR LF and lone CR become LF: browsers send CR LF, and a line end must count once (FORMS 3).
std::string fold_line_ends(std::string_view text);

// Without blanks at both ends: ASCII white space, U+00A0, U+3000, U+FEFF.
std::string_view trim_blanks(std::string_view text);

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_UTF8_H_
