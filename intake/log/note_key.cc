#include "intake/log/note_key.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

#include "generator/notice/digest.h"
#include "generator/notice/utf8.h"
#include "intake/log/note_key_text.h"
#include "intake/seal/base64.h"

namespace gongshi {
namespace {

constexpr std::string_view kSecretPrefix = "PRIVATE+KEY+";
constexpr NoteKeyType kType = NoteKeyType::Ed25519;

// White space beyond ASCII, which has its own test.
constexpr std::string_view kWideBlanks[] = {"\u0085", "\u00A0", "\u1680", "\u2000", "\u2001",
                                            "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
                                            "\u2007", "\u2008", "\u2009", "\u200A", "\u2028",
                                            "\u2029", "\u202F", "\u205F", "\u3000"};

template <class Bytes>
std::string_view view(const Bytes& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

bool is_note_name(std::string_view name) {
  if (name.empty() || first_invalid_utf8(name)) return false;
  const bool plain = std::ranges::all_of(
      name, [](char c) { return c != '+' && c != '\x7F' && static_cast<unsigned char>(c) > ' '; });
  return plain && std::ranges::none_of(kWideBlanks, [&](std::string_view blank) {
           return name.find(blank) != std::string_view::npos;
         });
}

Result<NoteVerifier> NoteVerifier::parse(std::string_view vkey) {
  const std::optional<NoteKeyText> parts = split_note_key(vkey, kType);
  if (!parts) {
    return failure(ErrorKind::Invalid,
                   "not an Ed25519 verifier key: expected name+hash+base64 (signed-note type 1)");
  }
  NoteVerifier verifier(parts->name, parts->bytes);
  if (hex(verifier.id()) != parts->id) {
    return failure(ErrorKind::Invalid,
                   fmt::format("the verifier key of {} does not match its hash {}: it was "
                               "mistyped or altered, fetch it again",
                               parts->name, parts->id));
  }
  return verifier;
}

NoteVerifier::NoteVerifier(std::string_view name, const Ed25519PublicKey& key)
    : name_(name), key_(key), id_(note_key_id(name, kType, key)) {
  assert(is_note_name(name));
}

std::string NoteVerifier::text() const { return join_note_key(name_, id_, kType, key_); }

bool NoteVerifier::verify(std::string_view text, std::string_view signature) const {
  Ed25519Signature bytes{};
  if (signature.size() != bytes.size()) return false;
  std::ranges::copy(signature, bytes.begin());
  return verify_ed25519(key_, text, bytes);
}

NoteSigner::NoteSigner(std::string_view name, Ed25519Key key)
    : verifier_(name, key.public_key()), key_(std::move(key)) {}

NoteSigner NoteSigner::random(std::string_view name) {
  return NoteSigner(name, Ed25519Key::random());
}

Result<NoteSigner> NoteSigner::parse(std::string_view secret) {
  std::optional<NoteKeyText> parts;
  if (secret.starts_with(kSecretPrefix)) {
    parts = split_note_key(secret.substr(kSecretPrefix.size()), kType);
  }
  if (parts) {
    NoteSigner signer(parts->name, Ed25519Key::from_seed(parts->bytes));
    if (hex(signer.verifier().id()) == parts->id) return signer;
  }
  return failure(ErrorKind::Invalid,
                 "not an Ed25519 signer key: expected PRIVATE+KEY+name+hash+base64, whole and "
                 "unaltered");
}

std::string NoteSigner::secret_text() const {
  return std::string(kSecretPrefix) +
         join_note_key(verifier_.name(), verifier_.id(), kType, key_.seed());
}

std::string NoteSigner::signature_line(std::string_view text) const {
  std::string payload(view(verifier_.id()));
  payload += view(key_.sign(text));
  return fmt::format("\u2014 {} {}\n", verifier_.name(), to_base64(payload));
}

}  // namespace gongshi
