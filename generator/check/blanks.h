// R6: what `gongshi new` left to be filled in has been.
//
//   blank-left   a line of content still says （请填写…）
#ifndef GENERATOR_CHECK_BLANKS_H_
#define GENERATOR_CHECK_BLANKS_H_

#include "generator/load/source_tree.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// In every .toml, .md and .csv file, comments included; a line once.
void check_blanks(const SourceTree& sources, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_BLANKS_H_
