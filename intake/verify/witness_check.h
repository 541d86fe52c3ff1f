// Who else saw the head that a log signed: the cosignatures below it, held against a policy.
#ifndef INTAKE_VERIFY_WITNESS_CHECK_H_
#define INTAKE_VERIFY_WITNESS_CHECK_H_

#include <string_view>

#include "intake/log/note_key.h"
#include "intake/log/witness_policy.h"
#include "intake/verify/verdict.h"

namespace gongshi {

// Adds to the verdict which of the policy's witnesses signed `checkpoint`, and when. Does not hold
// when they are too few for the policy, when a line of one of them does not fit, and when the
// policy is for another log. Lines of others say nothing. Requires that `log` signed it.
void check_witnesses(std::string_view checkpoint, const NoteVerifier& log,
                     const WitnessPolicy& policy, Verdict& verdict);

}  // namespace gongshi

#endif  // INTAKE_VERIFY_WITNESS_CHECK_H_
