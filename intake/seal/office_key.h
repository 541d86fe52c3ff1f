// The office's key pair (X25519). The public half lies in the register and seals; the secret half
// never comes near the public host, and opens.
//
// A data key is wrapped as crypto_box_seal does it, but with one ephemeral key for a whole batch of
// objections instead of one for each, because its two scalar multiplications would be the dearest
// step of a filing:
//
//   ephemeral public key   32 bytes
//   nonce                  24 bytes, random
//   box                    48 bytes: the data key and its tag
//
// That is safe because one pair of keys may seal any number of messages as long as no nonce comes
// twice, and 24 random bytes do not. The ephemeral secret key is gone before the first wrap; what
// both halves have in common goes when the batch is stored. Whoever reads the memory of the host in
// those milliseconds reads the objections themselves there. The wraps of a batch show that they are
// of one batch, which the order of the register shows anyway.
#ifndef INTAKE_SEAL_OFFICE_KEY_H_
#define INTAKE_SEAL_OFFICE_KEY_H_

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "generator/notice/error.h"
#include "intake/seal/data_key.h"

namespace gongshi {

struct OfficePublicKey {
  std::array<unsigned char, 32> bytes{};

  bool operator==(const OfficePublicKey&) const = default;

  // 16 hex digits by which people tell keys apart.
  std::string id() const;
};

// The whole pair. The secret half is wiped from memory when the last copy goes.
class OfficeKey {
 public:
  using Secret = std::array<unsigned char, 32>;

  static OfficeKey random();
  static OfficeKey from_secret(const Secret& secret);

  OfficePublicKey public_key() const;
  // For a file under a passphrase, or for its shares. The caller wipes it.
  Secret secret() const;

  // Corrupt when it was not wrapped to this key, or was changed since.
  Result<DataKey> unwrap(std::string_view wrapped) const;

 private:
  struct Pair;
  explicit OfficeKey(std::shared_ptr<const Pair> pair);
  std::shared_ptr<const Pair> pair_;
};

// Wraps the data keys of one batch to the office. Needs no secret. Used by one thread.
class OfficeSealer {
 public:
  // Corrupt when `to` is no key that anybody could hold the secret half of.
  static Result<OfficeSealer> to(const OfficePublicKey& to);

  OfficeSealer(const OfficeSealer&) = default;
  OfficeSealer& operator=(const OfficeSealer&) = default;
  ~OfficeSealer();

  std::string wrap(const DataKey& key) const;

 private:
  OfficeSealer() = default;
  std::array<unsigned char, 32> ephemeral_public_{};
  std::array<unsigned char, 32> shared_{};
};

}  // namespace gongshi

#endif  // INTAKE_SEAL_OFFICE_KEY_H_
