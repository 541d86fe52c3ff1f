// The second factor: six digits that follow from a shared secret and the time (TOTP, RFC 6238, with
// SHA-1, because every authenticator program knows that and many know nothing else). By liboath.
#ifndef INTAKE_SEAL_TOTP_H_
#define INTAKE_SEAL_TOTP_H_

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "generator/notice/civil_time.h"

namespace gongshi {

// How long one code is shown.
inline constexpr std::chrono::seconds kTotpStep{30};
inline constexpr unsigned kTotpDigits = 6;

// Codes of that many steps before and after the present one count too: telephones are a little off,
// and people type slowly.
inline constexpr std::uint64_t kTotpStepsAround = 1;

// Wiped from memory when it goes.
class TotpSecret {
 public:
  using Bytes = std::array<unsigned char, 20>;  // as long as RFC 4226 recommends

  static TotpSecret random();
  explicit TotpSecret(const Bytes& bytes) : bytes_(bytes) {}
  TotpSecret(const TotpSecret&) = default;
  TotpSecret& operator=(const TotpSecret&) = default;
  ~TotpSecret();

  const Bytes& bytes() const { return bytes_; }

  // In base 32, 32 characters, as authenticator programs take it.
  std::string text() const;

  // The code that is shown at `now`.
  std::string code_at(Instant now) const;

  // The number of the step whose code `typed` is, when that is one of those that count at `now`.
  // Blanks in it are forgiven. Who takes a code remembers its step, and takes no step twice: a code
  // that somebody saw being typed is worth nothing (RFC 6238, 5.2).
  std::optional<std::uint64_t> step_of(std::string_view typed, Instant now) const;

  // otpauth://totp/…, what authenticator programs read from a picture. `issuer` and `account` may
  // be in any script.
  std::string address(std::string_view issuer, std::string_view account) const;

 private:
  std::string code_of(std::uint64_t step) const;

  Bytes bytes_;
};

}  // namespace gongshi

#endif  // INTAKE_SEAL_TOTP_H_
