// The line that a problem stands in, with a caret under the place:
//
//      6 | closes = 2018-06-27
//        |          ^
#ifndef GENERATOR_COMMAND_EXCERPT_H_
#define GENERATOR_COMMAND_EXCERPT_H_

#include <string>
#include <string_view>

#include "generator/command/colour.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// A longer line is cut on both sides of the place, with "…" where it was.
inline constexpr int kExcerptColumnsMax = 100;

// Whether the line of a problem may be shown at all. Not when the problem is personal data, whose
// sentence shows it masked: `code` is to_text() of a FindingKind, with or without "-suspect", or
// "forbidden-column". A terminal's output ends up in mails and screenshots.
bool may_be_quoted(std::string_view code);

// Two lines, each with its end; empty for a line that has personal data near the place, whatever
// the problem is. `line` is the one of `place`, without its end; it may hold any bytes, and what
// is printed is safe for a terminal.
std::string excerpt(std::string_view line, const Place& place, Colour colour);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_EXCERPT_H_
