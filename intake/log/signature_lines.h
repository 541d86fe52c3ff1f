// The signature lines below a note (c2sp.org/signed-note), and nothing else of it:
//
//   — name base64(key id, signature)
//
// Whose they are and whether they fit is for who has the keys. Inside log/ only.
#ifndef INTAKE_LOG_SIGNATURE_LINES_H_
#define INTAKE_LOG_SIGNATURE_LINES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/log/note_key.h"

namespace gongshi {

struct SignatureLine {
  std::string_view line;  // verbatim, with its LF
  std::string_view name;
  NoteKeyId id{};
  std::string signature;
};

// At least one line and at most kNoteSignaturesMax, each complete; nothing otherwise. They look
// into `lines`, which must outlive them.
std::optional<std::vector<SignatureLine>> parse_signature_lines(std::string_view lines);

// A note, taken apart. Both look into it.
struct NoteParts {
  std::string_view text;   // what is signed, with its last LF
  std::string_view lines;  // the signature lines
};

// Nothing for what is no note: another encoding, control characters, no empty line, too long.
std::optional<NoteParts> split_note(std::string_view note);

}  // namespace gongshi

#endif  // INTAKE_LOG_SIGNATURE_LINES_H_
