// Keys of signed notes (c2sp.org/signed-note), of its type 1: Ed25519.
//
//   public, "vkey"   name+<8 hex digits>+<base 64 of 0x01 and the public key>
//   secret           PRIVATE+KEY+name+<the same 8 hex digits>+<base 64 of 0x01 and the seed>
//
// The hex digits are the key id: the first four bytes of SHA-256(name LF 0x01 public key). A log's
// key bears the log's origin as its name. The secret form is the one Go's sumdb/note reads, so
// other people's programs can sign and verify with our files.
#ifndef INTAKE_LOG_NOTE_KEY_H_
#define INTAKE_LOG_NOTE_KEY_H_

#include <array>
#include <string>
#include <string_view>

#include "generator/notice/error.h"
#include "intake/seal/ed25519.h"

namespace gongshi {

using NoteKeyId = std::array<unsigned char, 4>;

// A name that a key and a checkpoint may bear: UTF-8, not empty, no blank, no control character,
// no '+'.
bool is_note_name(std::string_view name);

// The public half. Immutable.
class NoteVerifier {
 public:
  // Invalid for anything but the text() of a type 1 key; a name or a key that does not match the
  // id is refused.
  static Result<NoteVerifier> parse(std::string_view vkey);

  // Requires is_note_name(name).
  NoteVerifier(std::string_view name, const Ed25519PublicKey& key);

  const std::string& name() const { return name_; }
  const NoteKeyId& id() const { return id_; }
  std::string text() const;

  // `signature` as it stands in a signature line, without the key id.
  bool verify(std::string_view text, std::string_view signature) const;

 private:
  std::string name_;
  Ed25519PublicKey key_{};
  NoteKeyId id_{};
};

// The secret half.
class NoteSigner {
 public:
  // A fresh key. Requires is_note_name(name).
  static NoteSigner random(std::string_view name);

  // Invalid for anything but a secret_text(). The message never repeats the text.
  static Result<NoteSigner> parse(std::string_view secret);

  const NoteVerifier& verifier() const { return verifier_; }
  std::string secret_text() const;

  // The signature line for a note of this text: "— name base64" and LF.
  std::string signature_line(std::string_view text) const;

 private:
  NoteSigner(std::string_view name, Ed25519Key key);

  NoteVerifier verifier_;
  Ed25519Key key_;
};

}  // namespace gongshi

#endif  // INTAKE_LOG_NOTE_KEY_H_
