#include "intake/seal/totp.h"

#include <fmt/format.h>
#include <liboath/oath.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>

#include "generator/notice/percent_encoding.h"
#include "intake/seal/constant_time.h"
#include "intake/seal/random_bytes.h"
#include "intake/seal/sodium.h"

namespace gongshi {
namespace {

std::uint64_t step_at(Instant now) {
  const auto seconds = now.utc.time_since_epoch();
  assert(seconds.count() >= 0);
  return static_cast<std::uint64_t>(seconds / kTotpStep);
}

}  // namespace

TotpSecret TotpSecret::random() {
  TotpSecret secret{Bytes{}};
  fill_random(secret.bytes_);
  return secret;
}

TotpSecret::~TotpSecret() { sodium_memzero(bytes_.data(), bytes_.size()); }

std::string TotpSecret::text() const {
  char* encoded = nullptr;
  std::size_t size = 0;
  // It fails only without memory.
  if (oath_base32_encode(reinterpret_cast<const char*>(bytes_.data()), bytes_.size(), &encoded,
                         &size) != OATH_OK) {
    std::abort();
  }
  std::string text(encoded, size);
  sodium_memzero(encoded, size);
  std::free(encoded);
  return text;
}

std::string TotpSecret::code_of(std::uint64_t step) const {
  std::array<char, kTotpDigits + 1> code{};
  const int made = oath_hotp_generate(reinterpret_cast<const char*>(bytes_.data()), bytes_.size(),
                                      step, kTotpDigits, /*add_checksum=*/false,
                                      OATH_HOTP_DYNAMIC_TRUNCATION, code.data());
  if (made != OATH_OK) std::abort();
  return code.data();
}

std::string TotpSecret::code_at(Instant now) const { return code_of(step_at(now)); }

std::optional<std::uint64_t> TotpSecret::step_of(std::string_view typed, Instant now) const {
  std::string code(typed);
  std::erase(code, ' ');
  const std::uint64_t present = step_at(now);
  const std::uint64_t first = present - std::min(present, kTotpStepsAround);
  std::optional<std::uint64_t> found;
  for (std::uint64_t step = first; step <= present + kTotpStepsAround; ++step) {
    if (equal_in_constant_time(code_of(step), code)) found = step;
  }
  return found;
}

std::string TotpSecret::address(std::string_view issuer, std::string_view account) const {
  const std::string encoded = percent_encode_path(std::string(issuer));
  return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}", encoded,
                     percent_encode_path(std::string(account)), text(), encoded);
}

}  // namespace gongshi
