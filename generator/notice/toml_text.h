// Text as a TOML value, for the files that our programs write and people go on editing.
#ifndef GENERATOR_NOTICE_TOML_TEXT_H_
#define GENERATOR_NOTICE_TOML_TEXT_H_

#include <string>
#include <string_view>

namespace gongshi {

// A basic string on one line (TOML 1.0, String): quotes, backslashes and control characters are
// escaped, Chinese stands as it is. Reading it gives `text` again. Requires UTF-8.
std::string toml_text(std::string_view text);

// The same for text of several lines, each shown as it is where TOML's literal string can hold it:
// when the text ends with a line feed and has no other control character and no "'''".
std::string toml_lines(std::string_view text);

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_TOML_TEXT_H_
