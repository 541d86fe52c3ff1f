#include "intake/seal/constant_time.h"

#include "intake/seal/sodium.h"

namespace gongshi {

bool equal_in_constant_time(std::string_view one, std::string_view other) {
  return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

}  // namespace gongshi
