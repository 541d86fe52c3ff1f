#include "intake/seal/ed25519.h"

#include <utility>

#include "intake/seal/random_bytes.h"
#include "intake/seal/sodium.h"

namespace gongshi {
namespace {

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

struct Ed25519Key::Secret {
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> bytes{};  // seed, then public key

  Secret() = default;
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret() { sodium_memzero(bytes.data(), bytes.size()); }
};

Ed25519Key::Ed25519Key(std::shared_ptr<const Secret> secret) : secret_(std::move(secret)) {}

Ed25519Key Ed25519Key::random() {
  Ed25519Seed seed;
  fill_random(seed);
  Ed25519Key key = from_seed(seed);
  sodium_memzero(seed.data(), seed.size());
  return key;
}

Ed25519Key Ed25519Key::from_seed(const Ed25519Seed& seed) {
  start_sodium();
  auto secret = std::make_shared<Secret>();
  Ed25519PublicKey ignored;  // stands in the secret too
  crypto_sign_seed_keypair(ignored.data(), secret->bytes.data(), seed.data());
  return Ed25519Key(std::move(secret));
}

Ed25519PublicKey Ed25519Key::public_key() const {
  Ed25519PublicKey key;
  crypto_sign_ed25519_sk_to_pk(key.data(), secret_->bytes.data());
  return key;
}

Ed25519Seed Ed25519Key::seed() const {
  Ed25519Seed seed;
  crypto_sign_ed25519_sk_to_seed(seed.data(), secret_->bytes.data());
  return seed;
}

Ed25519Signature Ed25519Key::sign(std::string_view message) const {
  Ed25519Signature signature;
  crypto_sign_detached(signature.data(), nullptr, bytes_of(message), message.size(),
                       secret_->bytes.data());
  return signature;
}

bool verify_ed25519(const Ed25519PublicKey& key, std::string_view message,
                    const Ed25519Signature& signature) {
  start_sodium();
  return crypto_sign_verify_detached(signature.data(), bytes_of(message), message.size(),
                                     key.data()) == 0;
}

}  // namespace gongshi
