#include "intake/seal/browser_mark.h"

#include "generator/notice/digest.h"
#include "intake/seal/constant_time.h"
#include "intake/seal/derivation.h"
#include "intake/seal/random_bytes.h"

namespace gongshi {
namespace {

constexpr std::size_t kNonceBytes = 16;

std::string mark_of(const BrowserMarkKey& key, std::string_view nonce) {
  // BLAKE2b is a keyed hash: its key is the domain of keyed_digest().
  const std::string_view domain(reinterpret_cast<const char*>(key.data()), key.size());
  return std::string(nonce) + "-" + hex(keyed_digest(domain, nonce));
}

}  // namespace

BrowserMarkKey random_browser_mark_key() {
  BrowserMarkKey key{};
  fill_random(key);
  return key;
}

std::string make_browser_mark(const BrowserMarkKey& key) {
  std::array<unsigned char, kNonceBytes> nonce{};
  fill_random(nonce);
  return mark_of(key, hex(nonce));
}

std::optional<std::string> read_browser_mark(const BrowserMarkKey& key, std::string_view mark) {
  const std::string_view nonce = mark.substr(0, kNonceBytes * 2);
  if (!equal_in_constant_time(mark, mark_of(key, nonce))) return std::nullopt;
  return std::string(nonce);
}

}  // namespace gongshi
