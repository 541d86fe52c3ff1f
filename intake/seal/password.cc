#include "intake/seal/password.h"

#include <fmt/format.h>

#include <array>

#include "intake/seal/sodium.h"

namespace gongshi {

Result<std::string> hash_password(std::string_view password, const PasswordCost& cost) {
  start_sodium();
  std::array<char, crypto_pwhash_STRBYTES> text{};
  const bool done =
      crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost.passes,
                            cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) == 0;
  if (done) return std::string(text.data());
  return failure(ErrorKind::Unavailable,
                 fmt::format("保存口令要用 {} MiB 内存，这台机器现在没有；请关掉别的程序再试",
                             cost.memory_bytes / (1024 * 1024)));
}

bool password_fits(const std::string& hash, std::string_view password) {
  start_sodium();
  return hash.size() < crypto_pwhash_STRBYTES &&
         crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace gongshi
