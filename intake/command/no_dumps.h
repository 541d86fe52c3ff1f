// A process that holds a secret key.
#ifndef INTAKE_COMMAND_NO_DUMPS_H_
#define INTAKE_COMMAND_NO_DUMPS_H_

#include "generator/notice/error.h"

namespace gongshi {

// From now on a crash writes no memory to disk, and no other process of the same user may read it
// (RLIMIT_CORE, PR_SET_DUMPABLE). For the key itself seal/office_key.h locks its pages. Unavailable
// when the system refuses: then no key should be opened.
Result<void> keep_out_of_dumps();

}  // namespace gongshi

#endif  // INTAKE_COMMAND_NO_DUMPS_H_
