// One altered bit, for the tests of "no byte may change".
#ifndef TESTS_LOG_FLIP_BIT_H_
#define TESTS_LOG_FLIP_BIT_H_

#include <cstddef>

namespace gongshi {

// `bit` counts from 0 to eight times the size.
template <class Bytes>
void flip_bit(Bytes& bytes, std::size_t bit) {
  auto& byte = bytes[bit / 8];
  byte =
      static_cast<typename Bytes::value_type>(static_cast<unsigned char>(byte) ^ (1U << (bit % 8)));
}

}  // namespace gongshi

#endif  // TESTS_LOG_FLIP_BIT_H_
