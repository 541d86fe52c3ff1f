// R7, I4: units without a number of their own propose few (原则上可申报先进集体1个或先进工作者1名).
//
//   joint-limit-exceeded        a unit proposes more in all awards together than a hard limit says
//   joint-limit-advised         the same of a soft limit
//   joint-limit-unknown-group   no row of the table of quotas has the limit's recommended_by
//
// Counted on the whole campaign: candidates that use quota (quota_table.h), on a list or not.
#ifndef GENERATOR_CHECK_JOINT_LIMITS_H_
#define GENERATOR_CHECK_JOINT_LIMITS_H_

#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

void check_joint_limits(const Content& content, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_JOINT_LIMITS_H_
