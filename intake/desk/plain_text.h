// Text for a terminal: what a stranger wrote must not move the clerk's cursor, colour the screen
// or hide a line, and Chinese columns must stand under each other.
#ifndef INTAKE_DESK_PLAIN_TEXT_H_
#define INTAKE_DESK_PLAIN_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

// Control characters become their pictures (ESC is shown as ␛), C1 controls and the marks that turn
// the writing direction become U+FFFD. LF and TAB stay. Everything else is untouched. Requires
// valid UTF-8.
std::string plain_text(std::string_view text);

// The same on one line: LF and TAB are pictures too.
std::string plain_line(std::string_view text);

// A table under its headings, columns two blanks apart, each as wide as its widest cell in terminal
// columns (a Chinese character takes two). Cells pass plain_line(). No blanks at a line's end.
// Requires every row to have as many cells as `headings`.
std::string text_table(const std::vector<std::string>& headings,
                       const std::vector<std::vector<std::string>>& rows);

}  // namespace gongshi

#endif  // INTAKE_DESK_PLAIN_TEXT_H_
