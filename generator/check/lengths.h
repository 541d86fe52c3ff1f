// R12: texts are no longer than the campaign allows.
//
//   deeds-too-long   deeds have more characters than their award allows; blanks do not count
#ifndef GENERATOR_CHECK_LENGTHS_H_
#define GENERATOR_CHECK_LENGTHS_H_

#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

void check_lengths(const Content& content, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_LENGTHS_H_
