// A text as JSON writes it, without the library: for answers that are nearly all text, where the
// library's way through a value costs ten times as much.
#ifndef GENERATOR_NOTICE_JSON_TEXT_H_
#define GENERATOR_NOTICE_JSON_TEXT_H_

#include <string>
#include <string_view>

namespace gongshi {

// Appends `text` in quotes, byte for byte as Json::dump() writes it: only what must be escaped is,
// and what is no UTF-8 becomes U+FFFD.
void append_json_text(std::string& json, std::string_view text);

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_JSON_TEXT_H_
