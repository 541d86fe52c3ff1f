#include "intake/seal/short_hash.h"

#include "intake/seal/random_bytes.h"
#include "intake/seal/sodium.h"

namespace gongshi {

static_assert(crypto_shorthash_KEYBYTES == 16);
static_assert(crypto_shorthash_BYTES == sizeof(std::uint64_t));

ShortHash ShortHash::random() {
  ShortHash hash;
  fill_random(hash.key_);
  return hash;
}

std::uint64_t ShortHash::of(std::span<const unsigned char> bytes) const {
  std::array<unsigned char, crypto_shorthash_BYTES> out{};
  crypto_shorthash(out.data(), bytes.data(), bytes.size(), key_.data());
  std::uint64_t value = 0;
  for (const unsigned char byte : out) value = value << 8U | byte;
  return value;
}

std::uint64_t ShortHash::of(std::string_view text) const {
  return of({reinterpret_cast<const unsigned char*>(text.data()), text.size()});
}

}  // namespace gongshi
