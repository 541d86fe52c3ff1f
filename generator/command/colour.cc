#include "generator/command/colour.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

namespace gongshi {
namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// The parameters of "Select Graphic Rendition".
std::string_view parameters(Paint paint) {
  switch (paint) {
    case Paint::Error:
      return "1;31";  // bold red
    case Paint::Warning:
      return "1;33";  // bold yellow
    case Paint::Caret:
      return "1;32";  // bold green
    case Paint::Hint:
      return "36";  // cyan
  }
  return "0";
}

}  // namespace

Colour colour_on(const Terminal& terminal) {
  const bool shows_colour =
      terminal.is_terminal && !terminal.term.empty() && terminal.term != "dumb";
  return shows_colour && terminal.no_color.empty() ? Colour::Always : Colour::Never;
}

Colour colour_on_standard_error() {
  return colour_on({.is_terminal = isatty(STDERR_FILENO) == 1,
                    .no_color = variable("NO_COLOR"),
                    .term = variable("TERM")});
}

std::string painted(std::string_view text, Paint paint, Colour colour) {
  if (colour == Colour::Never) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", parameters(paint), text);
}

}  // namespace gongshi
