// Ed25519 signatures (RFC 8032). They are deterministic: the same key signs the same text with the
// same bytes, so a head that is signed twice, after a crash, is one head.
#ifndef INTAKE_SEAL_ED25519_H_
#define INTAKE_SEAL_ED25519_H_

#include <array>
#include <memory>
#include <string_view>

namespace gongshi {

using Ed25519Seed = std::array<unsigned char, 32>;  // the secret; everything else follows from it
using Ed25519PublicKey = std::array<unsigned char, 32>;
using Ed25519Signature = std::array<unsigned char, 64>;

// A key pair. The secret half is wiped from memory when the last copy goes.
class Ed25519Key {
 public:
  static Ed25519Key random();
  static Ed25519Key from_seed(const Ed25519Seed& seed);

  Ed25519PublicKey public_key() const;
  Ed25519Seed seed() const;
  Ed25519Signature sign(std::string_view message) const;

 private:
  struct Secret;
  explicit Ed25519Key(std::shared_ptr<const Secret> secret);
  std::shared_ptr<const Secret> secret_;
};

// False also for keys and signatures that are no points of the curve or not in reduced form.
bool verify_ed25519(const Ed25519PublicKey& key, std::string_view message,
                    const Ed25519Signature& signature);

}  // namespace gongshi

#endif  // INTAKE_SEAL_ED25519_H_
