// R10: who does not take part (副厅局级及以上不参加评选), by level, nature, honours or the ending
// of the name. Checked for each candidate that is not cancelled.
//
//   candidate-excluded      a hard exclusion speaks of the candidate
//   candidate-discouraged   a soft one does (一般不推荐)
#ifndef GENERATOR_CHECK_EXCLUSIONS_H_
#define GENERATOR_CHECK_EXCLUSIONS_H_

#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

void check_exclusions(const Content& content, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_EXCLUSIONS_H_
