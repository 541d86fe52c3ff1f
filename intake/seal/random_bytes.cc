#include "intake/seal/random_bytes.h"

#include "intake/seal/sodium.h"

namespace gongshi {

void fill_random(std::span<unsigned char> bytes) {
  start_sodium();
  randombytes_buf(bytes.data(), bytes.size());
}

}  // namespace gongshi
