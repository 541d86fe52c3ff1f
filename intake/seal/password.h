// Passwords of people, kept as Argon2id hashes (crypto_pwhash_str). The passphrase of the office's
// key is another matter: office_key_file.h.
#ifndef INTAKE_SEAL_PASSWORD_H_
#define INTAKE_SEAL_PASSWORD_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "generator/notice/error.h"

namespace gongshi {

// What one guess costs whoever stole the hash: libsodium's interactive parameters, about a tenth of
// a second. A desk that verifies two at once needs 128 MiB for it.
struct PasswordCost {
  unsigned passes = 2;
  std::size_t memory_bytes = std::size_t{64} * 1024 * 1024;
};

// "$argon2id$v=19$m=65536,t=2,p=1$…": the parameters stand in it, with 16 random bytes of salt.
// Unavailable when the machine does not have the memory.
Result<std::string> hash_password(std::string_view password, const PasswordCost& cost = {});

// False also for a text that is no such hash. Takes as long for a wrong password as for the right
// one.
bool password_fits(const std::string& hash, std::string_view password);

}  // namespace gongshi

#endif  // INTAKE_SEAL_PASSWORD_H_
