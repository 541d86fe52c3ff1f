// R12: texts have the lengths that the campaign sets. Characters count, blanks do not.
//
//   deeds-too-long          deeds have more characters than their award allows
//   deeds-far-from-length   deeds are not about as long as their award asks (左右): a fifth off
//   brief-too-long          the fact "brief" (简要事迹) is longer than its award allows
//   performance-too-long    so is the overall performance (综合表现)
#ifndef GENERATOR_CHECK_LENGTHS_H_
#define GENERATOR_CHECK_LENGTHS_H_

#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

void check_lengths(const Content& content, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_LENGTHS_H_
