#include "intake/log/cosignature.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cstdint>

#include "generator/notice/digest.h"
#include "intake/log/note_key_text.h"
#include "intake/log/signature_lines.h"
#include "intake/seal/base64.h"

namespace gongshi {
namespace {

constexpr NoteKeyType kType = NoteKeyType::Ed25519Cosignature;
constexpr std::size_t kTimeBytes = 8;  // before the signature, big endian
// The end of the year 9999: no clock is there, and no text could say it.
constexpr std::uint64_t kTimeMax = 253'402'300'799;

std::string signed_bytes(std::uint64_t time, std::string_view checkpoint) {
  return fmt::format("cosignature/v1\ntime {}\n{}", time, checkpoint);
}

std::uint64_t read_time(std::string_view bytes) {
  std::uint64_t time = 0;
  for (const char byte : bytes) time = time << 8U | static_cast<unsigned char>(byte);
  return time;
}

}  // namespace

Result<WitnessKey> WitnessKey::parse(std::string_view vkey) {
  const std::optional<NoteKeyText> parts = split_note_key(vkey, kType);
  if (!parts) {
    return failure(ErrorKind::Invalid,
                   "not a witness's key: expected name+hash+base64 (signed-note type 4)");
  }
  WitnessKey key(parts->name, parts->bytes);
  if (hex(key.id_) != parts->id) {
    return failure(ErrorKind::Invalid,
                   fmt::format("the key of the witness {} does not match its hash {}: it was "
                               "mistyped or altered, fetch it again",
                               parts->name, parts->id));
  }
  return key;
}

WitnessKey::WitnessKey(std::string_view name, const Ed25519PublicKey& key)
    : name_(name), key_(key), id_(note_key_id(name, kType, key)) {
  assert(is_note_name(name));
}

std::string WitnessKey::text() const { return join_note_key(name_, id_, kType, key_); }

std::optional<Instant> WitnessKey::verify(std::string_view checkpoint,
                                          std::string_view signature) const {
  Ed25519Signature bytes{};
  if (signature.size() != kTimeBytes + bytes.size()) return std::nullopt;
  const std::uint64_t time = read_time(signature.substr(0, kTimeBytes));
  std::ranges::copy(signature.substr(kTimeBytes), bytes.begin());
  if (time > kTimeMax) return std::nullopt;
  if (!verify_ed25519(key_, signed_bytes(time, checkpoint), bytes)) return std::nullopt;
  return Instant{std::chrono::sys_seconds(std::chrono::seconds(time))};
}

Result<Cosignature> WitnessKey::find(std::string_view checkpoint, std::string_view lines) const {
  const auto signatures = parse_signature_lines(lines);
  if (!signatures) return failure(ErrorKind::Invalid, "these are no signature lines");
  std::optional<Cosignature> newest;
  for (const SignatureLine& line : *signatures) {
    if (line.name != name_ || line.id != id_) continue;
    const std::optional<Instant> at = verify(checkpoint, line.signature);
    if (!at) {
      return failure(
          ErrorKind::Invalid,
          fmt::format("the signature of the witness {} does not fit the checkpoint", name_));
    }
    if (!newest || newest->at < *at) {
      newest = Cosignature{.at = *at, .line = std::string(line.line)};
    }
  }
  if (newest) return *std::move(newest);
  return failure(ErrorKind::NotFound, fmt::format("the witness {} has not signed it", name_));
}

Result<Cosignature> find_cosignature(std::string_view note, const WitnessKey& witness) {
  const std::optional<NoteParts> parts = split_note(note);
  if (!parts) return failure(ErrorKind::Invalid, "not a signed note");
  return witness.find(parts->text, parts->lines);
}

std::string cosignature_line(std::string_view name, const Ed25519Key& secret,
                             std::string_view checkpoint, Instant at) {
  const auto time = static_cast<std::uint64_t>(at.utc.time_since_epoch().count());
  const NoteKeyId id = note_key_id(name, kType, secret.public_key());
  std::string payload(id.begin(), id.end());
  for (int shift = 56; shift >= 0; shift -= 8) {
    payload += static_cast<char>(time >> static_cast<unsigned>(shift));
  }
  const Ed25519Signature signature = secret.sign(signed_bytes(time, checkpoint));
  payload.append(signature.begin(), signature.end());
  return fmt::format("\u2014 {} {}\n", name, to_base64(payload));
}

}  // namespace gongshi
