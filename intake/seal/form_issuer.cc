#include "intake/seal/form_issuer.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <span>
#include <string>

#include "intake/seal/derivation.h"
#include "intake/seal/sodium.h"

namespace gongshi {
namespace {

constexpr std::size_t kTimeDigits = 8;  // hexadecimal seconds since 1970, to the year 2106
constexpr std::size_t kMarkBytes = 8;   // a guess at it is a request, and there are 2^64
constexpr std::size_t kRandomDigits = 32;
constexpr std::size_t kSignedDigits = kRandomDigits + 1 + kTimeDigits;
constexpr std::size_t kLength = kSignedDigits + 1 + 2 * kMarkBytes;
static_assert(kLength <= kFormIdLengthMax);

std::string mark_of(const Sha256& key, std::string_view signed_part) {
  const std::string_view key_bytes(reinterpret_cast<const char*>(key.data()), key.size());
  const Sha256 digest = keyed_digest(key_bytes, signed_part);
  return hex(std::span(digest).first(kMarkBytes));
}

}  // namespace

FormIssuer::FormIssuer(std::string_view secret)
    : key_(keyed_digest("gongshi form issuer v1", secret)) {}

FormId FormIssuer::issue(Instant now) const {
  const std::string signed_part =
      fmt::format("{}-{:08x}", FormId::random().text(),
                  static_cast<std::uint32_t>(now.utc.time_since_epoch().count()));
  return *FormId::parse(fmt::format("{}-{}", signed_part, mark_of(key_, signed_part)));
}

std::optional<Instant> FormIssuer::issued_at(const FormId& form) const {
  const std::string_view text = form.text();
  if (text.size() != kLength || text[kSignedDigits] != '-') return std::nullopt;
  const std::string mark = mark_of(key_, text.substr(0, kSignedDigits));
  const std::string_view sent = text.substr(kSignedDigits + 1);
  if (sodium_memcmp(mark.data(), sent.data(), mark.size()) != 0) return std::nullopt;
  std::uint32_t seconds = 0;
  const char* const first = text.data() + kRandomDigits + 1;
  std::from_chars(first, first + kTimeDigits, seconds, 16);
  return Instant{std::chrono::sys_seconds(std::chrono::seconds(seconds))};
}

}  // namespace gongshi
