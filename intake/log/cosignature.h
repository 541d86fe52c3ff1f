// Cosignatures (c2sp.org/tlog-cosignature, cosignature/v1): a witness says that it saw this head of
// a log at that time, and never one that contradicts it. The line stands below the log's own, and
// its signed bytes are
//
//   cosignature/v1
//   time <seconds since 1970>
//   <the text of the checkpoint>
//
// A witness's key is a note's key of type 4, Ed25519: "name+id+base64" as the log's, and never the
// key of a log.
#ifndef INTAKE_LOG_COSIGNATURE_H_
#define INTAKE_LOG_COSIGNATURE_H_

#include <optional>
#include <string>
#include <string_view>

#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "intake/log/note_key.h"

namespace gongshi {

struct Cosignature {
  Instant at;        // when the witness says that it saw the head
  std::string line;  // verbatim, with its LF
};

// Immutable.
class WitnessKey {
 public:
  // Invalid for anything but the text() of a type 4 key; a name or a key that does not match the
  // id is refused.
  static Result<WitnessKey> parse(std::string_view vkey);

  // Requires is_note_name(name).
  WitnessKey(std::string_view name, const Ed25519PublicKey& key);

  const std::string& name() const { return name_; }
  std::string text() const;

  // When it says that it saw the head whose text is `checkpoint`; nothing when the signature, as it
  // stands in a line after the key id, does not fit.
  std::optional<Instant> verify(std::string_view checkpoint, std::string_view signature) const;

  // Its newest line among the signature lines below `checkpoint`. NotFound when it has none there;
  // Invalid when a line of it does not fit, and when they are no signature lines.
  Result<Cosignature> find(std::string_view checkpoint, std::string_view lines) const;

 private:
  std::string name_;
  Ed25519PublicKey key_{};
  NoteKeyId id_{};
};

// The same for the lines below the note that the checkpoint stands in.
Result<Cosignature> find_cosignature(std::string_view note, const WitnessKey& witness);

// The line that a witness with that secret writes. For tests and for who runs a witness.
std::string cosignature_line(std::string_view name, const Ed25519Key& secret,
                             std::string_view checkpoint, Instant at);

}  // namespace gongshi

#endif  // INTAKE_LOG_COSIGNATURE_H_
