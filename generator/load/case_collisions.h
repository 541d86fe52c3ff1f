// Names that differ in nothing but upper and lower case. Windows and macOS hold such files to be
// one: published or copied there, the second would replace the first.
#ifndef GENERATOR_LOAD_CASE_COLLISIONS_H_
#define GENERATOR_LOAD_CASE_COLLISIONS_H_

#include "generator/load/source_tree.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// "case-collision" at each path that equals an earlier one but for the case of ASCII letters; names
// of folders count too.
void report_case_collisions(const SourceTree& tree, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_CASE_COLLISIONS_H_
