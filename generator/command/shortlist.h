// Which of very many problems a person is shown. The first mistakes of a kind say what the others
// are; a thousand more only push them off the screen.
#ifndef GENERATOR_COMMAND_SHORTLIST_H_
#define GENERATOR_COMMAND_SHORTLIST_H_

#include <cstddef>
#include <vector>

#include "generator/notice/diagnostic.h"

namespace gongshi {

inline constexpr std::size_t kShownPerFileAndCode = 20;  // a screenful of one kind of mistake
inline constexpr std::size_t kShownMax = 200;            // what fits into a terminal's memory

struct Shortlist {
  std::vector<const Diagnostic*> shown;  // in the order of `problems`
  std::size_t errors_left_out = 0;
  std::size_t warnings_left_out = 0;
};

// Of each code in each file the first kShownPerFileAndCode; of these kShownMax, warnings going
// first when there are too many. Requires sorted problems, which must outlive the list.
Shortlist shortlist(const Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_SHORTLIST_H_
