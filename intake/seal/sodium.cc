#include "intake/seal/sodium.h"

#include <cstdlib>

namespace gongshi {

void start_sodium() {
  static const bool started = sodium_init() >= 0;
  // Without a random generator no key may be made: there is nothing sensible to go on with.
  if (!started) std::abort();
}

}  // namespace gongshi
