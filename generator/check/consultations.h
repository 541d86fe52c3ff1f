// R13: before somebody is published, the organs that the campaign names have given their opinion,
// and not through the candidate's own hands.
//
//   consultation-missing         a listed candidate lacks an organ that its award requires
//   consultation-by-candidate    the candidate carried its own consultation form
//   consultation-unknown-organ   `consulted` nearly names an organ of the campaign: a slip
//
// Who is listed, entries.h says; cancelled candidates are not asked about. An organ that is asked
// only for certain natures is also required of a candidate whose nature is blank. More organs than
// the campaign names may be asked.
#ifndef GENERATOR_CHECK_CONSULTATIONS_H_
#define GENERATOR_CHECK_CONSULTATIONS_H_

#include <span>

#include "generator/check/course.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

void check_consultations(std::span<const Course> courses, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_CONSULTATIONS_H_
