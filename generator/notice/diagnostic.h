// A problem in the content, with its place. Loading and checking return every problem, not the
// first, so that a clerk mends twenty mistakes in one go.
#ifndef GENERATOR_NOTICE_DIAGNOSTIC_H_
#define GENERATOR_NOTICE_DIAGNOSTIC_H_

#include <compare>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

// Where something stands. `file` is relative to the content folder's parent as the user named it
// ("content/campaigns/…"), with '/' on every system. Lines and columns count from 1; a column
// counts code points. Line 0 means the file as a whole.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
  auto operator<=>(const Place&) const = default;
};

// Of the character that begins at byte `offset` of `text`. Requires valid UTF-8 before it.
Place place_at(const std::string& file, std::string_view text, std::size_t offset);

enum class Level { Error, Warning };

// "error", "warning".
std::string_view to_text(Level level);

// `code` is stable and kebab-case ("window-closes-mismatch"): people search for it and waivers
// name it. `message` is one Chinese sentence that names the thing and the way out.
struct Diagnostic {
  Place place;
  Level level = Level::Error;
  std::string code;
  std::string message;
  auto operator<=>(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

// By place, then level, code and message; equal ones once.
void sort_diagnostics(Diagnostics& problems);

bool has_errors(std::span<const Diagnostic> problems);

// "file:line:column: error[code]: sentence", without a line end. A place with line 0 prints as
// line 1, column 1, so that editors can always jump to it.
std::string to_text(const Diagnostic& problem);

// The array of DESIGN 8: [{"file","line","column","level","code","message"}], ending in LF.
std::string to_json(std::span<const Diagnostic> problems);

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_DIAGNOSTIC_H_
