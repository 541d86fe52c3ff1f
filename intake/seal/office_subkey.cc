#include "intake/seal/office_subkey.h"

#include <string>

#include "intake/seal/derivation.h"
#include "intake/seal/sodium.h"

namespace gongshi {

StreamKey office_subkey(const OfficeKey& key, std::string_view use, std::string_view salt) {
  OfficeKey::Secret secret = key.secret();
  std::string message(reinterpret_cast<const char*>(secret.data()), secret.size());
  message += salt;
  const StreamKey subkey = keyed_digest(use, message);
  sodium_memzero(message.data(), message.size());
  sodium_memzero(secret.data(), secret.size());
  return subkey;
}

}  // namespace gongshi
