// A matcher for pages: what a reader meets, in the order of meeting.
#ifndef TESTS_RENDER_IN_ORDER_H_
#define TESTS_RENDER_IN_ORDER_H_

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace gongshi {

MATCHER_P(HasInOrder, pieces, "has the pieces in order") {
  std::size_t from = 0;
  for (const std::string& piece : std::vector<std::string>(pieces)) {
    const std::size_t at = arg.find(piece, from);
    if (at == std::string::npos) {
      *result_listener << (arg.find(piece) == std::string::npos ? "without " : "too early: ")
                       << piece;
      return false;
    }
    from = at + piece.size();
  }
  return true;
}

}  // namespace gongshi

#endif  // TESTS_RENDER_IN_ORDER_H_
