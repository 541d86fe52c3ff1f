// Secret bytes from the system's random generator.
#ifndef INTAKE_SEAL_RANDOM_BYTES_H_
#define INTAKE_SEAL_RANDOM_BYTES_H_

#include <span>

namespace gongshi {

// Fills all of it. Never fails: a system without randomness ends the program.
void fill_random(std::span<unsigned char> bytes);

}  // namespace gongshi

#endif  // INTAKE_SEAL_RANDOM_BYTES_H_
