#include "intake/log/note_key.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <optional>
#include <span>
#include <utility>

#include "generator/notice/digest.h"
#include "generator/notice/utf8.h"
#include "intake/seal/base64.h"

namespace gongshi {
namespace {

constexpr std::string_view kSecretPrefix = "PRIVATE+KEY+";
constexpr char kEd25519 = 1;  // the algorithm byte of signed-note

// White space beyond ASCII, which has its own test.
constexpr std::string_view kWideBlanks[] = {"\u0085", "\u00A0", "\u1680", "\u2000", "\u2001",
                                            "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
                                            "\u2007", "\u2008", "\u2009", "\u200A", "\u2028",
                                            "\u2029", "\u202F", "\u205F", "\u3000"};

template <class Bytes>
std::string_view view(const Bytes& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

NoteKeyId key_id(std::string_view name, const Ed25519PublicKey& key) {
  const Sha256 digest =
      sha256(std::array{name, std::string_view("\n"), std::string_view(&kEd25519, 1), view(key)});
  NoteKeyId id{};
  std::copy_n(digest.begin(), id.size(), id.begin());
  return id;
}

// Both key forms, after their prefix: a name, an id, and 32 bytes.
struct KeyParts {
  std::string_view name;
  std::string_view id;
  std::array<unsigned char, 32> bytes{};
};

// The name has no '+', base 64 may have some: so the first two divide.
std::optional<KeyParts> split_key(std::string_view text) {
  const std::size_t first = text.find('+');
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = text.find('+', first + 1);
  if (second == std::string_view::npos) return std::nullopt;

  KeyParts parts;
  parts.name = text.substr(0, first);
  parts.id = text.substr(first + 1, second - first - 1);
  const std::optional<std::string> payload = from_base64(text.substr(second + 1));
  if (!is_note_name(parts.name) || !payload) return std::nullopt;
  if (payload->size() != 1 + parts.bytes.size() || payload->front() != kEd25519) {
    return std::nullopt;
  }
  std::copy(payload->begin() + 1, payload->end(), parts.bytes.begin());
  return parts;
}

std::string join_key(std::string_view name, const NoteKeyId& id,
                     std::span<const unsigned char> bytes) {
  std::string payload(1, kEd25519);
  payload += view(bytes);
  return fmt::format("{}+{}+{}", name, hex(id), to_base64(payload));
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
  const std::optional<KeyParts> parts = split_key(vkey);
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
    : name_(name), key_(key), id_(key_id(name, key)) {
  assert(is_note_name(name));
}

std::string NoteVerifier::text() const { return join_key(name_, id_, key_); }

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
  std::optional<KeyParts> parts;
  if (secret.starts_with(kSecretPrefix)) parts = split_key(secret.substr(kSecretPrefix.size()));
  if (parts) {
    NoteSigner signer(parts->name, Ed25519Key::from_seed(parts->bytes));
    if (hex(signer.verifier().id()) == parts->id) return signer;
  }
  return failure(ErrorKind::Invalid,
                 "not an Ed25519 signer key: expected PRIVATE+KEY+name+hash+base64, whole and "
                 "unaltered");
}

std::string NoteSigner::secret_text() const {
  return std::string(kSecretPrefix) + join_key(verifier_.name(), verifier_.id(), key_.seed());
}

std::string NoteSigner::signature_line(std::string_view text) const {
  std::string payload(view(verifier_.id()));
  payload += view(key_.sign(text));
  return fmt::format("\u2014 {} {}\n", verifier_.name(), to_base64(payload));
}

}  // namespace gongshi
