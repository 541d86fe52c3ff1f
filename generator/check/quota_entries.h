// R7, I4: no step lists more than the table of quotas gives. All notices of a step count together,
// and whoever stands in two of them counts once.
//
//   quota-exceeded         a recommending unit, or a group that shares its number, has more entries
//                          for an award than the step's list_limit allows
//   quota-total-exceeded   a step whose list_limit is the awards lists more than the award's total
//
// Entries are those of entries.h that are proposed: a reserve uses none of the quota, and somebody
// with an exemption that the campaign lists uses none of the unit's. A number that was not
// allocated bounds nothing.
#ifndef GENERATOR_CHECK_QUOTA_ENTRIES_H_
#define GENERATOR_CHECK_QUOTA_ENTRIES_H_

#include <span>

#include "generator/check/course.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

void check_quota_entries(std::span<const Course> courses, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_QUOTA_ENTRIES_H_
