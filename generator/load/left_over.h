// Which names in a content folder are nobody's: reading leaves them out, and so does the look for
// what has changed.
#ifndef GENERATOR_LOAD_LEFT_OVER_H_
#define GENERATOR_LOAD_LEFT_OVER_H_

#include <string_view>

namespace gongshi {

// What editors and the system leave beside the files that people mean: hidden files, backups.
bool is_left_over(std::string_view name);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_LEFT_OVER_H_
