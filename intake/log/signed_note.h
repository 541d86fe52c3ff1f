// Signed notes (c2sp.org/signed-note): a text, an empty line, and one line for each signature,
//
//   — name base64(key id, signature)
//
// Everything ends in LF; the signed bytes are the text with its last LF. Lines of keys that the
// reader does not know say nothing and are passed over, so that witnesses can add theirs.
#ifndef INTAKE_LOG_SIGNED_NOTE_H_
#define INTAKE_LOG_SIGNED_NOTE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "generator/notice/error.h"
#include "intake/log/note_key.h"

namespace gongshi {

inline constexpr std::size_t kNoteBytesMax = 65'536;    // a checkpoint has some hundred
inline constexpr std::size_t kNoteSignaturesMax = 100;  // as Go's reader

// Requires a text that ends in LF and has no other control character.
std::string sign_note(std::string_view text, const NoteSigner& signer);

// The text, once `key` has signed it. Invalid when it is no note, when no line is of `key`, and
// when any line of `key` does not fit.
Result<std::string> open_note(std::string_view note, const NoteVerifier& key);

}  // namespace gongshi

#endif  // INTAKE_LOG_SIGNED_NOTE_H_
