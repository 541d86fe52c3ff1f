// Colour in what a person reads: on a terminal, never in a pipe or a file, and not for people who
// have asked for none (NO_COLOR, no-color.org).
#ifndef GENERATOR_COMMAND_COLOUR_H_
#define GENERATOR_COMMAND_COLOUR_H_

#include <string>
#include <string_view>

namespace gongshi {

enum class Colour { Never, Always };

// What decides. Empty stands for a variable that is not set, as NO_COLOR's rule has it.
struct Terminal {
  bool is_terminal = false;
  std::string_view no_color;  // $NO_COLOR
  std::string_view term;      // $TERM
};

Colour colour_on(const Terminal& terminal);

// Of standard error, as the program finds it.
Colour colour_on_standard_error();

enum class Paint { Error, Warning, Caret, Hint };

// The text with the sequences that paint it, or as it is.
std::string painted(std::string_view text, Paint paint, Colour colour);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_COLOUR_H_
