// The cheap first pass. Almost every line of a public page is innocent, and one look at each
// byte proves it: no run of digits, no '@', no word of a table header, no character in disguise.
// Only the lines named here are normalised and read by the detectors.
#ifndef GENERATOR_SCAN_SUSPECT_LINE_H_
#define GENERATOR_SCAN_SUSPECT_LINE_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace gongshi {

struct SuspectLine {
  std::size_t begin = 0;  // in the text; `end` is the LF, or the end of the text
  std::size_t end = 0;
  int number = 1;        // of the line, from 1
  bool values = false;   // may hold a number, an address, a date: read it closely
  bool headers = false;  // may be a row of table headers, or a part of one
};

// In the order of the text. Generous: what a detector can find stands on a suspect line; the
// converse does not hold.
std::vector<SuspectLine> suspect_lines(std::string_view text);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_SUSPECT_LINE_H_
