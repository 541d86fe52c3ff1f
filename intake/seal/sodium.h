// The door to libsodium: only the .cc files of this folder include it.
#ifndef INTAKE_SEAL_SODIUM_H_
#define INTAKE_SEAL_SODIUM_H_

#include <sodium.h>

namespace gongshi {

// Before the first call that needs it: picks the processor's fastest code and opens the random
// generator. Any number of times, from any thread.
void start_sodium();

}  // namespace gongshi

#endif  // INTAKE_SEAL_SODIUM_H_
