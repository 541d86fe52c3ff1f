#include "intake/seal/sha256_stream.h"

#include "intake/seal/sodium.h"

namespace gongshi {

struct Sha256Stream::State {
  crypto_hash_sha256_state hash{};
};

Sha256Stream::Sha256Stream() : state_(std::make_unique<State>()) {
  start_sodium();
  crypto_hash_sha256_init(&state_->hash);
}
Sha256Stream::Sha256Stream(Sha256Stream&&) noexcept = default;
Sha256Stream& Sha256Stream::operator=(Sha256Stream&&) noexcept = default;
Sha256Stream::~Sha256Stream() = default;

void Sha256Stream::add(std::string_view bytes) {
  crypto_hash_sha256_update(&state_->hash, reinterpret_cast<const unsigned char*>(bytes.data()),
                            bytes.size());
}

Sha256 Sha256Stream::digest() {
  Sha256 digest{};
  crypto_hash_sha256_final(&state_->hash, digest.data());
  return digest;
}

}  // namespace gongshi
