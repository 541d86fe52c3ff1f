// Which addresses of a site change when its content does: what caches and search engines have to be
// told.
#ifndef GENERATOR_COMMAND_PURGE_LIST_H_
#define GENERATOR_COMMAND_PURGE_LIST_H_

#include <string>
#include <vector>

#include "generator/command/checked_content.h"
#include "generator/notice/error.h"

namespace gongshi {

// Addresses in full, sorted: pages by their folder, as they are linked.
struct PurgeList {
  std::vector<std::string> gone;     // served before, and no more
  std::vector<std::string> changed;  // other bytes; new ones are not among them
};

// Both sites are rendered with the templates in the program and compared file by file; the home
// page is always among the changed, since the clock changes it too. Requires content without
// errors. The error is that of rendering.
Result<PurgeList> purge_list(const CheckedContent& before, const CheckedContent& after);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_PURGE_LIST_H_
