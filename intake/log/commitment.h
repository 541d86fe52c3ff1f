// A commitment binds the log to the bytes of a record and says nothing of them to anyone who does
// not hold the opening. A bare hash would: objections are short texts that can be guessed.
#ifndef INTAKE_LOG_COMMITMENT_H_
#define INTAKE_LOG_COMMITMENT_H_

#include <string_view>

#include "generator/notice/digest.h"

namespace gongshi {

// HMAC-SHA-256 under the opening, 32 secret bytes used for this record only, over
// "objection-commitment/v1" LF and the record's exact bytes. Once the opening is gone, the
// commitment cannot be told from random bytes: that is how a record is erased.
Sha256 commit(const Sha256& opening, std::string_view record);

}  // namespace gongshi

#endif  // INTAKE_LOG_COMMITMENT_H_
