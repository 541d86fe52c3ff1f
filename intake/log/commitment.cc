#include "intake/log/commitment.h"

#include <string>

namespace gongshi {

Sha256 commit(const Sha256& opening, std::string_view record) {
  std::string message = "objection-commitment/v1\n";
  message += record;
  const std::string_view key(reinterpret_cast<const char*>(opening.data()), opening.size());
  return hmac_sha256(key, message);
}

}  // namespace gongshi
