// The key of one objection: what was filed, and everything that is written about it later, is
// sealed under keys that follow from these 32 random bytes. They are stored only wrapped, once for
// the office (office_key.h) and once for the objector's code (key_wrap.h): forgetting both wraps
// forgets the content.
//
// Ciphertexts of libsodium do not commit to their key: somebody who knows two keys can make one
// that opens under both, to two different texts. So the key's commitment is stored beside it, and
// whoever unwraps a key compares: objector and office then hold the same key, and read the same.
#ifndef INTAKE_SEAL_DATA_KEY_H_
#define INTAKE_SEAL_DATA_KEY_H_

#include <array>
#include <cstdint>

#include "generator/notice/digest.h"
#include "intake/seal/sealed_stream.h"

namespace gongshi {

// Wiped from memory when it goes.
class DataKey {
 public:
  using Bytes = std::array<unsigned char, 32>;

  static DataKey random();
  explicit DataKey(const Bytes& bytes) : bytes_(bytes) {}
  DataKey(const DataKey&) = default;
  DataKey& operator=(const DataKey&) = default;
  ~DataKey();

  // The key of one stream and no other: 0 is what was filed, n what the n-th step after it says. So
  // a text that was moved to another place, or to another objection, does not open there.
  StreamKey stream_key(std::uint64_t number) const;

  // Says nothing of the key, and no other key has the same.
  Sha256 commitment() const;
  // In constant time.
  bool fits(const Sha256& commitment) const;

  const Bytes& bytes() const { return bytes_; }

 private:
  Bytes bytes_;
};

}  // namespace gongshi

#endif  // INTAKE_SEAL_DATA_KEY_H_
