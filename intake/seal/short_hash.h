// A keyed hash of 64 bits (SipHash-2-4) for tables in memory: nobody who does not have the key can
// choose what falls together, or tell from a value what it was made of.
#ifndef INTAKE_SEAL_SHORT_HASH_H_
#define INTAKE_SEAL_SHORT_HASH_H_

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace gongshi {

// Immutable: any thread may ask.
class ShortHash {
 public:
  // With a key of its own, which is kept nowhere else.
  static ShortHash random();

  std::uint64_t of(std::span<const unsigned char> bytes) const;
  std::uint64_t of(std::string_view text) const;

 private:
  ShortHash() = default;
  std::array<unsigned char, 16> key_{};
};

}  // namespace gongshi

#endif  // INTAKE_SEAL_SHORT_HASH_H_
