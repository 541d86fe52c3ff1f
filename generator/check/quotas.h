// R7, R8: the table of quotas adds up and is proposed by, and each candidate finds a row in it.
//
//   quota-sum                 the rows of an award do not add up to its total; counted only when
//                             each row says how many
//   quota-duplicate           a unit, or the group of all others, has two rows for one award
//   quota-surplus             a row's `recommends` is not its `awards` with the surplus, rounded up
//   quota-unit-unknown        the table has no row for who recommends a candidate and its award
//   quota-exemption-unknown   the campaign does not list a candidate's quota_exemption
//
// How many are on the lists is quota_entries.h.
#ifndef GENERATOR_CHECK_QUOTAS_H_
#define GENERATOR_CHECK_QUOTAS_H_

#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

void check_quotas(const Content& content, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_QUOTAS_H_
