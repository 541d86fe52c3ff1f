// R11: the office has confirmed, for each candidate, how long it has done this work and since when
// without violations, as the campaign asks. Checked for each candidate that is not cancelled.
//
//   tenure-unconfirmed       what a rule asks is not confirmed: tenure_years, clean_since
//   tenure-too-short         fewer years are confirmed than a rule asks
//   clean-record-too-short   the clean record begins later than a rule asks
//
// "近5年" is counted back from the day the campaign was issued, else from the first publication.
#ifndef GENERATOR_CHECK_TENURES_H_
#define GENERATOR_CHECK_TENURES_H_

#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

void check_tenures(const Content& content, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_TENURES_H_
